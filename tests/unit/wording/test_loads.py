"""What a coach says of a load, and of what one needs, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.model.plan import Cue, Lead, Phrase, Priority
from voicecoach.model.workout import Settings
from voicecoach.source import Source
from voicecoach.wording import Words, load_pack, pack_of
from voicecoach.wording.pack import read_entry
from voicecoach.wording.places import worded_languages

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.plan import Value
    from voicecoach.wording import Pack


def told(hole: str, value: Value, pack: Pack | None = None) -> str:
    """What stands in a hole."""
    moment = "opening" if hole == "equipment" else "next"
    entry = read_entry(moment, f"- {{{hole}}}")
    words = Words((pack or load_pack("friendly")).with_cues({moment: entry}), 1)
    (wording,) = words.cue(Cue(moment, Lead(), Priority.ESSENTIAL, {hole: value})).wordings
    return wording.text.removeprefix("- ")


@pytest.mark.parametrize(
    ("written", "english", "german", "spanish"),
    [
        ("at 20 kg", "at 20 kilos", "mit 20 Kilo", "con 20 kilos"),
        ("at 1kg", "at one kilo", "mit einem Kilo", "con un kilo"),
        ("at 22.5 kg", "at 22.5 kilos", "mit 22,5 Kilo", "con 22,5 kilos"),
        ("at 45 lbs", "at 45 pounds", "mit 45 Pfund", "con 45 libras"),
        ("at 60%", "at 60 percent", "bei 60 Prozent", "60 por ciento"),
        ("at 60% to 75%", "at 60 to 75 percent", "bei 60 bis 75 Prozent", "60 a 75 por ciento"),
        ("at 200-250 watts", "at 200 to 250 watts", "bei 200 bis 250 Watt", "200 a 250 vatios"),
        ("at 90 RPM", "at 90 turns a minute", "bei 90 Umdrehungen pro Minute", "90 vueltas por minuto"),
        ("at zone 3", "in zone 3", "in Zone 3", "en zona 3"),
        ("at bodyweight", "at body weight", "mit dem eigenen Körpergewicht", "con tu propio peso"),
        ("RPE 8", "effort 8 of 10", "Anstrengung 8 von 10", "esfuerzo 8 de 10"),
        ("RPE 7.5", "effort 7.5 of 10", "Anstrengung 7,5 von 10", "esfuerzo 7,5 de 10"),
        ("with dumbbells", "with dumbbells", "mit Kurzhanteln", "con mancuernas"),
        ("with a band", "with a band", "mit Band", "con banda elástica"),
        ("using A Backpack", "with A Backpack", "mit Rucksack", "con mochila"),
        ("holding a plate", "holding a plate", "mit Hantelscheibe in der Hand", "con disco en la mano"),
    ],
)
def test_a_load_is_told_in_the_words_of_the_language(written: str, english: str, german: str, spanish: str) -> None:
    packs = (load_pack("friendly", language) for language in ("en", "de", "es"))
    assert [told("load", (written,), pack) for pack in packs] == [english, german, spanish]


@pytest.mark.parametrize(
    ("written", "english", "german"),
    [
        ("with zwei Wasserflaschen", "with zwei Wasserflaschen", "mit zwei Wasserflaschen"),
        ("at 20 kg to 30 lbs", "at 20 kg to 30 lbs", "bei 20 kg to 30 lbs"),
        ("at 60% of the best", "at 60% of the best", "bei 60% of the best"),
        ("at 30 degrees", "at 30 degrees", "bei 30 degrees"),
        ("rather heavy", "rather heavy", "rather heavy"),
    ],
)
def test_what_only_its_author_understands_stays_as_written(written: str, english: str, german: str) -> None:
    packs = (load_pack("friendly", language) for language in ("en", "de"))
    assert [told("load", (written,), pack) for pack in packs] == [english, german]


def test_several_loads_stand_one_after_the_other() -> None:
    assert told("load", ("with dumbbells", "at 2 kg", "RPE 8")) == "with dumbbells, at 2 kilos, effort 8 of 10"
    assert told("load", ()) == "-"


@pytest.mark.parametrize(
    ("language", "needed"),
    [
        ("en", "a mat, dumbbells, a chair and ein Besen"),
        ("de", "eine Matte, Kurzhanteln, einen Stuhl und ein Besen"),
        ("es", "una esterilla, mancuernas, una silla y ein Besen"),
        ("fr", "un tapis, des haltères, une chaise et ein Besen"),
        ("it", "un tappetino, dei manubri, una sedia e ein Besen"),
        ("pt", "um tapete, halteres, uma cadeira e ein Besen"),
    ],
)
def test_what_one_needs_has_its_article(language: str, needed: str) -> None:
    """Whether it is called as the library calls it in English, with an article of the author's, or in the language."""
    pack = load_pack("friendly", language)
    assert told("equipment", ("mat", "dumbbells", "A chair", "ein Besen"), pack) == needed
    assert told("equipment", (pack.noun("mat"),), pack) == pack.needed("mat")


@pytest.mark.parametrize("language", worded_languages())
def test_no_language_knows_fewer_things_than_another(language: str) -> None:
    known, pack = load_pack("friendly").equipment, load_pack("friendly", language)
    assert [thing for thing in known if pack.needed(thing) == thing] == []


def test_a_pack_has_words_of_its_own_for_a_thing(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[nouns]\nplate = "disc"\n[equipment]\nMat = "your red mat"\n')
    pack, faults, _ = pack_of(Settings(coach="mine"), Source(str(tmp_path / "script.md"), ""))
    assert (told("load", ("holding a plate",), pack), faults) == ("holding disc", ())
    assert told("equipment", ("a mat", "wall"), pack) == "your red mat and a wall"


def test_a_thing_without_words_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[equipment]\nmat = ""\nwall = 3\n')
    _, faults, _ = pack_of(Settings(coach="mine"), Source(str(tmp_path / "script.md"), ""))
    assert [(fault.message, fault.hint, fault.span.line) for fault in faults] == [
        ('"mat" has no words', 'write them in quotes: mat = "a mat"', 2),
        ('"wall" has no words', 'write them in quotes: mat = "a mat"', 3),
    ]


@pytest.mark.parametrize("language", worded_languages())
@pytest.mark.parametrize("count", [1, 2, 5, 21])
@pytest.mark.parametrize("unit", ["kilos", "pounds", "percent", "watts", "turns"])
def test_numbers_of_units_are_words_for_one_and_figures_for_more(language: str, count: int, unit: str) -> None:
    words = Words(load_pack("friendly", language), 1).phrase(Phrase(unit, {unit: count}))
    assert str(count) in words or count == 1
