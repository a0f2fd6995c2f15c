"""How much of an exercise: the text behind ``Exercise:``.

The phrases stand in any order; :mod:`voicecoach.script.phrases` has a rule for each::

    prescription = phrase { [ "," | ";" | "+" | "and" ] phrase }
    phrase       = counted | times | rest | most reps | to failure | until ready | sides | tempo | load
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from voicecoach.model.workout import Movement, Prescription
from voicecoach.script.codes import Code
from voicecoach.script.draft import Draft
from voicecoach.script.flaws import Flaw, FlawError
from voicecoach.script.phrases import RULES
from voicecoach.script.scanner import Scanner, quoted
from voicecoach.script.slips import Vocabulary, corrections
from voicecoach.script.terms import Terms

__all__ = ["parse_prescription"]

_FREE = Terms()
"""A block that leaves everything to its steps."""

_LONGEST = 500
"""Characters of a prescription at most: what is longer is a paragraph that strayed into a list."""

_SEPARATOR = re.compile(r"[,;+&·|()]|\.(?=\s|$)|and(?![^\W\d_])", re.IGNORECASE)
_PART_END = re.compile(r"[,;()]|\Z")
_EXPECTED = 'such parts as "12 reps", "40s", "3 sets of 12", "each side", "tempo 3-1-1", "rest 30s" or "with dumbbells"'

_KEYWORDS = Vocabulary((
    "seconds", "second", "secs", "sec", "s", "minutes", "minute", "mins", "min", "hours", "hour", "reps", "rep",
    "repetitions", "sets", "set", "each", "per", "every", "both", "side", "sides", "leg", "legs", "arm", "arms", "hand",
    "hands", "foot", "feet", "way", "direction", "left", "right", "tempo", "rest", "with", "holding", "using", "hold",
    "until", "ready", "failure", "cap", "max", "maximum", "between", "of", "in", "to", "at", "for", "on", "the", "RPE",
    "kg", "lb", "lbs", "pounds", "kilos", "x", "body", "weight",
))  # fmt: skip
_MOST_MENDED = 2
"""Flaws of a text at most that one slip of the pen can have caused."""

_LONGEST_MENDED = 100
"""Characters of a text at most in which that slip is looked for, to bound the time."""

_INSTEAD = {"rounds": "sets", "round": "set", "times": "reps", "break": "rest"}
"""What people also write, and the word that the language has for it."""


@lru_cache(maxsize=4096)
def parse_prescription(
    text: str,
    *,
    starts: Movement = Movement.DOWN,
    usual: Prescription | None = None,
    terms: Terms = _FREE,
    advise: bool = True,
) -> tuple[Prescription, tuple[Flaw, ...]]:
    """Read a prescription.

    Args:
        text: What stands behind the exercise's name, such as ``3 sets of 12 each side, rest 30s``.
        starts: Which way a repetition of the exercise starts; a tempo of three numbers depends on it.
        usual: The exercise's own prescription, which completes what is not written.
        terms: What the block settles for its steps.
        advise: Whether remedies are looked for, which takes time.

    Returns:
        What could be understood, and what is wrong, in the order of the text. The amount is None where neither the
        text nor ``usual`` has one.
    """
    draft, flaws = _read(text, Draft(starts, terms), advise=False)
    if advise and flaws and not (flaws := _one_slip(text, draft, flaws))[0].hint:
        draft, flaws = _read(text, Draft(starts, terms))
    found = draft.completed(terms.usual(usual))
    if "rest" in draft.parts and found.sets == 1 and not flaws:
        span = draft.parts["rest"][1]
        hint = 'a rest behind a step is a line of its own: "- Rest: 30s"'
        message = "this rest stands between sets, and there is only one set"
        flaws.append(Flaw(Code.CONTRADICTION, message, *span, hint=hint))
    return found, tuple(sorted(flaws, key=lambda flaw: flaw.start))


def _one_slip(text: str, draft: Draft, flaws: list[Flaw]) -> list[Flaw]:
    """What is wrong with a text: one flaw with its remedy, where mending one word mends everything."""
    if not 0 < len(flaws) <= _MOST_MENDED or flaws[0].hint or len(text) > _LONGEST_MENDED:
        return flaws
    better = _corrected(text, draft)
    if not better:
        return flaws
    changed = next((i for i, pair in enumerate(zip(text, better, strict=False)) if pair[0] != pair[1]), len(better) - 1)
    start, end = flaws[0].start, flaws[0].end
    if not start <= changed < end:
        start = max(text.rfind(mark, 0, changed) for mark in ",;()") + 1
        start += len(text[start:]) - len(text[start:].lstrip())
        closing = _PART_END.search(text, changed)
        end = closing.start() if closing else len(text)
    meant = better[start : len(better) - len(text) + end]
    return [replace(flaws[0], start=start, end=end, hint=f'did you mean "{meant}"?')]


def _read(text: str, draft: Draft, *, advise: bool = True) -> tuple[Draft, list[Flaw]]:
    scanner = Scanner(text)
    if len(text) > _LONGEST:
        message = "this is too long for a prescription"
        return draft, [Flaw(Code.BAD_PRESCRIPTION, message, 0, len(text), expected=_EXPECTED)]
    flaws: list[Flaw] = []
    while not scanner.done:
        start = scanner.at
        try:
            if not scanner.take(_SEPARATOR) and not any(rule(scanner, draft) for rule in RULES):
                raise _not_understood(scanner, draft, advise=advise)
        except FlawError as error:
            flaws.append(error.flaw)
            scanner.skip_to(_PART_END)
        if scanner.at == start:  # what ends a part and separates nothing must not be read for ever
            scanner.at += 1
    return draft, flaws


def _not_understood(scanner: Scanner, draft: Draft, *, advise: bool) -> FlawError:
    """The part of the text at the scanner, as an error; with the likely remedy if ``advise``."""
    start = scanner.at
    scanner.skip_to(_PART_END)
    span = scanner.since(start)
    part = scanner.text[slice(*span)]
    better = _corrected(part, draft) if advise else ""
    hint = f'did you mean "{better}"?' if better else ""
    return scanner.flaw(Code.BAD_PRESCRIPTION, f"{quoted(part)} is not understood", span, _EXPECTED, hint)


def _corrected(part: str, draft: Draft) -> str:
    """The part with slips of the pen in its keywords mended, if it can be read then; otherwise nothing."""
    readable = (better for better in corrections(part, _meanings) if not _reread(better, draft))
    return next(readable, "")


def _reread(text: str, draft: Draft) -> list[Flaw]:
    """What would be wrong with a text under the same terms."""
    return _read(text, Draft(draft.starts, draft.terms), advise=False)[1]


def _meanings(word: str) -> tuple[str, ...]:
    """The keywords that a word may have been meant to be."""
    instead = _INSTEAD.get(word.casefold())
    return (instead,) if instead else _KEYWORDS.near(word)
