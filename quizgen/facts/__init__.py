"""Parsed sentences into facts: one module a kind, and a registry of them."""
