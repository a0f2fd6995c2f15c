from __future__ import annotations

import pytest

from reader import parsed, rendered
from voicecoach.model.talk import TalkChoice, TalkLevel
from voicecoach.model.workout import CueOverride, LexiconEntry, Music, Settings
from voicecoach.source import Span

STEP = "\n- Squat: 40s\n"


def script(front: str) -> str:
    return f"---\n{front}\n---{STEP}"


def settings(front: str) -> Settings:
    workout, found = parsed(script(front))
    assert found == ()
    return workout.settings


def cues(front: str) -> dict[str, object]:
    return {cue.moment: cue.value for cue in settings(front).cues}


def test_how_much_is_said_is_one_level_or_a_table() -> None:
    assert settings("talk: few").talk == (TalkChoice(TalkLevel.FEW),)
    assert settings("talk: {all: few, encourage: none}").talk == (
        TalkChoice(TalkLevel.FEW),
        TalkChoice(TalkLevel.NONE, "encourage"),
    )


@pytest.mark.parametrize("front", ["talk: loud", "talk: {form: loud}", "talk: [few]"])
def test_a_level_that_there_is_not(front: str) -> None:
    (fault,) = parsed(script(front))[1]
    assert (fault.message, fault.expected) == (
        '"talk" takes a level',
        "one of none, few, normal, many; or a table such as {all: few, form: many}",
    )


def test_every_setting() -> None:
    assert settings(
        "title: Legs and glutes  # a comment\ncoach: drill\nvoice: espeak:en\nlanguage: en-GB\nmusic: ~/Music/*.mp3\n"
        "listener: Anna\nseed: 7\nlead-in: 3s\nget-ready: 15\nready: 1 min\nswitch: 2.5s\ncues:\n  halfway: Half."
    ) == Settings(
        title="Legs and glutes",
        coach="drill",
        voice="espeak:en",
        language="en-GB",
        music=Music(("~/Music/*.mp3",), ("~/Music/*.mp3",)),
        listener="Anna",
        cues=(CueOverride("halfway", "Half.", Span("x.md", 14, 3, 10)),),
        seed=7,
        lead_in=3_000,
        get_ready=15_000,
        ready=60_000,
        switch=2_500,
    )


@pytest.mark.parametrize("front", ["", "# nothing but a comment", "title:"])
def test_nothing_is_set(front: str) -> None:
    assert settings(front) == Settings()


def test_a_script_needs_no_settings() -> None:
    assert parsed(STEP)[0].settings == Settings()


def test_empty_lines_may_stand_before_the_settings() -> None:
    assert parsed(f"\n\n{script('title: A')}")[0].settings.title == "A"


def test_dots_end_the_settings_too() -> None:
    assert parsed(f"---\ntitle: A\n...{STEP}")[0].settings.title == "A"


@pytest.mark.parametrize("title", ["2020-01-01", "yes", "010", "5x5", "1e3", "~"])
def test_values_stay_what_their_author_wrote(title: str) -> None:
    assert settings(f"title: {title}").title == title


def test_a_list_of_music() -> None:
    both = ("a.mp3", "b.mp3")
    assert settings("music: [a.mp3, b.mp3]").music == Music(both, both)
    assert settings("music:\n- a.mp3\n- b.mp3").music == Music(both, both)


def test_music_of_their_own_for_work_and_rest() -> None:
    assert settings("music: {work: [a.mp3, b.mp3], rest: c}").music == Music(("a.mp3", "b.mp3"), ("c",))
    assert settings("music:\n  rest: c").music == Music((), ("c",))


def test_the_level_of_music_and_a_set_that_is_kept_awake() -> None:
    assert settings("music-level: -4.5 dB\nkeep-awake: yes").music_level == -4.5
    assert settings("music-level: -4.5 dB\nkeep-awake: yes").keep_awake


def test_no_lead_in_at_all() -> None:
    assert settings("lead-in: 0").lead_in == 0


def test_the_place_of_the_coach_is_kept() -> None:
    assert settings("title: A\ncoach: drill").coach_span == Span("x.md", 3, 8, 13)


def test_own_words_are_kept_as_they_are() -> None:
    assert cues(
        "cues:\n  halfway: [Half., Half way.]\n  rest: {full: 'Rest, {seconds} seconds.', short: Rest.}\n"
        "  encourage:\n  over: ~\n  end: '~'\n  last: no"
    ) == {
        "halfway": ["Half.", "Half way."],
        "rest": {"full": "Rest, {seconds} seconds.", "short": "Rest."},
        "encourage": "",
        "over": "",
        "end": "~",
        "last": "no",
    }


def test_no_own_words() -> None:
    assert settings("cues:").cues == ()


def test_the_line_numbers_of_the_script_go_on_behind_the_settings() -> None:
    assert rendered("---\ntitle: A\n---\n- Squat: 0 reps")[0].startswith("x.md:4:10: ")


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (
            "coahc: drill",
            'x.md:2:1: error: there is no setting "coahc" [unknown-setting]\n  hint: did you mean "coach"?',
        ),
        (
            "lead_in: 3s",
            'x.md:2:1: error: there is no setting "lead_in" [unknown-setting]\n  hint: did you mean "lead-in"?',
        ),
        (
            "author: me",
            (
                'x.md:2:1: error: there is no setting "author" [unknown-setting]\n'
                "  hint: there are title, coach, voice, language, music, music-level, keep-awake, listener, cues, "
                "talk, lexicon, countdown, seed, lead-in, get-ready, ready, switch"
            ),
        ),
        ("title: A\ntitle: B", 'x.md:3:1: error: "title" stands on line 2 already [duplicate-setting]'),
        ("cues:\n  a: b\n  a: c", 'x.md:4:3: error: "a" stands on line 3 already [duplicate-setting]'),
        ("title: [a]", 'x.md:2:8: error: "title" takes one text [bad-setting]\n  expected: title: text'),
        ("[a]: b", "x.md:2:1: error: a key is a word [bad-setting]\n  expected: key: value"),
        (
            "language: english",
            'x.md:2:11: error: "english" is no language tag [bad-setting]\n  expected: a tag such as en, en-GB or de',
        ),
        (
            "music: {a: b}",
            (
                'x.md:2:9: error: "music" takes a file, a list of them, or a table of work and rest [bad-setting]\n'
                "  expected: music: {work: fast.mp3, rest: calm.mp3}"
            ),
        ),
        (
            "music-level: loud",
            (
                'x.md:2:14: error: "music-level" takes a level [bad-setting]\n'
                "  expected: a number of dB from -40 to 6, such as -6"
            ),
        ),
        (
            "music-level: 6.5",
            (
                'x.md:2:14: error: "music-level" takes a level [bad-setting]\n'
                "  expected: a number of dB from -40 to 6, such as -6"
            ),
        ),
        ("keep-awake: 5", 'x.md:2:13: error: "keep-awake" is yes or no [bad-setting]\n  expected: keep-awake: yes'),
        ("seed: lucky", 'x.md:2:7: error: "seed" takes a whole number [bad-setting]\n  expected: seed: 7'),
        (
            f"seed: {'9' * 5_000}",
            'x.md:2:7: error: "seed" takes a whole number [bad-setting]\n  expected: seed: 7',
        ),
        (
            "ready: 0s",
            (
                'x.md:2:8: error: "ready" takes a time [bad-setting]\n'
                "  expected: a time from 1s to 24 h, such as 10s or 1 min"
            ),
        ),
        (
            "switch: soon",
            (
                'x.md:2:9: error: "switch" takes a time [bad-setting]\n'
                "  expected: a time from 0s to 24 h, such as 10s or 1 min"
            ),
        ),
        (
            "cues: Half.",
            (
                'x.md:2:7: error: "cues" takes a table of moments [bad-setting]\n'
                "  expected: lines such as  halfway: Half way."
            ),
        ),
    ],
)
def test_a_setting_that_is_wrong(front: str, told: str) -> None:
    assert rendered(script(front)) == [told]


@pytest.mark.parametrize(
    ("front", "place", "message"),
    [
        ("title: A: b", "2:9", "a colon cannot stand inside a plain value"),
        ("title: A\nlegs", "3:5", "a colon is missing"),
        ("cues:\n\thalfway: Half.", "3:1", "a tab cannot stand here"),
        ("title: @home", "2:8", "a plain value cannot begin with this character"),
        ("music: [a", "2:10", "a bracket is opened and not closed"),
        ("title: 'A", "2:10", "a quotation mark is opened and not closed"),
        ("title: &a A", "2:8", "anchors, aliases and tags are not read here"),
        ("title: *a", "2:8", "anchors, aliases and tags are not read here"),
        ("title: !a A", "2:8", "anchors, aliases and tags are not read here"),
        ("title: \x07", "2:8", "a character here cannot stand in settings"),
        ("cues: [[[[[[[a]]]]]]]", "2:12", "this is nested too deep"),
        ("just words", "2:1", "settings are expected here"),
        ("- a\n- b", "2:1", "settings are expected here"),
        (f"title: {'x' * 20_000}", "2:1", "the settings are too long"),
    ],
)
def test_settings_that_cannot_be_read(front: str, place: str, message: str) -> None:
    (told,) = rendered(script(front))
    assert told.splitlines()[0] == f"x.md:{place}: error: {message} [bad-front-matter]"


def test_settings_without_an_end() -> None:
    workout, found = parsed("---\ntitle: A\n\n- Squat: 40s")
    assert workout.settings.title == "A"
    assert len(workout.sections[0].items) == len(found) == 1
    assert rendered("---\ntitle: A\n\n- Squat: 40s")[0] == (
        "x.md:1:1: error: the settings that begin here have no end [bad-front-matter]\n"
        "  hint: close them with a line of three hyphens"
    )


def test_a_ruler_at_the_top_of_ordinary_markdown_is_no_front_matter() -> None:
    assert parsed("---\n\nHello.\n\n- Squat: 40s")[1] == ()


def test_a_setting_at_fault_keeps_its_default_and_the_others_count() -> None:
    workout, _ = parsed(script("seed: lucky\ntitle: A"))
    assert (workout.settings.seed, workout.settings.title) == (None, "A")


def test_a_lexicon_says_how_words_are_said() -> None:
    assert settings("lexicon:\n  RDL: Romanian deadlift\n  5BX: five B X").lexicon == (
        LexiconEntry("RDL", "Romanian deadlift", Span("x.md", 3, 8, 25)),
        LexiconEntry("5BX", "five B X", Span("x.md", 4, 8, 16)),
    )
    assert settings("lexicon:").lexicon == ()


@pytest.mark.parametrize("countdown", ["beeps", "voice"])
def test_the_countdown_is_beeps_or_a_voice(countdown: str) -> None:
    assert settings(f"countdown: {countdown}").countdown == countdown


@pytest.mark.parametrize(
    ("front", "message"),
    [
        (
            "countdown: words",
            'x.md:2:12: error: "countdown" is beeps or voice [bad-setting]\n  expected: beeps or voice',
        ),
        (
            "lexicon: RDL",
            (
                'x.md:2:10: error: "lexicon" takes a table of words [bad-setting]\n'
                "  expected: lines such as  RDL: Romanian deadlift"
            ),
        ),
        ("lexicon:\n  RDL: [a]", 'x.md:3:8: error: "RDL" takes one text [bad-setting]\n  expected: RDL: text'),
    ],
)
def test_what_they_cannot_be_is_told(front: str, message: str) -> None:
    assert rendered(script(front)) == [message]
