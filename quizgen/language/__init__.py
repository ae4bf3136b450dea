"""Articles into parsed sentences: the parser, names and who is who, numbers, times."""
