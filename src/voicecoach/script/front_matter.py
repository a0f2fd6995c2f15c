"""The settings at the top of a script, between two lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voicecoach.diagnostics import nearest
from voicecoach.model.talk import ALL_MOMENTS, TalkChoice, TalkLevel
from voicecoach.model.workout import LOUDEST, SOFTEST, CueOverride, LexiconEntry, Music, Settings
from voicecoach.script.codes import Code
from voicecoach.script.durations import LONGEST, duration, spelled
from voicecoach.script.flaws import FlawError
from voicecoach.script.scanner import Scanner, quoted
from voicecoach.script.yaml_tree import Branch, Leaf, Row, YamlError, tree_of
from voicecoach.units import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.script.faults import Faults
    from voicecoach.script.yaml_tree import Tree
    from voicecoach.source import Source, Span

__all__ = ["SETTINGS", "parse_settings"]

_LONGEST_TEXT = 20_000
"""Characters of front matter at most, to bound the time that reading it takes."""

_COUNTDOWNS = ("beeps", "voice")
_ANSWERS = {"yes": True, "true": True, "no": False, "false": False}

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_WHOLE = re.compile(r"[0-9]{1,18}")
_LEVEL = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]{1,3})?)(?: ?dB)?")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the settings of one source; ``lines`` of them start on line ``first``."""

    source: Source
    first: int
    text: str
    faults: Faults

    def settings(self) -> Settings:
        """All settings; those at fault keep their defaults."""
        if len(self.text) > _LONGEST_TEXT:
            self._bad_text("the settings are too long", 0, "only settings stand between the lines of three hyphens")
            return Settings()
        try:
            tree = tree_of(self.text)
        except YamlError as error:
            self._bad_text(error.message, error.offset, error.hint)
            return Settings()
        if tree is None or (isinstance(tree, Leaf) and not tree.text):
            return Settings()
        if not isinstance(tree, Branch):
            self._bad_text("settings are expected here", tree.start, "a setting is written as key: value")
            return Settings()
        found: dict[str, Any] = {}
        for key, value in self._pairs(tree, known=SETTINGS):
            read = SETTINGS[key.text](self, key, value)
            if read is not None:
                found[key.text.replace("-", "_")] = read
            if key.text == "coach":
                found["coach_span"] = self.span(value)
        return Settings(**found)

    def _pairs(self, branch: Branch, known: dict[str, Any] | None = None) -> Iterator[tuple[Leaf, Tree]]:
        """The pairs of a table whose keys are words, each known (where that is asked) and the first of its name."""
        seen: dict[str, Leaf] = {}
        for key, value in branch.pairs:
            if not isinstance(key, Leaf):
                self.bad(key, "a key is a word", "key: value")
            elif known is not None and key.text not in known:
                near = nearest(key.text, known)
                hint = f'did you mean "{near}"?' if near else f"there are {', '.join(known)}"
                message = f"there is no setting {quoted(key.text)}"
                self.faults.error(Code.UNKNOWN_SETTING, message, self.span(key), hint=hint)
            elif key.text in seen:
                line = self.span(seen[key.text]).line
                message = f"{quoted(key.text)} stands on line {line} already"
                self.faults.error(Code.DUPLICATE_SETTING, message, self.span(key))
            else:
                seen[key.text] = key
                yield key, value

    def words(self, key: Leaf, value: Tree) -> str | None:
        """A text of one line."""
        if isinstance(value, Leaf):
            return " ".join(value.text.split())
        self.bad(value, f"{quoted(key.text)} takes one text", f"{key.text}: text")
        return None

    def language(self, key: Leaf, value: Tree) -> str | None:
        """A language tag of BCP 47."""
        found = self.words(key, value)
        if found is None or _LANGUAGE.fullmatch(found):
            return found
        self.bad(value, f"{quoted(found)} is no language tag", "a tag such as en, en-GB or de")
        return None

    def texts(self, key: Leaf, value: Tree) -> tuple[str, ...] | None:
        """One text or a list of them."""
        leaves = value.items if isinstance(value, Row) else (value,)
        found = [leaf.text for leaf in leaves if isinstance(leaf, Leaf)]
        if len(found) == len(leaves):
            return tuple(text for text in found if text)
        self.bad(value, f"{quoted(key.text)} takes one text or a list", f"{key.text}: [first, second]")
        return None

    def music(self, key: Leaf, value: Tree) -> Music | None:
        """Files for all of it, or a table with those for work and for rest."""
        if not isinstance(value, Branch):
            found = self.texts(key, value)
            return None if found is None else Music(found, found)
        parts: dict[str, tuple[str, ...]] = {"work": (), "rest": ()}
        for part, told in self._pairs(value):
            if part.text in parts:
                parts[part.text] = self.texts(part, told) or ()
            else:
                message = f"{quoted(key.text)} takes a file, a list of them, or a table of work and rest"
                self.bad(part, message, f"{key.text}: {{work: fast.mp3, rest: calm.mp3}}")
        return Music(**parts)

    def level(self, key: Leaf, value: Tree) -> float | None:
        """A level in dB."""
        found = _LEVEL.fullmatch(value.text) if isinstance(value, Leaf) else None
        if found and SOFTEST <= float(found[1]) <= LOUDEST:
            return float(found[1])
        expected = f"a number of dB from {SOFTEST:g} to {LOUDEST:g}, such as -6"
        self.bad(value, f"{quoted(key.text)} takes a level", expected)
        return None

    def answer(self, key: Leaf, value: Tree) -> bool | None:
        """Yes or no."""
        if isinstance(value, Leaf) and value.text.lower() in _ANSWERS:
            return _ANSWERS[value.text.lower()]
        self.bad(value, f"{quoted(key.text)} is yes or no", f"{key.text}: yes")
        return None

    def whole(self, key: Leaf, value: Tree) -> int | None:
        """A whole number of at most 18 digits."""
        if isinstance(value, Leaf) and _WHOLE.fullmatch(value.text):
            return int(value.text)
        self.bad(value, f"{quoted(key.text)} takes a whole number", f"{key.text}: 7")
        return None

    def time(self, key: Leaf, value: Tree) -> int | None:
        """A time, or a bare number of seconds; 0 where there may be none."""
        least = seconds(1) if key.text == "ready" else 0
        found = self._time(value.text, least) if isinstance(value, Leaf) else None
        if found is None:
            expected = f"a time from {spelled(least)} to {spelled(LONGEST)}, such as 10s or 1 min"
            self.bad(value, f"{quoted(key.text)} takes a time", expected)
        return found

    @staticmethod
    def _time(text: str, least: int) -> int | None:
        scanner = Scanner(f"{text}s" if _NUMBER.fullmatch(text) else text)
        try:
            found = duration(scanner, least=least)
        except FlawError:
            return None
        return found if scanner.done else None

    def cues(self, key: Leaf, value: Tree) -> tuple[CueOverride, ...] | None:
        """The workout's own words: a table of moments."""
        if isinstance(value, Leaf) and not value.text:
            return ()
        if not isinstance(value, Branch):
            self.bad(value, f"{quoted(key.text)} takes a table of moments", "lines such as  halfway: Half way.")
            return None
        return tuple(CueOverride(each.text, self.raw(told), self.span(each)) for each, told in self._pairs(value))

    def talk(self, _: Leaf, value: Tree) -> tuple[TalkChoice, ...] | None:
        """How much is said: one level for all, or a table of levels for moments."""
        if isinstance(value, Branch):
            levels = [(each.text, each, self._level(told)) for each, told in self._pairs(value)]
            return tuple(
                TalkChoice(level, moment, self.span(each)) for moment, each, level in levels if level is not None
            )
        level = self._level(value)
        return None if level is None else (TalkChoice(level, span=self.span(value)),)

    def _level(self, value: Tree) -> TalkLevel | None:
        if isinstance(value, Leaf) and value.text.upper() in TalkLevel.__members__:
            return TalkLevel[value.text.upper()]
        levels = ", ".join(level.name.lower() for level in TalkLevel)
        self.bad(
            value, '"talk" takes a level', f"one of {levels}; or a table such as {{{ALL_MOMENTS}: few, form: many}}"
        )
        return None

    def lexicon(self, key: Leaf, value: Tree) -> tuple[LexiconEntry, ...] | None:
        """How words are said: a table of words."""
        if isinstance(value, Leaf) and not value.text:
            return ()
        if not isinstance(value, Branch):
            self.bad(value, f"{quoted(key.text)} takes a table of words", "lines such as  RDL: Romanian deadlift")
            return None
        return tuple(self._said(word, sounds) for word, sounds in self._pairs(value) if self.words(word, sounds))

    def _said(self, word: Leaf, sounds: Tree) -> LexiconEntry:
        return LexiconEntry(word.text, self.words(word, sounds) or "", self.span(sounds))

    def countdown(self, key: Leaf, value: Tree) -> str | None:
        """How the last three seconds are counted."""
        if isinstance(value, Leaf) and value.text in _COUNTDOWNS:
            return value.text
        self.bad(value, f"{quoted(key.text)} is beeps or voice", " or ".join(_COUNTDOWNS))
        return None

    def raw(self, value: Tree) -> Any:  # noqa: ANN401 - text, list or table, as it stands
        """A value as texts, lists and tables."""
        if isinstance(value, Leaf):
            return "" if not value.quoted and value.text in ("~", "null") else value.text
        if isinstance(value, Row):
            return [self.raw(item) for item in value.items]
        return {key.text: self.raw(told) for key, told in self._pairs(value)}

    def bad(self, value: Tree, message: str, expected: str) -> None:
        """Report a value."""
        self.faults.error(Code.BAD_SETTING, message, self.span(value), expected=expected)

    def _bad_text(self, message: str, offset: int, hint: str) -> None:
        self.faults.error(Code.BAD_FRONT_MATTER, message, self._line_from(offset), hint=hint)

    def span(self, value: Tree) -> Span:
        """Where a value stands; of one on several lines, the rest of its first."""
        from_start = self._line_from(value.start)
        if isinstance(value, Leaf) and "\n" not in self.text[value.start : value.end]:
            return self.source.span(from_start.line, from_start.column, from_start.column + value.end - value.start)
        return from_start

    def _line_from(self, offset: int) -> Span:
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        return self.source.span(self.first + line, column + 1)


SETTINGS: dict[str, Callable[[_Reader, Leaf, Tree], Any]] = {
    "title": _Reader.words,
    "coach": _Reader.words,
    "voice": _Reader.words,
    "language": _Reader.language,
    "music": _Reader.music,
    "music-level": _Reader.level,
    "keep-awake": _Reader.answer,
    "listener": _Reader.words,
    "cues": _Reader.cues,
    "talk": _Reader.talk,
    "lexicon": _Reader.lexicon,
    "countdown": _Reader.countdown,
    "seed": _Reader.whole,
    "lead-in": _Reader.time,
    "get-ready": _Reader.time,
    "ready": _Reader.time,
    "switch": _Reader.time,
}
"""What reads the value of each key."""


def parse_settings(source: Source, first: int, last: int, faults: Faults) -> Settings:
    """Read the settings that stand on some lines of a source.

    Args:
        source: The script.
        first: The line behind the opening hyphens, from 1.
        last: The line before the closing ones; below ``first`` where nothing stands between.
        faults: Takes what is wrong.

    Returns:
        The settings; one that is wrong keeps its default.
    """
    return _Reader(source, first, "\n".join(source.lines[first - 1 : last]), faults).settings()
