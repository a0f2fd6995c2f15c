"""The stable names of everything that can be wrong with a script."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Code"]


class Code(StrEnum):
    """A kind of fault; ``docs/script-format.md`` explains each."""

    BAD_FIELD = "bad-field"
    BAD_FRONT_MATTER = "bad-front-matter"
    BAD_MOMENT = "bad-moment"
    BAD_NAME = "bad-name"
    BAD_PRESCRIPTION = "bad-prescription"
    BAD_SETTING = "bad-setting"
    BAD_TEMPO = "bad-tempo"
    CONTRADICTION = "contradiction"
    DUPLICATE_EXERCISE = "duplicate-exercise"
    DUPLICATE_FIELD = "duplicate-field"
    DUPLICATE_SETTING = "duplicate-setting"
    MISPLACED_SCHEME = "misplaced-scheme"
    NO_AMOUNT = "no-amount"
    NO_STEPS = "no-steps"
    NOT_READ = "not-read"
    OUT_OF_RANGE = "out-of-range"
    SCHEME_IN_TITLE = "scheme-in-title"
    STRAY_VARIATION = "stray-variation"
    TOO_LONG = "too-long"
    UNDESCRIBED_EXERCISE = "undescribed-exercise"
    UNKNOWN_EXERCISE = "unknown-exercise"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_SCHEME = "unknown-scheme"
    UNKNOWN_SETTING = "unknown-setting"
