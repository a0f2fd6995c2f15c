"""From a Workout to a Plan: what is performed in what order, and which cues each step gets."""

from voicecoach.planning.faults import faults
from voicecoach.planning.planner import plan
from voicecoach.planning.talk import SAID_FROM, hushed

__all__ = ["SAID_FROM", "faults", "hushed", "plan"]
