"""The command line: arguments in, messages out. The stages are imported by the command that needs them."""

from quizgen.cli.commands import main

__all__ = ["main"]
