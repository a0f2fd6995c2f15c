"""voicecoach: a voice-guided audio workout from a plain text script."""

__all__ = ["__version__"]

__version__ = "0.1.0"
