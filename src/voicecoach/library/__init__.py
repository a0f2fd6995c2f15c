"""The exercises that every script can name."""

from voicecoach.library.shelf import Shelf, bundled_texts

__all__ = ["Shelf", "bundled_texts"]
