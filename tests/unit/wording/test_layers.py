from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import at
from voicecoach.model.workout import Settings
from voicecoach.source import Source
from voicecoach.wording.layers import load_pack, pack_of
from voicecoach.wording.places import bundled_packs

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.wording.pack import Pack


def words_of(pack: Pack, moment: str) -> str:
    return pack.cues[moment].forms[0][1][0][0][1].source


def pack_in(
    folder: Path, name: str = "mine.toml", own: Path | None = None, language: str = "en"
) -> tuple[Pack, list[str]]:
    """The pack that a script in a folder asks for, and its faults as place, code and message."""
    script = Source(str(folder / "script.md"), "")
    pack, faults, _ = pack_of(Settings(coach=name, coach_span=at(2), language=language), script, own)
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
    assert [words_of(pack, moment) for moment in ("hold", "halfway", "minute")] == [
        "Freeze.",
        "Half, team.",
        "Minute {round}.",
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[cues]\nhalfwey = "Half."\n', 'mine.toml:2:1 bad-cue: no moment is called "halfwey"'),
        ('name = "Mine"\n\n[cues]\nrest = "Rest {x}."\n', "mine.toml:4:14 bad-cue: nothing fills {x} here"),
        ('[cues]\ncount = "\u266a tock"\n', 'mine.toml:2:12 bad-cue: no earcon is called "tock"'),
        ('nmae = "Mine"\n', 'mine.toml:1:1 bad-pack: a pack has no key "nmae"'),
        ('cues = "Half."\n', 'mine.toml:1:1 bad-pack: "cues" cannot be that'),
        (f"x = {'1' * 5000}\n", "mine.toml:1:1 bad-pack: a number in this is far too long"),
        ("language = 5\n", 'mine.toml:1:1 bad-pack: "language" cannot be that'),
        (f"name = {'[' * 5000}\n", "mine.toml:1:1 bad-pack: this is nested too deeply"),
        ("[cues]\nhalfway = 2024-01-01\n", 'mine.toml:2:1 bad-cue: "2024-01-01" is not a text'),
        (
            '[cues]\nrest = [\n  "Rest.",\n  "Rest {secs}.",\n]\n',
            "mine.toml:4:9 bad-cue: nothing fills {secs} here",
        ),
        ('[cues.rest]\nfull = "Rest {secs}."\n', "mine.toml:1:2 bad-cue: nothing fills {secs} here"),
        ('cues.rest = "Rest {secs}."\n', "mine.toml:1:19 bad-cue: nothing fills {secs} here"),
        ('[cues]\nrest = "Rest [now."\n', 'mine.toml:2:14 bad-cue: "Rest [now." has an opening "[" without its "]"'),
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


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").mkdir()
    assert pack_in(tmp_path)[1] == [f'workout.md:2:3 bad-pack: "{tmp_path}/mine.toml" is no file']


def test_a_loop_through_several_packs_is_told_where_it_closes(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('extends = "team"\n')
    (tmp_path / "team.toml").write_text('name = "Team"\nextends = "./mine.toml"\n')
    pack, faults = pack_in(tmp_path)
    assert faults == ['team.toml:2:1 bad-pack: "./mine.toml" extends a pack that extends it']
    assert words_of(pack, "hold") == "Hold."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def test_a_name_is_found_beside_the_script_then_in_the_own_folder_then_here(tmp_path: Path, own: Path) -> None:
    said = '[cues]\nhalfway = "{}"\n'
    assert words_of(pack_in(tmp_path, "calm", own)[0], "halfway") == "Halfway."
    (own / "calm.toml").write_text(said.format("From my folder."))
    assert words_of(pack_in(tmp_path, "calm", own)[0], "halfway") == "From my folder."
    (tmp_path / "calm.toml").write_text(said.format("From beside."))
    assert words_of(pack_in(tmp_path, "calm", own)[0], "halfway") == "From beside."


def test_a_pack_that_extends_its_own_name_extends_the_next_of_that_name(tmp_path: Path, own: Path) -> None:
    (tmp_path / "drill.toml").write_text('extends = "drill"\n[cues]\nhold = "Freeze!"\n')
    (own / "drill.toml").write_text('extends = "drill"\n[cues]\nrest_open = "Rest. Shout!"\n')
    pack, faults = pack_in(tmp_path, "drill", own)
    assert faults == []
    assert [words_of(pack, moment) for moment in ("hold", "rest_open", "remaining")] == [
        "Freeze!",
        "Rest. Shout!",
        "{remaining} left!",
    ]


def test_a_language_has_a_file_of_its_own(tmp_path: Path, own: Path) -> None:
    (own / "mine.toml").write_text('[cues]\nhalfway = "Half."\n')
    (own / "mine.de.toml").write_text('language = "de"\n[cues]\nhalfway = "Die Hälfte."\n', "utf-8")
    pack, faults = pack_in(tmp_path, "mine", own, "de-AT")
    assert (words_of(pack, "halfway"), pack.language, pack.name, faults) == ("Die Hälfte.", "de", "mine", [])
    assert words_of(pack_in(tmp_path, "mine", own)[0], "halfway") == "Half."


def test_a_pack_of_another_language_than_the_script_is_told(tmp_path: Path, own: Path) -> None:
    (own / "mine.toml").write_text('language = "en"\n')
    _, faults = pack_in(tmp_path, "mine", own, "de")
    assert faults == ['workout.md:2:3 pack-language: the pack "mine" speaks en, the script de']


def test_an_own_pack_may_be_meant(tmp_path: Path, own: Path) -> None:
    (own / "grandma.toml").write_text("")
    _, faults, _ = pack_of(Settings(coach="granma"), Source(str(tmp_path / "x.md"), ""), own)
    assert [fault.hint for fault in faults] == ['did you mean "grandma"?']


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
    assert faults == ['team.toml:4:1 bad-cue: "X" has no pronunciation: it says nothing']
