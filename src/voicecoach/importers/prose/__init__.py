"""Posts and pages that describe exercises in prose: the exercises become a workout, the chatter stays outside."""

from voicecoach.importers.prose.importer import ProseImporter, load

__all__ = ["ProseImporter", "load"]
