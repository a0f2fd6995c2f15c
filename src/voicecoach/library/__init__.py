"""The exercises that every script can name."""

from voicecoach.library.own import OwnExercises, own_folder
from voicecoach.library.shelf import Shelf, bundled_texts
from voicecoach.library.translations import Translations, translated_languages, translated_texts, untranslated

__all__ = [
    "OwnExercises",
    "Shelf",
    "Translations",
    "bundled_texts",
    "own_folder",
    "translated_languages",
    "translated_texts",
    "untranslated",
]
