from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import at
from voicecoach.model.workout import Settings
from voicecoach.source import Source
from voicecoach.wording.layers import bundled_packs, load_pack, pack_of

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.wording.pack import Pack


def words_of(pack: Pack, moment: str) -> str:
    return pack.cues[moment].forms[0][1][0][0][1].source


def pack_in(folder: Path, name: str = "mine.toml") -> tuple[Pack, list[str]]:
    """The pack that a script in a folder asks for, and its faults as place, code and message."""
    script = Source(str(folder / "script.md"), "")
    pack, faults, _ = pack_of(Settings(coach=name, coach_span=at(2)), script)
    places = [f"{f.span.file.removeprefix(f'{folder}/')}:{f.span.line}:{f.span.column}" for f in faults]
    return pack, [f"{place} {f.code}: {f.message}" for place, f in zip(places, faults, strict=True)]


def test_the_bundled_packs() -> None:
    assert bundled_packs() == ("beeps", "calm", "drill", "friendly", "minimal")


def test_a_pack_beside_the_script_says_its_own_words_and_the_default_packs_else(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[cues]\nhalfway = "Half, my friend."\n')
    pack, faults = pack_in(tmp_path)
    assert (words_of(pack, "halfway"), words_of(pack, "hold"), faults, pack.name) == (
        "Half, my friend.",
        "Hold.",
        [],
        "mine",
    )


def test_a_pack_extends_another_by_name_or_by_path(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('extends = "team.toml"\n[cues]\nhold = "Freeze."\n')
    (tmp_path / "team.toml").write_text('extends = "minimal"\n[cues]\nhold = "Stay."\nhalfway = "Half, team."\n')
    pack, faults = pack_in(tmp_path)
    assert [words_of(pack, moment) for moment in ("hold", "halfway", "last_rep")] == ["Freeze.", "Half, team.", "Last."]
    assert faults == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[cues]\nhalfwey = "Half."\n', 'mine.toml:2:1 bad-cue: no moment is called "halfwey"'),
        ('name = "Mine"\n\n[cues]\nrest = "Rest {x}."\n', "mine.toml:4:1 bad-cue: nothing fills {x} here"),
        ('[cues]\ncount = "\u266a tock"\n', 'mine.toml:2:1 bad-cue: no earcon is called "tock"'),
        ('nmae = "Mine"\n', 'mine.toml:1:1 bad-pack: a pack has no key "nmae"'),
        ('cues = "Half."\n', 'mine.toml:1:1 bad-pack: "cues" cannot be that'),
        ("[cues]\nhalfway = Half\n", "mine.toml:2:11 bad-pack: this is no TOML: invalid value"),
        ('extends = "frindly"\n', 'mine.toml:1:1 unknown-pack: no cue pack is called "frindly"'),
        ('extends = "mine.toml"\n', 'mine.toml:1:1 bad-pack: "mine.toml" extends a pack that extends it'),
    ],
)
def test_a_wrong_pack_is_told_at_its_line(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    pack, faults = pack_in(tmp_path)
    assert faults == [told]
    assert words_of(pack, "hold") == "Hold."


def test_a_pack_that_is_not_there_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    _, (fault,) = pack_in(tmp_path)
    assert fault == f'workout.md:2:3 unknown-pack: "{tmp_path}/mine.toml" cannot be read: No such file or directory'


def test_a_pack_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe\x00")
    assert pack_in(tmp_path)[1] == [f'workout.md:2:3 bad-pack: "{tmp_path}/mine.toml" is no text']
    (tmp_path / "mine.toml").write_bytes(b"# x\n" * 300_000)
    assert pack_in(tmp_path)[1] == [f'workout.md:2:3 bad-pack: "{tmp_path}/mine.toml" is too large for a cue pack']


def test_beeps_say_nothing_but_what_the_author_wrote() -> None:
    pack = load_pack("beeps")
    spoken = {
        moment
        for moment, entry in pack.cues.items()
        if any(
            template.source and template.source[0] != "\u266a"
            for _, each in entry.forms
            for v in each
            for _, template in v
        )
    }
    assert spoken == {"line"}


def test_a_pack_that_does_not_speak_the_language_gives_way_and_says_so() -> None:
    script = Source("script.md", "")
    pack, (fault,), _ = pack_of(Settings(coach="calm", language="xx", coach_span=at(2)), script)
    assert (pack.name, pack.language) == ("calm", "en")
    assert fault.message == 'the pack "calm" is not worded in "xx": calm speaks en'


def test_a_lexicon_of_the_nearest_pack_counts(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('extends = "team.toml"\n[lexicon]\nRDL = "Romanian deadlift"\n')
    (tmp_path / "team.toml").write_text('[lexicon]\nRDL = "R D L"\nKB = "kettle"\nX = 3\n')
    pack, faults = pack_in(tmp_path)
    assert pack.lexicon == {"RDL": "Romanian deadlift", "KB": "kettle"}
    assert faults == ['team.toml:4:1 bad-cue: "X" needs a respelling']
