"""The exercises that every script can name."""

from voicecoach.library.own import OwnExercises, own_folder
from voicecoach.library.shelf import Shelf, bundled_texts

__all__ = ["OwnExercises", "Shelf", "bundled_texts", "own_folder"]
