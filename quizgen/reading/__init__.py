"""Files into articles: one module a format, plus metadata and the recognition of what is no running text."""
