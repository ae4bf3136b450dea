"""Measures of quizgen, each a command that prints a table; `python -m benchmarks` names them."""
