"""The command line: options in, one call of the library, its result out."""

from voicecoach.cli.boundary import main

__all__ = ["main"]
