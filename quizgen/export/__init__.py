"""A quiz into files: one module a format."""
