"""A cue pack in memory, and the reading of its values.

A value of a pack is a text, a list of texts that take turns, a table of lengths (``long``, ``full``, ``brief``,
``short``, ``name``), or a table of plural forms (``one``, ``other``, ...); inside a table of lengths each may again
be any but a table of lengths.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from voicecoach.diagnostics import nearest
from voicecoach.names import thing_key
from voicecoach.wording.moments import EARCONS, MOMENTS, Moment
from voicecoach.wording.plural import CATEGORIES
from voicecoach.wording.template import Template, TemplateError, parse_template

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

__all__ = [
    "COUNTDOWNS",
    "FORMS",
    "Entry",
    "Fault",
    "Pack",
    "PackFault",
    "Plurals",
    "earcon_of",
    "entry_data",
    "read_entry",
]

FORMS = ("long", "full", "brief", "short", "name")
"""The lengths a wording can have, longest first; a text alone is the ``full`` one."""

COUNTDOWNS = ("beeps", "voice")
"""How the last three seconds before a go or an end are counted."""

_NOTE = "\u266a"

_LONGEST = 1_000
"""Letters of a wording at most: more than a minute of speech."""

_INSTEAD = {
    "name": ("exercise", "next", "title"),
    "secs": ("seconds",),
    "time": ("duration", "remaining"),
    "weight": ("load",),
    "exercise": ("next", "moves"),
    "next": ("exercise", "moves"),
    "moves": ("exercise", "next"),
    "duration": ("remaining",),
    "remaining": ("duration",),
    "reps": ("amount",),
    "number": ("reps",),
    "setup": ("position", "action"),
}
"""What says nearly the same as a name that has no value somewhere, or nowhere."""

Plurals: TypeAlias = "tuple[tuple[str, Template], ...]"
"""A wording for each plural category; one that is not plural has the single category ``other``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The wordings of one moment: for each length, longest first, the variants that take turns."""

    forms: tuple[tuple[str, tuple[Plurals, ...]], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an entry.

    Attributes:
        message: A sentence.
        hint: What to do about it.
        mark: The part of the entry that is wrong, as it was written; empty for the whole.
    """

    message: str
    hint: str = ""
    mark: str = ""


class PackFault(ValueError):
    """An entry that cannot be used; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Pack:
    """A complete set of wordings.

    Attributes:
        name: What ``coach:`` calls it.
        language: BCP 47 tag of what is spoken.
        cues: The moments.
        phrases: Words inside other words.
        lexicon: Words and how they are respelled, for every voice to say them right.
        recordings: Sound files by the words they say (:func:`voicecoach.names.spoken_key`).
        countdown: What leads into a go or an end, one of :data:`COUNTDOWNS`.
        nouns: What things are called that scripts name in English; by :func:`voicecoach.names.thing_key`.
        equipment: Things with the article that they have where one is told what is needed; by the same.
        voice: The voice id that speaks it, unless somebody says otherwise; empty for any.
    """

    name: str
    language: str
    cues: Mapping[str, Entry]
    phrases: Mapping[str, Entry]
    lexicon: Mapping[str, str] = field(default_factory=dict)
    countdown: str = COUNTDOWNS[0]
    recordings: Mapping[str, Path] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    equipment: Mapping[str, str] = field(default_factory=dict)
    voice: str = ""

    def noun(self, thing: str) -> str:
        """What a thing is called; as it is written where the pack does not know it."""
        return self.nouns.get(thing_key(thing), thing)

    def needed(self, thing: str) -> str:
        """A thing as it is told that one needs it: with its article, where the pack knows it."""
        noun = self.noun(thing)
        return self.equipment.get(thing_key(noun), noun)

    def with_cues(self, cues: Mapping[str, Entry]) -> Pack:
        """The same pack with some moments reworded."""
        return replace(self, cues={**self.cues, **cues})

    def said(self, lexicon: Mapping[str, str], countdown: str) -> Pack:
        """The same pack with more words in its lexicon, and another countdown where one is named."""
        return replace(self, lexicon={**self.lexicon, **lexicon}, countdown=countdown or self.countdown)


def read_entry(name: str, value: object, known: Mapping[str, Moment] = MOMENTS) -> Entry:
    """Read one value of a pack.

    Raises:
        PackFault: If there is no such moment, or its value is none of the four kinds, or a wording in it has a hole
            that nothing fills.
    """
    moment = known.get(name)
    if moment is None:
        near = nearest(name, known)
        raise PackFault(Fault(f'no moment is called "{name}"', f'did you mean "{near}"?' if near else ""))
    if isinstance(value, dict) and value and set(value) <= set(FORMS):
        lengths = [(form, value[form]) for form in FORMS if form in value]
    else:
        lengths = [("full", value)]
    entry = Entry(tuple((form, tuple(_variants(part, moment))) for form, part in lengths))
    texts = [template.source for _, variants in entry.forms for plurals in variants for _, template in plurals]
    if any(map(earcon_of, texts)) and (len(texts) > 1 or not moment.when):
        raise PackFault(Fault("a sound stands alone for a moment, not among words", "write words, or the sound", _NOTE))
    return entry


def entry_data(entry: Entry) -> str | list[Any] | dict[str, Any]:
    """An entry as a pack writes it: what :func:`read_entry` reads the same entry from."""
    forms = {form: _variants_data(variants) for form, variants in entry.forms}
    return forms["full"] if list(forms) == ["full"] else forms


def _variants_data(variants: tuple[Plurals, ...]) -> Any:  # noqa: ANN401 - as TOML has it
    told = [_plurals_data(plurals) for plurals in variants]
    return told[0] if len(told) == 1 else told


def _plurals_data(plurals: Plurals) -> str | dict[str, str]:
    texts = {category: template.source for category, template in plurals}
    return texts["other"] if list(texts) == ["other"] else texts


def _variants(value: object, moment: Moment) -> Iterator[Plurals]:
    """Variants of one length; an empty list is silence."""
    for variant in value if isinstance(value, list) else [value]:
        if isinstance(variant, dict):
            yield tuple(_plurals(variant, moment))
        else:
            yield (("other", _template(variant, moment)),)


def _plurals(table: Mapping[str, object], moment: Moment) -> Iterator[tuple[str, Template]]:
    strange = [key for key in table if key not in CATEGORIES]
    if strange:
        near = nearest(strange[0], (*FORMS, *CATEGORIES))
        raise PackFault(
            Fault(
                f'"{strange[0]}" is neither a length nor a plural form',
                f'did you mean "{near}"?'
                if near
                else f"lengths are {_names(FORMS)}; plural forms {_names(CATEGORIES)}",
                strange[0],
            )
        )
    if "other" not in table:
        raise PackFault(Fault('the plural form "other" is missing', "every number without a form of its own takes it"))
    if not moment.counted:
        raise PackFault(Fault("nothing is counted here, so there is no plural to choose", "write one text"))
    for category, text in table.items():
        yield category, _template(text, moment)


def earcon_of(text: str) -> str:
    """The earcon that a wording names in the place of words; empty for words."""
    return text.removeprefix(_NOTE).strip() if text.startswith(_NOTE) else ""


def _template(text: object, moment: Moment) -> Template:
    if not isinstance(text, str):
        raise PackFault(Fault(f'"{text!s:.40}" is not a text', "write the words in quotes, or a list of texts"))
    if len(text) > _LONGEST:
        raise PackFault(Fault(f"nobody listens to {len(text)} letters", f"a wording has at most {_LONGEST}"))
    earcon = earcon_of(text)
    if earcon and earcon not in EARCONS:
        near = nearest(earcon, EARCONS)
        known = f"earcons are {_names(EARCONS)}"
        hint = f'did you mean "{near}"?' if near else known
        raise PackFault(Fault(f'no earcon is called "{earcon}"', hint, earcon))
    try:
        template = parse_template(text)
    except TemplateError as error:
        hint = "close every brace and bracket"
        raise PackFault(Fault(f'"{text}" has {error}', hint, text[error.position :])) from error
    for hole in sorted(template.placeholders - moment.placeholders):
        raise PackFault(_unfilled(hole, moment))
    return template


def _unfilled(hole: str, moment: Moment) -> Fault:
    """A placeholder that can never have a value at a moment, and which is meant instead."""
    known = _names(f"{{{name}}}" for name in sorted(moment.placeholders)) or "none"
    alike = next((name for name in _INSTEAD.get(hole, ()) if name in moment.placeholders), "")
    instead = alike or nearest(hole, moment.placeholders)
    hint = f"did you mean {{{instead}}}?" if instead else f"placeholders here: {known}"
    elsewhere = any(hole in other.placeholders for other in MOMENTS.values())
    message = f"{{{hole}}} never has a value here" if elsewhere else f"nothing fills {{{hole}}} here"
    return Fault(message, hint, f"{{{hole}}}")


def _names(words: Iterable[str]) -> str:
    return ", ".join(words)
