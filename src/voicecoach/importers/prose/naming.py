"""Names for the exercises of a post: from their headings, else from what is said before them, else from their words."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from voicecoach.importers.prose.instructions import is_movement_noun
from voicecoach.importers.prose.labels import Role
from voicecoach.importers.prose.matcher import Matcher
from voicecoach.importers.prose.names import Named, mentioned, spoken_name, subject_of
from voicecoach.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.importers.prose.drafts import Draft, Drafts
    from voicecoach.importers.warnings import Warnings
    from voicecoach.ports import KnownExercises

__all__ = ["name_all", "talk_before"]

_NAME_WORDS = range(1, 5)
"""How many words a name in the talk before an exercise has."""

_LONGEST_TALK = 600


def name_all(drafts: Drafts, known: KnownExercises, warnings: Warnings) -> tuple[list[Draft], list[str]]:
    """Give every exercise a name, and put what belongs to one exercise together.

    Args:
        drafts: What the post consists of; drafts that describe nothing and ask for nothing are left out.
        known: The library.
        warnings: Takes those that nobody can name.

    Returns:
        The exercises, each with a name of its own, and what was assumed about their names.
    """
    usable = _usable(drafts.found)
    assumed: list[str] = []
    found: dict[str, Draft] = {}
    matcher: Matcher | None = None
    about = subject_of(drafts.title, known)
    if about and len(usable) == 1 and not _is_sure(usable[0]):
        usable[0].named = about
    for number, draft in enumerate(usable, 1):
        if draft.named is None:
            matcher = matcher or Matcher(known)
            name = _guessed(draft, matcher, known, assumed) or _numbered(draft, number, warnings)
            if not name:
                continue
            draft.named = Named((name,), "", sure=True)
        _put(found, draft)
    return list(found.values()), assumed


def _numbered(draft: Draft, number: int, warnings: Warnings) -> str:
    """A number for a name; nothing for instructions without a label, which need not be an exercise at all."""
    if not draft.parts:
        return ""
    message = "nothing names this exercise, and its words are like none that is known"
    warnings.add("unnamed-exercise", draft.line, message, "give it a heading, or change its name in the script")
    return f"Exercise {number}"


def talk_before(drafts: Iterable[Draft], first: Draft) -> list[str]:
    """What stands under headings before the first exercise."""
    early = takewhile(lambda draft: draft is not first, drafts)
    return [told for draft in early for told in (*draft.notes, *draft.after)]


def _usable(drafts: list[Draft]) -> list[Draft]:
    """The drafts that are exercises: described, or a known movement with an amount, or, in a bare list, its name."""
    kept = [draft for draft in drafts if draft.described or (_is_sure(draft) and _asks(draft))]
    if kept:
        return kept
    listed = [draft for draft in drafts if _is_sure(draft) and draft.listed]
    return listed if len(listed) > 1 else []


def _is_sure(draft: Draft) -> bool:
    return draft.named is not None and draft.named.sure


def _asks(draft: Draft) -> bool:
    return draft.much.amount is not None or draft.much.sets > 1


def _guessed(draft: Draft, matcher: Matcher, known: KnownExercises, assumed: list[str]) -> str:
    """A name for an exercise without a heading: what is said before it, else what its words tell; or nothing."""
    by_words = matcher.best(" ".join((draft.text, draft.part(Role.VARIATION), draft.part(Role.HARDER))))
    said = mentioned(" ".join(draft.notes[:2])[:_LONGEST_TALK], _NAME_WORDS, known, _is_of_movement)
    if said and (by_words is None or same_name(said).split()[-1] == same_name(by_words).split()[-1]):
        return spoken_name(said)
    if by_words:
        name = spoken_name(by_words)
        assumed.append(f'Nothing names the exercise on line {draft.line}; by its words it is "{name}".')
        return name
    return ""


def _is_of_movement(name: str) -> bool:
    """Whether a name, folded, ends in the noun of a movement."""
    return is_movement_noun(name.rsplit(maxsplit=1)[-1])


def _put(found: dict[str, Draft], draft: Draft) -> None:
    """Take an exercise; one that is only listed adds its amount to the one that is described, whichever comes first."""
    named = draft.named or Named(("Exercise",), "", sure=False)
    name = same_name(named.names[0])
    earlier = found.get(name)
    if earlier is None:
        found[name] = draft
    elif earlier.described and draft.described:
        number = sum(1 for each in found if each.startswith(name)) + 1
        renamed = f"{named.names[0]} {number}"
        draft.named = replace(named, names=(renamed, *named.names[1:]))
        found[same_name(renamed)] = draft
    else:
        described, listed = (draft, earlier) if draft.described else (earlier, draft)
        if described.named and listed.named and not described.named.amount:
            amount = listed.named.amount or next(iter(listed.parts.get(Role.AMOUNT, [])), "")
            described.named = replace(described.named, amount=amount)
        found[name] = described
