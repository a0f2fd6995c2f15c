"""Which exercise of the library a nameless description is: by the words the two share.

Each description is a bag of words, a word weighing more the fewer exercises use it (term frequency and inverse document
frequency; Sparck Jones 1972), and two bags are compared by the cosine of their angle.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from voicecoach.importers.prose.tells import told_by
from voicecoach.importers.prose.vocabulary import words_of
from voicecoach.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.model.workout import Exercise
    from voicecoach.ports import KnownExercises

__all__ = ["Matcher"]

_WORD = re.compile(r"[a-z]{2,}")
_COMMON = words_of("instructions", "common")
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_LEAST_STEM = 3
_LONGEST = 3_000
"""Characters of a description that are compared."""

_ENOUGH = 0.3
_SHARED = 4
"""Below this likeness, or with fewer words in common, two descriptions share only what all exercises share; found by
trying on descriptions in the manner of blog posts."""

_STRIKING = 0.45
_FAR = 1.5
"""A likeness from which the whole description outweighs the few things that tell, if it is so many times theirs."""

_UNKNOWN = 3.0
"""The weight of a word that no exercise uses: that of a rare one, so that talk is like nothing."""

_MENTIONED = 0.15
"""What the mention of a name adds to the likeness."""

_NEARLY = 0.6
"""A simpler exercise is preferred to one with a qualifier if its likeness is at least this part of the other's."""


@dataclass(frozen=True, slots=True)
class _Entry:
    exercise: Exercise
    weights: dict[str, float]
    names: tuple[str, ...]


class Matcher:
    """Compares texts with the exercises of a library."""

    def __init__(self, known: KnownExercises) -> None:
        """Weigh the words of every exercise once.

        Args:
            known: The library.
        """
        self._known = known
        exercises = [exercise for exercise in known.exercises if exercise.described]
        bags = [_bag(_told(exercise)) for exercise in exercises]
        used = Counter(word for bag in bags for word in bag)
        self._rarity = {word: log((1 + len(bags)) / (1 + count)) + 0.1 for word, count in used.items()}
        self._entries = tuple(
            _Entry(exercise, self._weights(bag), tuple(map(same_name, (exercise.name, *exercise.aliases))))
            for exercise, bag in zip(exercises, bags, strict=True)
        )

    def best(self, text: str) -> str | None:
        """The name of the exercise that a text describes, without qualifiers that the text does not speak of."""
        rated = self._rated(text[:_LONGEST])
        tells = [(len(tell.needs), self._likeness(tell.name, rated), tell.name) for tell in told_by(text)]
        needs, told, name = max(tells, default=(0, 0.0, ""))
        likeness, best = max(rated.values(), key=lambda each: each[0], default=(0.0, None))
        if needs and (likeness < _STRIKING or likeness < _FAR * told):
            return name
        if best is None or likeness < _ENOUGH:
            return None
        spoken = f" {_plain(text[:_LONGEST])} "
        return self._simplest(best, likeness, rated, spoken)

    def _rated(self, text: str) -> dict[str, tuple[float, _Entry]]:
        """How like every exercise a text is, by their names."""
        bag = _bag(text)
        asked = self._weights(bag)
        spoken = f" {_plain(text)} "
        rated = {}
        for entry in self._entries:
            shared = sum(1 for word in entry.weights if word in asked)
            likeness = _cosine(asked, entry.weights) if shared >= _SHARED else 0.0
            rated[entry.exercise.name] = likeness + _mentions(entry.names, spoken), entry
        return rated

    def _likeness(self, name: str, rated: dict[str, tuple[float, _Entry]]) -> float:
        exercise = self._known.lookup(name)
        return rated[exercise.name][0] if exercise and exercise.name in rated else 0.0

    def _simplest(self, best: _Entry, likeness: float, rated: dict[str, tuple[float, _Entry]], spoken: str) -> str:
        """The plainest name that fits: "squat" for a "chair squat" that reads like a squat."""
        for name in (best.exercise.name, *best.exercise.aliases):
            words = name.split()
            for dropped in range(len(words) - 1, 0, -1):
                simpler = self._known.lookup(" ".join(words[dropped:]))
                if simpler is None:
                    continue
                told = any(f" {same_name(word)} " in spoken for word in words[:dropped])
                if not told or self._likeness(simpler.name, rated) >= _NEARLY * likeness:
                    return " ".join(words[dropped:])
        return best.exercise.name

    def _weights(self, bag: Counter[str]) -> dict[str, float]:
        raw = {word: (1 + log(count)) * self._rarity.get(word, _UNKNOWN) for word, count in bag.items()}
        length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {word: weight / length for word, weight in raw.items() if weight}


def _told(exercise: Exercise) -> str:
    """What the library says of an exercise, its names most."""
    names = (exercise.name, exercise.name, *exercise.aliases)
    parts = (*names, exercise.starting_position, exercise.action, exercise.action, *exercise.forms)
    return " ".join(parts)


def _bag(text: str) -> Counter[str]:
    words = (_stem(word) for word in _WORD.findall(text.casefold()) if word not in _COMMON)
    return Counter(words)


def _stem(word: str) -> str:
    """A word without its ending, alike for the forms of one word: step, steps, stepping."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            bare = word[: -len(ending)] + instead
            doubled = ending in ("ing", "ed") and len(bare) > _LEAST_STEM and bare[-1] == bare[-2]
            return bare[:-1] if doubled else bare
    return word


def _plain(text: str) -> str:
    return same_name(re.sub(r"[^\w\s'-]", " ", text))


def _mentions(names: Iterable[str], spoken: str) -> float:
    return _MENTIONED if any(f" {name} " in spoken for name in names) else 0.0


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())
