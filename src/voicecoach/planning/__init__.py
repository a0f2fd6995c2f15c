"""From a Workout to a Plan: what is performed in what order, and which cues each step gets."""

from voicecoach.planning.extent import count_bouts
from voicecoach.planning.planner import plan

__all__ = ["count_bouts", "plan"]
