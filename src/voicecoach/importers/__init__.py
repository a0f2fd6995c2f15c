"""Other people's texts and formats, turned into scripts.

An importer writes a script rather than a workout: whoever imports a text can read what became of it, change it and
keep it. What is left out of the script, and what was taken for granted, it says.
"""

from voicecoach.importers.free_exercise_db import database_of, files_of, is_database
from voicecoach.importers.registry import importer_for, importer_names, load_importer
from voicecoach.importers.scripts import is_script

__all__ = [
    "database_of",
    "files_of",
    "importer_for",
    "importer_names",
    "is_database",
    "is_script",
    "load_importer",
]
