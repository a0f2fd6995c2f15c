"""``voicecoach cues``: the packs at hand, their words, new ones, their mistakes, their sound."""

from __future__ import annotations

import json
import tomllib
import wave
from pathlib import Path

import pytest

from command import voicecoach
from voicecoach.wording.moments import MOMENTS, PHRASES
from voicecoach.wording.places import bundled_packs

TONE = ("--engine", "tone")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and an own folder of packs that is not there yet."""
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "home" / "packs"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_list_names_language_place_and_what_they_are(own: Path) -> None:
    mine = write(own / "mine.toml", 'about = "grandma"\nlanguage = "de"\n')
    write(own / "mine.es.toml", 'language = "es"\n')
    write(Path("team.toml"), 'extends = "drill"\n')
    write(Path("pyproject.toml"), '[project]\nname = "another thing"\n')
    result = voicecoach("cues", "list")
    assert (result.code, result.err) == (0, "")
    rows = {line.split()[0]: line for line in result.out.splitlines()}
    assert set(rows) == {*bundled_packs(), "mine", "team"}
    assert rows["mine"].split() == ["mine", "de", "es", str(mine), "grandma"]
    assert rows["friendly"].startswith("friendly  de en es fr it pt")
    assert "  bundled  " in rows["calm"]


def test_a_pack_with_mistakes_is_listed_as_such(own: Path) -> None:
    write(own / "mine.toml", "[cues\n")
    (row,) = [line for line in voicecoach("cues", "list").out.splitlines() if line.startswith("mine")]
    assert row.endswith("has mistakes: see voicecoach cues check mine")


def test_the_list_as_json(own: Path) -> None:
    mine = write(own / "mine.toml", 'about = "grandma"\n')
    listed = json.loads(voicecoach("cues", "list", "--json").out)
    assert {"name": "mine", "languages": ["en"], "file": str(mine), "about": "grandma"} in listed
    assert {pack["file"] for pack in listed} == {None, str(mine)}


def test_all_that_a_pack_says_is_shown_with_examples() -> None:
    shown = voicecoach("cues", "show", "drill").out
    blocks = {block.split()[0]: block for block in shown.split("\n\n")[1:]}
    assert set(blocks) == {*MOMENTS, *PHRASES}
    assert blocks["remaining"].splitlines() == [
        "remaining         the time left of a step or a long rest",
        "            {remaining} left!",
        "            {remaining} to go!",
        '    e.g.    "10 seconds left!"',
    ]
    assert blocks["reps"].splitlines()[0] == "reps              inside other words (from friendly)"
    assert "    one     one second\n    other   {seconds} seconds" in blocks["seconds"]


def test_silence_and_sounds_are_shown_as_such() -> None:
    shown = voicecoach("cues", "show", "beeps").out
    assert "    \u266a halfway\n".replace("    ", "            ", 1) in shown
    assert "            (silence)\n    e.g.    (no words)" in shown


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pt"])
def test_another_language_is_shown(language: str) -> None:
    shown = json.loads(voicecoach("cues", "show", "--language", language, "--json").out)
    assert shown["language"] == language
    assert {entry["name"] for entry in shown["entries"]} == {*MOMENTS, *PHRASES}
    assert "left" not in next(entry["example"] for entry in shown["entries"] if entry["name"] == "remaining")


def test_the_json_tells_whose_words_they_are() -> None:
    write(Path("mine.toml"), '[cues]\nhalfway = ["Half.", "Half!"]\n')
    shown = json.loads(voicecoach("cues", "show", "mine.toml", "--json").out)
    entries = {entry["name"]: entry for entry in shown["entries"]}
    assert entries["halfway"]["words"] == ["Half.", "Half!"]
    assert (entries["halfway"]["pack"], entries["rest"]["pack"]) == ("mine", "friendly")
    assert entries["rest"]["counted"] == "seconds"
    assert shown["file"] == str(Path("mine.toml").resolve())


@pytest.mark.parametrize("below", bundled_packs())
def test_a_new_pack_says_what_the_other_says_whether_its_comments_are_taken_away_or_not(below: str, own: Path) -> None:
    assert voicecoach("cues", "new", "mine", "--from", below).code == 0
    file = own / "mine.toml"
    words = {e["name"]: e["words"] for e in json.loads(voicecoach("cues", "show", below, "--json").out)["entries"]}
    for text in (file.read_text("utf-8"), uncommented(file.read_text("utf-8"))):
        file.write_text(text, "utf-8")
        shown = json.loads(voicecoach("cues", "show", "mine", "--json").out)
        assert {entry["name"]: entry["words"] for entry in shown["entries"]} == words
        checked = voicecoach("cues", "check", "mine")
        assert (checked.code, checked.err) == (0, "")
    data = tomllib.loads(file.read_text("utf-8"))
    assert (set(data["cues"]), set(data["phrases"])) == (set(MOMENTS), set(PHRASES))


def uncommented(text: str) -> str:
    entries = (f"# {name} = " for name in (*MOMENTS, *PHRASES))
    for entry in entries:
        text = text.replace(f"\n{entry}", f"\n{entry.removeprefix('# ')}")
    return text


def test_it_says_what_to_do_next(own: Path) -> None:
    assert voicecoach("cues", "new", "mine").out.splitlines() == [
        f"{own / 'mine.toml'} is written. Change it as you like, then:",
        "  voicecoach cues check mine",
        "  voicecoach cues hear halfway --pack mine",
    ]


def test_nothing_is_written_over(own: Path) -> None:
    file = write(own / "mine.toml", "# mine\n")
    result = voicecoach("cues", "new", "mine")
    told = f"error: {file} is there already, and stays as it is; choose another name\n"
    assert (result.code, result.err, file.read_text()) == (1, told, "# mine\n")


def test_a_new_pack_in_a_file_of_ones_choice_extends_another_file(own: Path) -> None:
    write(Path("team.toml"), '[cues]\nhold = "Freeze."\n')
    assert voicecoach("cues", "new", "mine", "--from", "team.toml", "-o", "mine.toml").code == 0
    assert tomllib.loads(Path("mine.toml").read_text("utf-8"))["extends"] == "./team.toml"
    assert '"Freeze."' in Path("mine.toml").read_text("utf-8")
    assert not own.exists()


def test_a_new_pack_in_a_language_that_nobody_worded_says_so_when_it_is_checked(own: Path) -> None:
    assert voicecoach("cues", "new", "mine", "--language", "nl").code == 0
    assert tomllib.loads((own / "mine.toml").read_text("utf-8"))["language"] == "nl"
    assert "[missing-words]" in voicecoach("cues", "check", "mine").err
    result = voicecoach("cues", "new", "other", "--language", "dutch!")
    assert result.err == 'error: "dutch!" is no language tag; write one such as en, en-GB or de\n'


@pytest.mark.parametrize("name", ["../mine", "my pack", "", "mine.toml"])
def test_a_name_is_letters_and_digits(name: str, own: Path) -> None:
    result = voicecoach("cues", "new", name)
    told = f'error: "{name}" cannot be the name of a pack; write letters and digits, joined by hyphens\n'
    assert (result.code, result.err) == (1, told)


def test_mistakes_are_told_with_their_places_and_remedies() -> None:
    write(
        Path("mine.toml"),
        'extends = "drill"\n\n[cues]\nhalfwey = "Half."\nrest = ["Rest.", "Rest, {secs} seconds."]\n'
        'remaining = { one = "One second.", few = "?", other = "{seconds} seconds." }\n'
        '[phrases]\nreps = "{reps} reps"\nseconds = { zero = "none", other = "{seconds} seconds" }\n',
    )
    result = voicecoach("cues", "check", "mine.toml")
    assert result.code == 1
    assert [line for line in result.err.splitlines() if line.startswith(("mine.toml", "  hint"))] == [
        'mine.toml:4:1: error: no moment is called "halfwey" [bad-cue]',
        '  hint: did you mean "halfway"?',
        "mine.toml:5:25: error: nothing fills {secs} here [bad-cue]",
        "  hint: did you mean {seconds}?",
        'mine.toml:6:36: warning: "remaining": en has no form "few" [plural-hole]',
        "  hint: its forms are one, other",
        'mine.toml:8:9: warning: "reps": these words are the same for one and for many [plural-hole]',
        '  hint: write { one = "...", other = "{reps} reps" }',
        'mine.toml:9:1: warning: "seconds": the form "one" is missing, as for 1 [plural-hole]',
        '  hint: write one = "..."',
        'mine.toml:9:13: warning: "seconds": en has no form "zero" [plural-hole]',
        "  hint: its forms are one, other",
    ]
    assert result.out.splitlines()[-1] == "1 pack: 2 errors, 4 warnings."


def test_what_is_left_to_other_packs_is_listed() -> None:
    write(Path("mine.toml"), 'extends = "drill"\n[cues]\nhalfway = "Half."\n')
    result = voicecoach("cues", "check", "mine.toml")
    told = " ".join(result.out.split())
    assert (result.code, result.err) == (0, "")
    assert "mine.toml leaves to drill: opening, ending, section, " in told
    assert "mine.toml leaves to friendly: list_two, " in told
    assert told.endswith("1 pack: no errors.")
    listed = json.loads(voicecoach("cues", "check", "--json", "mine.toml").out)
    assert listed["diagnostics"] == []
    assert {"file": "mine.toml", "table": "cues", "name": "rest", "pack": "drill"} in listed["missing"]
    assert "halfway" not in {missing["name"] for missing in listed["missing"]}
    assert len(listed["missing"]) == len(MOMENTS) + len(PHRASES) - 1


def test_a_pack_in_a_language_without_words_says_how_many_are_english() -> None:
    write(Path("mine.toml"), 'language = "nl"\n[cues]\nhalfway = "De helft."\n')
    result = voicecoach("cues", "check", "mine.toml")
    count = len(MOMENTS) + len(PHRASES) - 1
    message = f"{count} entries are not worded in nl, and are said in en [missing-words]"
    assert (result.code, result.err.splitlines()[0]) == (0, f"mine.toml:1:1: warning: {message}")


@pytest.mark.parametrize("name", bundled_packs())
def test_the_packs_of_the_program_are_without_mistakes(name: str) -> None:
    result = voicecoach("cues", "check", name)
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pt"])
def test_the_friendly_pack_leaves_nothing_out_in_its_languages(language: str) -> None:
    result = voicecoach("cues", "check", "friendly", "--language", language)
    assert (result.code, result.err, result.out) == (0, "", "1 pack: no errors.\n")


def test_an_example_is_spoken_into_a_file() -> None:
    """The hum lasts 300 ms and 60 for each of the 13 letters and digits."""
    result = voicecoach("cues", "hear", "remaining", "--pack", "drill", *TONE)
    assert (result.code, result.out) == (0, 'remaining.wav: "10 seconds left!", 1.1 s\n')
    with wave.open("remaining.wav") as file:
        assert file.getnframes() / file.getframerate() == 1.08


def test_an_example_in_another_language_as_mp3() -> None:
    result = voicecoach("cues", "hear", "switch", "--language", "de", "-o", "seite.mp3", *TONE)
    assert result.code == 0
    assert Path("seite.mp3").stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("halfwy",), 'no moment is called "halfwy"; did you mean "halfway"?'),
        (("count", "--pack", "beeps"), 'beeps sounds "tick" instead of words at "count"; choose another pack'),
        (("opening", "--pack", "beeps"), 'beeps is silent at "opening"; choose another pack'),
    ],
)
def test_what_cannot_be_heard_is_told(arguments: tuple[str, ...], told: str) -> None:
    result = voicecoach("cues", "hear", *arguments, *TONE)
    assert (result.code, result.err) == (1, f"error: {told}\n")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [("show", "frindly"), ("hear", "rest", "--pack", "frindly"), ("check", "frindly")]
)
def test_a_pack_that_is_not_there_is_told_with_the_one_that_may_be_meant(arguments: tuple[str, ...]) -> None:
    result = voicecoach("cues", *arguments)
    assert result.code == 1
    assert result.err.startswith(
        '<pack>:1:1: error: no cue pack is called "frindly" [unknown-pack]\n'
        "  1 | frindly\n"
        "    | ^^^^^^^\n"
        '  hint: did you mean "friendly"?\n\n'
    )


WRONG = {
    "no TOML": ("[cues]\nhalfway = Half\n", "mine.toml:2:11: error: this is no TOML: invalid value [bad-pack]"),
    "unknown placeholder": (
        '[cues]\nhalfway = "Half, {reamining}."\n',
        "mine.toml:2:18: error: nothing fills {reamining} here [bad-cue]",
    ),
    "a loop": (
        'extends = "./mine.toml"\n',
        'mine.toml:1:1: error: "./mine.toml" extends a pack that extends it [bad-pack]',
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_pack_gets_one_message_whoever_reads_it(case: str) -> None:
    text, told = WRONG[case]
    write(Path("mine.toml"), text)
    write(Path("legs.md"), "---\ncoach: mine.toml\n---\n- Plank: 40s\n")
    for arguments in (
        ("cues", "check", "mine.toml"),
        ("cues", "show", "mine.toml"),
        ("cues", "hear", "halfway", "--pack", "mine.toml"),
        ("cues", "new", "other", "--from", "mine.toml"),
        ("check", "legs.md"),
        ("plan", "legs.md", *TONE),
        ("export", "legs.md", *TONE),
    ):
        result = voicecoach(*arguments)
        assert result.code == 1, arguments
        assert [line for line in result.err.splitlines() if "[bad-" in line] == [told], arguments


def test_fifty_megabytes_are_refused_unread() -> None:
    with Path("mine.toml").open("wb") as file:
        file.truncate(50_000_000)
    result = voicecoach("cues", "check", "mine.toml")
    told = '<pack>:1:1: error: "mine.toml" is too large for a cue pack [bad-pack]'
    assert (result.code, result.err.splitlines()[0]) == (1, told)
    result = voicecoach("cues", "hear", "halfway", "--pack", "mine.toml")
    assert (result.code, result.err.splitlines()[0]) == (1, told)
