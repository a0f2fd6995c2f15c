"""The pass that gives every cue of a plan its words."""

from __future__ import annotations

import re
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.plan import At, Cue, Phrase, Priority, Wording
from voicecoach.wording.loads import load_phrase
from voicecoach.wording.moments import MOMENTS, PHRASES
from voicecoach.wording.pack import earcon_of
from voicecoach.wording.plural import plural_category
from voicecoach.wording.rotation import Rotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from voicecoach.model.plan import Step, Tone, Value
    from voicecoach.wording.moments import Moment
    from voicecoach.wording.pack import Entry, Pack, Plurals
    from voicecoach.wording.template import Template


__all__ = ["Words"]

_PAIR = 2

_MOST_KNOWN = 4096
"""Wordings remembered: all of a usual workout; a very long one begins anew now and then."""

_Turn: TypeAlias = tuple[str, str, int, str]
"""A key of the pack, a form, the variant whose turn it is, and the plural category."""

_SENTENCE_START = re.compile(r"(?:^|(?<=[.!?] ))\w")


class Words:
    """A coach's choice of words through one workout.

    Args:
        pack: What can be said.
        seed: Which variants come when; the same seed gives the same words.
    """

    def __init__(self, pack: Pack, seed: int) -> None:
        self._pack = pack
        self._rotation = Rotation(seed)
        self._turns: dict[_Turn, tuple[tuple[tuple[int, Template], ...], tuple[str, ...]]] = {}
        self._known: dict[tuple[_Turn, tuple[str, ...]], Wording] = {}

    def word(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Give each step its name and each of its cues its wordings, from the longest to the shortest."""
        for step in steps:
            cues = tuple(self.cue(cue, step.values) for cue in step.cues)
            chapter = self.phrase(step.heading) if step.heading else ""
            spoken = self._pack.countdown == "voice"
            tones = tuple(self._counted(tone, step.values) for tone in step.tones) if spoken else step.tones
            yield replace(step, name=self.phrase(step.label), chapter=chapter, cues=cues, tones=tones)

    def phrase(self, phrase: Phrase) -> str:
        """A phrase in words."""
        wordings = self._fill(phrase.key, self._pack.phrases[phrase.key], PHRASES[phrase.key], phrase.values)
        return wordings[0].text if wordings else ""

    def _counted(self, tone: Tone, known: Mapping[str, Value]) -> Tone:
        """A tone of a countdown with its number in words; one that is worded as an earcon, or silence, stays a tone."""
        if not tone.number:
            return tone
        told = self.cue(Cue("count_in", At(0), Priority.ESSENTIAL, {"number": tone.number}), known)
        return replace(tone, text=told.wordings[0].text) if told.wordings else tone

    def cue(self, cue: Cue, known: Mapping[str, Value] | None = None) -> Cue:
        """A cue with its wordings, or with the earcon that stands for them.

        Args:
            cue: What is to be said.
            known: What it may speak of beside its own values.
        """
        wordings = self._wordings(cue, {**known, **cue.values} if known else cue.values)
        earcon = earcon_of(wordings[0].text) if wordings else ""
        return replace(cue, earcon=earcon) if earcon else replace(cue, wordings=wordings)

    def _wordings(self, cue: Cue, values: Mapping[str, Value]) -> tuple[Wording, ...]:
        entry = self._pack.cues[cue.moment]
        spoken = self._fill(cue.moment, entry, MOMENTS[cue.moment], values)
        distinct = {wording.text: wording for wording in reversed(spoken) if wording.text}
        return tuple(reversed(distinct.values()))

    def _fill(self, key: str, entry: Entry, moment: Moment, values: Mapping[str, Value]) -> list[Wording]:
        texts: dict[str, str] = {}

        def text_of(name: str) -> str:
            if name not in texts:
                texts[name] = self._value(name, values[name]) if name in values else ""
            return texts[name]

        count = values.get(moment.counted, 0)
        category = plural_category(count, self._pack.language) if isinstance(count, int) else "other"
        filled = []
        for form, variants in entry.forms:
            if variants:
                drawn = self._rotation.draw(f"{key}.{form}", len(variants))
                filled.append(self._filled((key, form, drawn, category), variants, text_of))
        return filled

    def _filled(self, turn: _Turn, variants: tuple[Plurals, ...], text_of: Callable[[str], str]) -> Wording:
        """The variant whose turn it is, and behind it the others; made once for the same texts in their holes."""
        if turn not in self._turns:
            self._turns[turn] = _in_turn(turn, variants)
        templates, names = self._turns[turn]
        texts = tuple(map(text_of, names))
        known = self._known.get((turn, texts))
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[turn, texts] = _wording(turn, templates, dict(zip(names, texts, strict=True)))
        return known

    def _value(self, name: str, value: Value) -> str:
        """What stands in a hole; loads and things, which authors write in English, are told in the pack's words."""
        if name == "load" and isinstance(value, tuple):
            return self._row([self._text(load_phrase(str(each))) for each in value])
        if name == "equipment" and isinstance(value, tuple):
            return self._list([self._pack.needed(str(each)) for each in value])
        if name == "thing":
            return self._pack.noun(str(value))
        return self._text(value)

    def _row(self, parts: list[str]) -> str:
        """Parts one after the other, without an "and"."""
        if len(parts) < _PAIR:
            return "".join(parts)
        return self.phrase(Phrase("list_more", {"first": parts[0], "others": self._row(parts[1:])}))

    def _text(self, value: Value) -> str:
        if isinstance(value, Phrase):
            return self.phrase(value)
        if isinstance(value, tuple):
            return self._list([self._text(part) for part in value])
        return str(value)

    def _list(self, parts: list[str]) -> str:
        if len(parts) < _PAIR:
            return "".join(parts)
        first, *others = parts
        if len(others) == 1:
            return self.phrase(Phrase("list_two", {"first": first, "second": others[0]}))
        return self.phrase(Phrase("list_more", {"first": first, "others": self._list(others)}))


def _in_turn(turn: _Turn, variants: tuple[Plurals, ...]) -> tuple[tuple[tuple[int, Template], ...], tuple[str, ...]]:
    """The variants from the one whose turn it is, with their numbers, and the names of all their holes.

    Words inside other words have no variants to give way to.
    """
    key, _, drawn, category = turn
    numbers = [(drawn + later) % len(variants) for later in range(len(variants) if key in MOMENTS else 1)]
    templates = tuple((number, _of_category(variants[number], category)) for number in numbers)
    return templates, tuple(dict.fromkeys(name for _, template in templates for name in template.names))


def _wording(turn: _Turn, templates: tuple[tuple[int, Template], ...], texts: Mapping[str, str]) -> Wording:
    key, form, *_ = turn
    filled = [(number, template.fill(texts.__getitem__)) for number, template in templates]
    spoken = [(number, intern(_capital(text) if key in MOMENTS else text), tells) for number, (text, tells) in filled]
    others = tuple(Wording(text, tells, form, number) for number, text, tells in spoken[1:])
    number, text, tells = spoken[0]
    return Wording(text, tells, form, number, others)


def _of_category(plurals: Plurals, category: str) -> Template:
    table = dict(plurals)
    return table.get(category, table["other"])


def _capital(text: str) -> str:
    """Every spoken sentence begins with a capital, whatever filled its first hole."""
    return _SENTENCE_START.sub(lambda found: found[0].upper(), text)
