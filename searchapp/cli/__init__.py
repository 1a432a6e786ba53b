"""The command line: one command a file; what takes long to load is loaded when it is needed."""

from searchapp.cli.commands import main

__all__ = ["main"]
