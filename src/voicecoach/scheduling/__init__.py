"""From a Plan and the lengths of its words to a Timeline: exactly when everything sounds.

A fold over steps: each is placed from what came before it, so a live workout can start while the rest is still being
planned, and an export simply folds to the end. Pure: the lengths are given, nothing is spoken here.
"""

from voicecoach.scheduling.scheduler import schedule

__all__ = ["schedule"]
