"""The sentences of a description, sorted by what they are for: how to begin, what to do, how to do it well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.importers.prose.chatter import is_chatter, speaks_of_self
from voicecoach.importers.prose.instructions import (
    commands,
    instructs,
    is_form_point,
    moves,
    repeats_only,
    sentences,
    takes_position,
)
from voicecoach.importers.prose.points import points_of
from voicecoach.importers.prose.shortening import plain_words, sentence
from voicecoach.importers.prose.vocabulary import any_of
from voicecoach.importers.safe_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Told", "told_of"]

_FEW = 3
"""Of fewer sentences even one that does not read like an instruction is what to do."""

_MOST_POSITIONS = 3
_PARENTHESES = re.compile(r"\s*\(([^()]{0,200})\)")
_POSTURE = re.compile(rf"(?:then |next |and |now )?{any_of('shortening', 'postures')}", re.IGNORECASE)
_PLACED = re.compile(any_of("shortening", "placed"), re.IGNORECASE)
_SETTLED = re.compile(rf"{any_of('shortening', 'settled')}\b", re.IGNORECASE)
_MOVE = re.compile(rf"(?:slowly |gently )?{any_of('shortening', 'moves')}\b", re.IGNORECASE)
_CONTINUES = re.compile(rf"(?:then |and |slowly )*{any_of('shortening', 'continuations')}\b", re.IGNORECASE)
_BY_TURNS = re.compile(
    r"(?:(?:then|and|keep|continue)[, ]+)*alternat(?:e|ing) (?:legs|arms|sides|knees|feet|hands)\b", re.IGNORECASE
)
_AMOUNT_ONLY = re.compile(r"[0-9]{1,3}(?:-[0-9]{1,3})?(?: [\w-]+){1,2}[.!]?", re.IGNORECASE)
_TIP = re.compile(r"(?:pro )?tip\b|note\s?:", re.IGNORECASE)
_REMARK = re.compile(r"(?:it|this|that|these|they|there)(?:'s|'re| is| are| was| will)\b", re.IGNORECASE)
_PART = re.compile(r",? (?:and then|and|then) (?=\w)|, (?=\w)", re.IGNORECASE)
_BEGUN = re.compile(r"(?P<how>(?:on|in|from|lying|standing|sitting|seated|kneeling)\b[^,]{2,60}), ", re.IGNORECASE)
"""How a sentence begins that goes on with the movement: "on all fours, lift one knee"."""

_THEN = re.compile(r",? (?:and then|and|then) (?=\w)", re.IGNORECASE)
_HOLDS = re.compile(
    r"hold (?:it |this |the position |that )?(?:for )?(?:about )?(?:[0-9]{2,3}|thirty|sixty|twenty|forty)\S*"
    r"(?:\s\S+){0,4}",
    re.IGNORECASE,
)
"""A hold that is the amount of the exercise, not a part of each repetition."""


@dataclass(frozen=True, slots=True)
class Told:
    """A description, sorted.

    Attributes:
        position: How to begin, in sentences.
        action: What to do.
        points: How to do it well, each point short.
    """

    position: str
    action: str
    points: tuple[str, ...]


def told_of(position: str, action: str, form: str = "") -> Told:
    """Sort the sentences of a description.

    Args:
        position: What stands under a label for the set-up; empty where nothing is labelled.
        action: What stands under one for the action, or all of a description without labels.
        form: What stands under one for form and tips.
    """
    told = [each for each in _unfolded(map(_without_parentheses, _useful(action))) if not _only_counts(each)]
    begin = [_without_parentheses(each) for each in _useful(position)]
    if not begin:
        begin, told = _parted(told)
    doing = _doing([each for each in told if not _TIP.match(each)])
    stands = [each for each in begin if not is_form_point(each)] or begin[:1]
    used = {*stands, *doing}
    if stands and (not doing or _CONTINUES.match(doing[0])):
        stands, more = _shared(stands, labelled=bool(position))
        doing = [*more, *doing]
    doing = doing or told[:1]
    spare = [each for each in (*begin, *told) if each not in used and each not in doing]
    points = [*_asides(position), *_asides(action), *spare, *_useful(form)]
    return Told(" ".join(map(sentence, stands)), " ".join(map(sentence, doing)), points_of(points))


def _shared(stands: list[str], *, labelled: bool) -> tuple[list[str], list[str]]:
    """The last sentence of a set-up that goes on with the action, shared out; without labels it may be all action."""
    first, *rest = _halves(stands[-1])
    if rest or labelled:
        return [*stands[:-1], first], rest
    return (stands[:-1], [first]) if first.count(",") > 1 else (stands, [])


def _only_counts(told: str) -> bool:
    """Whether a sentence is nothing but an amount, or a change of sides that the coach calls; turns are performed."""
    if _BY_TURNS.match(told):
        return False
    return repeats_only(told) or _AMOUNT_ONLY.fullmatch(told) is not None


def _useful(text: str) -> list[str]:
    """The sentences that are neither talk nor advertising, in plain words."""
    told = sentences(plain_words(text))
    return [each for each in told if not is_chatter(each) and (instructs(each) or not _is_talk(each))]


def _is_talk(told: str) -> bool:
    return speaks_of_self(told) or _REMARK.match(told) is not None


def _parted(told: list[str]) -> tuple[list[str], list[str]]:
    """The first sentences, as far as they say how to stand or lie, and the others."""
    number = 0
    if len(told) > 1 and not commands(told[0]) and not instructs(told[0]) and commands(told[1]):
        number = 1
    while number < min(len(told) - 1, _MOST_POSITIONS) and _sets_up(told[number]):
        if number and (moves(told[number]) or not _POSTURE.match(told[number])):
            break
        number += 1
    return told[:number], told[number:]


def _sets_up(told: str) -> bool:
    """Whether a sentence says how to stand, or where hands and tools belong before the movement begins."""
    return takes_position(told) or (_PLACED.match(told) is not None and not moves(told))


def _doing(told: list[str]) -> list[str]:
    """The sentences that say what to do, with those that only go on from one."""
    found: list[str] = []
    for each in told:
        goes_on = bool(found) and commands(each)
        if _acts(each, lenient=len(told) < _FEW or goes_on) and not _HOLDS.fullmatch(each):
            found.append(each)
    return found


def _acts(told: str, *, lenient: bool) -> bool:
    """Whether a sentence says what to do, and not how well or how often."""
    return not is_form_point(told) and (lenient or instructs(told))


def _halves(told: str) -> list[str]:
    """A sentence that says how to stand and what to do then, as two; else the sentence alone."""
    begun = _BEGUN.match(told)
    if begun and instructs(told[begun.end() :]):
        return [begun["how"], sentence(told[begun.end() :])]
    for match in _THEN.finditer(told):
        rest = told[match.end() :]
        if instructs(rest) and not _SETTLED.match(rest):
            return [told[: match.start()], rest]
    return [told]


def _unfolded(told: Iterable[str]) -> Iterator[str]:
    """Sentences, those that say first how and then what taken apart: "keep your feet together and open your knee"."""
    for each in told:
        found = next((match for match in _PART.finditer(each) if _goes_on(each[match.end() :])), None)
        if found and is_form_point(each):
            yield f"{each[: found.start()]}."
            yield sentence(each[found.end() :])
        else:
            yield each


def _goes_on(told: str) -> bool:
    """Whether words are a movement of their own."""
    return _MOVE.match(told) is not None or (commands(told) and instructs(told) and not _SETTLED.match(told))


def _asides(text: str) -> list[str]:
    """Points that stand in parentheses."""
    return [inside for inside in _PARENTHESES.findall(plain_words(text)) if is_form_point(inside)]


def _without_parentheses(text: str) -> str:
    return one_line(_PARENTHESES.sub(_inlined, text)).replace(" ,", ",").replace(" .", ".")


def _inlined(match: re.Match[str]) -> str:
    """What stands in parentheses belongs to the sentence only where it says how, or what else."""
    first = match[1].split(maxsplit=1)[0].lower() if match[1].strip() else ""
    return f", {match[1]}" if first == "without" else f" {match[1]}" if first in ("or", "and") else ""
