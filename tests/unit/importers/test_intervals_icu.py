from __future__ import annotations

import pytest

from unit.importers.knowledge import imported, played, steps
from voicecoach.errors import VoicecoachError
from voicecoach.importers.intervals_icu import load
from voicecoach.importers.intervals_step import Step, parse_step
from voicecoach.model.workout import Activity, Timed, UntilReady
from voicecoach.source import Source


def step(line: str) -> Step:
    found = parse_step(line, 1)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("10m", 600),
        ("30s", 30),
        ("1h", 3600),
        ("1h10m", 4200),
        ("1h2m30s", 3750),
        ("1m30", 90),
        ("5'", 300),
        ("1'30\"", 90),
        ("2.5m", 150),
        ("90 ", None),
    ],
)
def test_times(written: str, seconds: int | None) -> None:
    found = parse_step(f"- {written} 65%", 1)
    assert (found.length if found else None) == (seconds * 1000 if seconds else None)


@pytest.mark.parametrize(
    ("written", "loads"),
    [
        ("65%", ("at 65%",)),
        ("95-105%", ("at 95% to 105%",)),
        ("ramp 50%-75%", ("at 50% to 75%",)),
        ("220w", ("at 220 watts",)),
        ("200-240w 90rpm", ("at 200 to 240 watts", "at 90 RPM")),
        ("Z2", ("at zone 2",)),
        ("Z2-Z3 HR", ("at zone 2 to 3 of heart rate",)),
        ("70% LTHR", ("at 70% of threshold heart rate",)),
        ("5:00/km Pace", ("at 5:00 per kilometer",)),
        ("RPE 7", ("RPE 7",)),
        ("freeride", ()),
    ],
)
def test_targets_are_loads(written: str, loads: tuple[str, ...]) -> None:
    assert step(f"- 10m {written}").loads == loads


def test_the_text_before_the_time_is_the_name() -> None:
    assert step("- Recovery spin 30s 50%").name == "Recovery spin"


def test_a_cue_of_many_words_is_said_and_names_nothing() -> None:
    found = step("- Stay seated and keep your shoulders loose 4m 100%")
    assert (found.name, found.cues) == ("Steady", ((2_000, "Stay seated and keep your shoulders loose"),))


def test_texts_with_a_time_are_said_then() -> None:
    found = step("- First 33^Second at 33s 60^30 Third <!> 10m ramp 50-75%")
    assert (found.name, found.length) == ("First", 600_000)
    assert found.cues == ((33_000, "Second at 33s"), (60_000, "Third"))


def test_of_several_languages_english_is_spoken() -> None:
    assert step("- fr/Bonjour en/Hello 5m Z2").name == "Hello"


@pytest.mark.parametrize(
    ("written", "name"),
    [("400mtr 4:00/km", "Steady, 400 meters"), ("1km Z2", "Steady, 1 kilometer"), ("2mi", "Go on, 2 miles")],
)
def test_distances_are_in_the_name(written: str, name: str) -> None:
    found = step(f"- {written}")
    assert (found.name, found.length) == (name, None)


def test_press_lap_waits_for_the_listener() -> None:
    workout = played(load(), "- Press lap 10m Z1\n- 5m Z2\n")
    first = workout.sections[0].items[0]
    assert isinstance(first, Activity)
    assert isinstance(first.prescription.amount, UntilReady)


def test_a_heading_with_a_number_repeats_up_to_the_next_empty_line() -> None:
    text = "Warmup\n- 10m 50%\n\nMain Set 5x\n- 3m 120%\n- 2m 95%\n\n- 5m 60%\n"
    workout = played(load(), text)
    assert [(section.title, section.scheme.count) for section in workout.sections] == [
        ("Warmup", 1),
        ("Main Set", 5),
        ("Workout", 1),
    ]


def test_a_number_on_a_line_of_its_own_repeats_under_the_heading_before_it() -> None:
    workout = played(load(), "Sprints\n4x\n- 30s 150%\n- 1m 95%\n")
    assert [(section.title, section.scheme.count) for section in workout.sections] == [("Sprints", 4)]


def test_rests_and_easy_halves_are_rests_with_exact_times() -> None:
    assert steps(played(load(), "3x\n- 1m 120%\n- 1m 50%\n- Rest 30s\n\n- Recovery 2m 55%\n")) == [
        "Steady",
        "[60]",
        "[30]",
        "[120]",
    ]


def test_a_first_line_without_steps_is_the_title() -> None:
    workout = played(load(), "Threshold Tuesday\n\nWarmup\n- 10m 50%\n")
    assert workout.settings.title == "Threshold Tuesday"
    assert workout.sections[0].title == "Warmup"


def test_minutes_are_minutes() -> None:
    item = played(load(), "- 10m 65%\n").sections[0].items[0]
    assert isinstance(item, Activity)
    assert item.prescription.amount == Timed(600_000)


def test_steps_without_a_time_and_distances_are_reported_with_their_lines() -> None:
    found = imported(load(), "- 10m 65%\n- hello\n- 400mtr Z2\n").diagnostics
    assert [(each.code, each.span.line, each.message) for each in found] == [
        ("not-imported", 2, "this step has no time and no distance, so it is left out"),
        ("distance", 3, "a distance is no time; the coach waits there until you are ready"),
    ]


def test_a_text_without_steps_is_refused() -> None:
    with pytest.raises(VoicecoachError) as caught:
        imported(load(), "hello\n", "ride.txt")
    assert str(caught.value) == 'ride.txt has no step such as "- 10m 65%", so there is nothing to perform'


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Main 3x\n- 10m 65%\n- 3m Z2\n", 0.8, 1.0),
        ("- Squat: 12 reps\n- Rest: 30s\n", 0.0, 0.0),
        ("- Keep your back straight for 30s\n- Breathe\n- Smile\n", 0.0, 0.0),
    ],
)
def test_how_sure_it_is(text: str, least: float, most: float) -> None:
    assert least <= load().sniff(Source("x.txt", text)) <= most


def test_a_count_before_a_time_repeats_nothing_and_is_told() -> None:
    text = "Warmup\n- 3x 30s 110%\n"
    assert steps(played(load(), text)) == ["Steady"]
    (found,) = imported(load(), text).diagnostics
    assert (found.code, found.span.line) == ("not-repeated", 2)
