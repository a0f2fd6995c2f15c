from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installed import install
from voicecoach.errors import VoicecoachError
from voicecoach.importers import importer_for, importer_names, load_importer
from voicecoach.ports import Importer
from voicecoach.source import Source

if TYPE_CHECKING:
    from pathlib import Path

ZWO = '<workout_file><workout><SteadyState Duration="60" Power="0.5"/></workout></workout_file>'
ICU = "Warmup\n- 10m 50-65%\n\nMain 5x\n- 3m 120%\n- 2m 50%\n"
GAPS = "Sit down.\n[Gap: 30 seconds]\nStand up.\n[PAUSE:5]\nDone.\n"
LIFTS = "# Week 1\n## Day 1\nSquat / 3x8 60kg\nPlank / 3x1 60s|30s\n"
PLAN = '{"title": "x", "duration_ms": 1000, "steps": []}'
PROSE = "Squats\n\nStand with your feet apart. Push your hips back and lower your body.\n"
LISTED = "My circuit:\n\n- 20 squats\n- 10 push-ups\n- 30 second plank\n\nThat is all.\n"


def chosen(text: str, name: str = "x.txt") -> str | None:
    importer = importer_for(Source(name, text))
    return importer.name if importer else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ZWO, "zwo"),
        (ICU, "intervals.icu"),
        (GAPS, "gaps"),
        (LIFTS, "liftoscript"),
        (PLAN, "json-plan"),
        (PROSE, "prose"),
        (LISTED, "prose"),
    ],
)
def test_each_format_goes_to_its_importer_whatever_the_file_is_called(text: str, name: str) -> None:
    assert chosen(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "- Squat: 12 reps\n- Rest: 30s\n",
        "# Legs\n\n## Main (3 rounds)\n- Squat\n- Lunge\n",
        "---\ntitle: Legs\n---\n\nStand with your feet apart and lower your body.\n",
        "- Squat 3x12\n- Push-up: x 10\n",
        "1. Squat: 40s\n2. Rest: 20s\n",
    ],
)
def test_a_script_is_taken_for_nothing_else(text: str) -> None:
    assert chosen(text) is None


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Dear diary, nothing happened.", '{"a": 1}', "<html></html>", "- milk\n- eggs\n"]
)
def test_what_nobody_can_read_goes_to_nobody(text: str) -> None:
    assert chosen(text) is None


def test_the_ending_of_a_name_decides_where_it_belongs_to_a_format() -> None:
    assert chosen("- Squat: 12 reps, as in <workout_file >", "ride.zwo") == "zwo"


def test_our_own_importers_satisfy_the_protocol() -> None:
    assert all(isinstance(load_importer(name), Importer) for name in importer_names())


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(VoicecoachError) as caught:
        load_importer("prosa")
    assert str(caught.value) == 'no importer is called "prosa"; did you mean "prose"?'


SEMAPHORE = """
from voicecoach.ports import Imported

class Semaphore:
    name = "semaphore"
    suffixes = (".flags",)

    def sniff(self, source):
        return 1.0 if source.text.startswith("~") else 0.0

    def convert(self, source, known):
        return Imported(f"- Squat: {len(source.text)} reps\\n")
"""


def test_importers_of_others_have_the_same_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "flags_for_voicecoach.py").write_text(SEMAPHORE, "utf-8")
    install(tmp_path, monkeypatch, "voicecoach.importers", {"semaphore": "flags_for_voicecoach:Semaphore"})
    assert importer_names()[-1] == "semaphore"
    assert chosen("~\nSquats. Stand tall and lower your hips.") == "semaphore"
