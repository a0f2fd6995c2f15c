"""What every entry of a translation owes to a listener, and to the exercise that it translates."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from command import SCRIPTS
from stock import entry, shelf, texts_in
from voicecoach.intake import load
from voicecoach.library import Shelf, Translations, translated_languages, translated_texts
from voicecoach.model.walk import activities_of
from voicecoach.model.workout import Reps
from voicecoach.names import same_name
from voicecoach.script import parse_exercises
from voicecoach.source import Source
from voicecoach.speech.normalize import normalize

if TYPE_CHECKING:
    from voicecoach.model.workout import Exercise

KEY = re.compile(r"^Translates: (.*)$", re.MULTILINE)
HEADING = re.compile(r"^#{3,} (.*)$", re.MULTILINE)

ALPHABETS = {
    "de": "A-Za-zÄÖÜäöüßé",
    "es": "A-Za-zÁÉÍÓÚÜÑáéíóúüñ",
    "fr": "A-Za-zÀÂÇÈÉÊËÎÏÔŒÙÛàâçèéêëîïôœùû",
    "it": "A-Za-zÀÈÉÌÒÙàèéìòù",
    "pt": "A-Za-zÁÂÃÀÇÉÊÍÓÔÕÚáâãàçéêíóôõú",
}
"""The letters of each language; digits, brackets, slashes and dashes are each read differently by different voices."""

SIDES = {
    "de": r"link[es]|rechts|rechte[nrs]?\b(?! Winkel)",
    "es": "izquierd|derech",
    "fr": "gauche|à droite|côté droit",
    "it": "sinistr|destr",
    "pt": "esquerd|direit",
}
"""How the words for left and right begin; "im rechten Winkel" is none."""

languages = pytest.mark.parametrize("language", translated_languages())


@cache
def translations(language: str) -> Translations:
    nothing = Shelf(tuple, lambda _: ())
    return Translations(nothing, shelf(), lambda: translated_texts(language), lambda text: parse_exercises(text)[0])


@cache
def keys(language: str) -> tuple[str, ...]:
    """The names of the exercises that have been translated."""
    return tuple(chain.from_iterable(KEY.findall(text.text) for text in translated_texts(language)))


@cache
def entries(language: str) -> tuple[tuple[Exercise, Exercise], ...]:
    """Each translated exercise behind its original."""
    found = ((entry(key), translations(language).lookup(key)) for key in keys(language))
    return tuple((original, told) for original, told in found if told)


def test_the_languages_of_the_default_coach_are_there() -> None:
    assert "de" in translated_languages()
    assert set(translated_languages()) <= set(ALPHABETS)


@languages
def test_every_file_is_read_without_a_diagnostic(language: str) -> None:
    for text in translated_texts(language):
        _, diagnostics = parse_exercises(Source(text.name, KEY.sub("", text.text)))
        assert [(text.name, each.span.line, each.message) for each in diagnostics] == []


@languages
def test_every_entry_translates_one_exercise_and_no_other_does(language: str) -> None:
    names = {exercise.name for exercise in shelf().exercises}
    headings = list(chain.from_iterable(HEADING.findall(text.text) for text in translated_texts(language)))
    assert [key for key in keys(language) if key not in names] == []
    assert len(set(keys(language))) == len(keys(language)) == len(headings)
    assert [told.name for _, told in entries(language)] == headings


@languages
def test_what_people_use_most_is_there(language: str) -> None:
    """Everything in the ready scripts and in the article about legs and glutes, and as much again."""
    ready = {
        activity.exercise.name
        for path in SCRIPTS.glob("*.md")
        for activity in activities_of(load(Source(path.name, path.read_text("utf-8"))).workout)
    }
    article = {entry(name).name for name in ("double-leg bridge", "single-leg bridge", "straight-leg bridge", "squat",
        "single-leg squat", "dumbbell squat", "goblet squat", "reverse lunge", "forward lunge", "walking lunge",
        "weighted lunge", "front-foot-elevated lunge", "Bulgarian split squat", "deadlift")}  # fmt: skip
    library = {exercise.name for exercise in shelf().exercises}
    assert (ready | article) & library - set(keys(language)) == set()
    assert len(keys(language)) >= 120


@languages
def test_each_is_found_by_its_names_in_both_languages(language: str) -> None:
    for original, told in entries(language):
        for name in (told.name, *told.aliases, original.name):
            assert translations(language).lookup(name) == told, (name, told.name)


@languages
def test_no_name_stands_for_two(language: str) -> None:
    """An English name means the same exercise as in an English script, unless it is no English any more."""
    owners: dict[str, set[str]] = {}
    for original, told in entries(language):
        for name in (told.name, *told.aliases):
            owners.setdefault(same_name(name), set()).add(original.name)
            if there := shelf().lookup(name):
                owners[same_name(name)].add(there.name)
    assert {name: several for name, several in owners.items() if len(several) > 1} == {}


@languages
def test_every_entry_tells_all_that_a_stranger_to_the_name_needs(language: str) -> None:
    for _, told in entries(language):
        assert all((told.setup, told.starting_position, told.action)), told.name
        assert len({same_name(form) for form in told.forms}) == len(told.forms) >= 3, told.name
        names = [same_name(name) for name in (told.name, *told.aliases)]
        assert len(names) == len(set(names)), told.name


@languages
@pytest.mark.parametrize(
    ("field", "most"), [("set-up", 12), ("starting position", 30), ("action", 32), ("form", 8), ("name", 5)]
)
def test_texts_are_short_enough_to_be_spoken(language: str, field: str, most: int) -> None:
    texts = [text for _, told in entries(language) for kind, text in texts_in(told) if kind == field]
    assert [text for text in texts if len(text.split()) > most] == []


@languages
def test_texts_are_whole_sentences_in_the_letters_of_the_language(language: str) -> None:
    letters = ALPHABETS[language]
    sentence = re.compile(rf"[A-ZÀ-Ý](?:[{letters} ,.'-](?! -))*\.")
    for _, told in entries(language):
        for kind, text in texts_in(told):
            if kind in ("set-up", "starting position", "action", "form", "mistake"):
                assert sentence.fullmatch(text), (told.name, kind, text)
            assert not re.search(r"\b[A-ZÀ-Ý]{2,}\b", text), (told.name, kind, text)


@languages
def test_phases_are_where_the_original_has_them(language: str) -> None:
    """One word for each way, so that nobody is told up and down who pulls and turns."""
    word = rf"[A-ZÀ-Ý][{ALPHABETS[language]}]+"
    for original, told in entries(language):
        assert len(told.phases) == len(original.phases), told.name
        for phase in told.phases:
            assert re.fullmatch(rf"{word}(?: [{ALPHABETS[language]}]+)?", phase), (told.name, phase)
        if told.phases:
            assert told.phases[0][0] != told.phases[1][0], told.name


@languages
def test_a_one_sided_movement_is_worded_for_both_sides(language: str) -> None:
    side = re.compile(rf"\b(?:{SIDES[language]})", re.IGNORECASE)
    for _, told in entries(language):
        spoken = " ".join(text for _, text in texts_in(told))
        assert not (told.sides and side.search(spoken)), told.name


@languages
def test_each_tool_has_one_word(language: str) -> None:
    """What is needed is told before the workout: each thing once, so everybody calls it the same."""
    words: dict[str, set[str]] = {}
    for original, told in entries(language):
        for thing, word in zip(original.equipment, told.equipment, strict=True):
            words.setdefault(thing, set()).add(word)
    assert {thing: several for thing, several in words.items() if len(several) > 1} == {}
    assert len({word for several in words.values() for word in several}) == len(words)


@languages
def test_the_normalizer_has_nothing_to_do(language: str) -> None:
    texts = [text for _, told in entries(language) for _, text in texts_in(told)]
    assert [text for text in texts if normalize(text, language) != text] == []


@languages
def test_counted_ones_stay_counted(language: str) -> None:
    for original, told in entries(language):
        assert (told.prescription, told.tempo, told.sides) == (original.prescription, original.tempo, original.sides)
        if told.prescription and isinstance(told.prescription.amount, Reps):
            assert told.starts is original.starts
