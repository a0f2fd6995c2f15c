from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.model.workout import EXPLOSIVE, MostReps, Movement, Prescription, Reps, Sides, Tempo, Timed, UntilReady
from voicecoach.script import parse_prescription

if TYPE_CHECKING:
    from voicecoach.script.flaws import Flaw


def understood(text: str, *, starts: Movement = Movement.DOWN, usual: Prescription | None = None) -> Prescription:
    found, flaws = parse_prescription(text, starts=starts, usual=usual)
    assert flaws == ()
    return found


def flaw(text: str) -> Flaw:
    """The only fault of a prescription."""
    (found,) = parse_prescription(text)[1]
    return found


def complaint(text: str) -> tuple[str, str, str]:
    """Code, the words pointed at, and the message of the only fault."""
    found = flaw(text)
    return str(found.code), text[found.start : found.end], found.message


@pytest.mark.parametrize(
    "text", ["12 reps", "12 rep", "12x", "12 x", "x12", "x 12", "\N{MULTIPLICATION SIGN}12", "12 repetitions", "12REPS"]
)
def test_counted_repetitions(text: str) -> None:
    assert understood(text) == Prescription(Reps(12))


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("40s", 40_000),
        ("40 sec", 40_000),
        ("90 seconds", 90_000),
        ("1 min", 60_000),
        ("1:30", 90_000),
        ("1 min 30 s", 90_000),
        ("1 min and 30 s", 90_000),
        ("1m30s", 90_000),
        ("1.5 min", 90_000),
        ("2.5s", 2_500),
        ("1:02:03", 3_723_000),
        ("1 h 30 min", 5_400_000),
        ("hold for 40s", 40_000),
        ("40s hold", 40_000),
        ("1s", 1_000),
        ("24 h", 86_400_000),
    ],
)
def test_timed_intervals(text: str, ms: int) -> None:
    assert understood(text) == Prescription(Timed(ms))


@pytest.mark.parametrize(
    "text", ["3 sets of 12", "3 x 12", "3x12", "3\N{MULTIPLICATION SIGN}12 reps", "3 sets, 12 reps", "12 reps x 3 sets"]
)
def test_sets(text: str) -> None:
    assert understood(text) == Prescription(Reps(12), sets=3)


def test_sets_of_a_time() -> None:
    assert understood("3 x 40s") == understood("3 sets of 40s") == Prescription(Timed(40_000), sets=3)


@pytest.mark.parametrize("text", ["rest 30s", "with rest 30s", "rest of 30s", "rest: 30s", "30s rest between sets"])
def test_rest_between_sets(text: str) -> None:
    assert understood(f"3 x 12, {text}") == Prescription(Reps(12), sets=3, rest=30_000)


@pytest.mark.parametrize("text", ["each side", "per side", "each leg", "both arms", "left and right", "each"])
def test_each_side(text: str) -> None:
    assert understood(f"10 reps {text}") == Prescription(Reps(10), sides=Sides.EACH)


def test_the_word_reps_may_be_missing_before_each_side() -> None:
    assert understood("10 each side") == Prescription(Reps(10), sides=Sides.EACH)


@pytest.mark.parametrize("side", [Sides.LEFT, Sides.RIGHT])
def test_one_side(side: Sides) -> None:
    assert understood(f"10 reps, {side.value}") == Prescription(Reps(10), sides=side)
    assert understood(f"10 reps on the {side.value} leg") == Prescription(Reps(10), sides=side)


@pytest.mark.parametrize("text", ["3-1-2-0", "3120", "3\N{EN DASH}1\N{EN DASH}2\N{EN DASH}0"])
def test_a_tempo_of_four_is_down_pause_up_pause(text: str) -> None:
    assert understood(f"8 reps, tempo {text}").tempo == Tempo(3_000, 1_000, 2_000, 0)


def test_x_is_explosive() -> None:
    assert understood("8 reps, tempo 40X0").tempo == Tempo(4_000, 0, EXPLOSIVE, 0)


@pytest.mark.parametrize("text", ["3-1-2", "312"])
def test_the_pause_of_a_tempo_of_three_is_in_the_middle_of_the_repetition(text: str) -> None:
    squat = understood(f"8 reps, tempo {text}", starts=Movement.DOWN)
    bridge = understood(f"8 reps, tempo {text}", starts=Movement.UP)
    assert squat.tempo == Tempo(down=3_000, bottom=1_000, up=2_000, top=0)
    assert bridge.tempo == Tempo(down=3_000, bottom=0, up=2_000, top=1_000)


@pytest.mark.parametrize("load", ["with dumbbells", "at 20 kg", "at 60%", "RPE 8", "holding a plate", "at bodyweight"])
def test_loads_are_kept_as_written(load: str) -> None:
    assert understood(f"10 reps, {load}") == Prescription(Reps(10), loads=(load,))


def test_a_load_ends_where_another_part_begins() -> None:
    found = understood("10 reps with dumbbells at 20 kg each side, RPE 7.5")
    assert found == Prescription(Reps(10), sides=Sides.EACH, loads=("with dumbbells", "at 20 kg", "RPE 7.5"))


@pytest.mark.parametrize(("written", "spoken"), [("@ 20kg", "at 20kg"), ("20 kg", "at 20 kg")])
def test_a_load_is_written_out(written: str, spoken: str) -> None:
    assert understood(f"3x10 {written}").loads == (spoken,)


def test_most_reps() -> None:
    assert understood("max reps in 40s") == Prescription(MostReps(40_000))


def test_to_failure() -> None:
    assert understood("to failure, cap 60s") == Prescription(MostReps(60_000, to_failure=True))
    assert understood("3 sets to failure, cap 60s").sets == 3


def test_until_ready() -> None:
    assert understood("until ready") == Prescription(UntilReady())


def test_parts_stand_in_any_order_with_or_without_commas() -> None:
    whole = Prescription(Reps(8), 3, 30_000, Sides.EACH, Tempo(3_000, 1_000, 1_000, 0), ("with dumbbells",))
    assert understood("3 sets of 8 each side, tempo 3-1-1, rest 30s, with dumbbells") == whole
    assert understood("tempo 3-1-1; rest 30s, per side (with dumbbells), 8 reps and 3 sets.") == whole


def test_case_does_not_count() -> None:
    assert understood("3 SETS OF 8 Each Side") == Prescription(Reps(8), sets=3, sides=Sides.EACH)


def test_nothing_written_is_nothing_prescribed() -> None:
    assert understood("") == Prescription()


USUAL = Prescription(Reps(12), 3, 30_000, Sides.EACH, Tempo(3_000, 0, 1_000, 0), ("with dumbbells",))


def test_the_usual_prescription_completes_what_is_not_written() -> None:
    assert understood("", usual=USUAL) == USUAL
    assert understood("rest 1 min", usual=USUAL).rest == 60_000
    assert understood("2 sets", usual=USUAL) == Prescription(
        Reps(12), 2, 30_000, USUAL.sides, USUAL.tempo, ("with dumbbells",)
    )


def test_a_written_amount_takes_over_neither_sets_nor_rest_nor_load() -> None:
    assert understood("40s", usual=USUAL) == Prescription(Timed(40_000), sides=Sides.EACH, tempo=USUAL.tempo)


def test_one_set_needs_no_usual_rest() -> None:
    assert understood("1 set", usual=USUAL).rest == 0


@pytest.mark.parametrize(
    ("text", "part", "better"),
    [
        ("12 reps, tepmo 3-1-1", "tepmo 3-1-1", "tempo 3-1-1"),
        ("12 reps esch side", "esch side", "each side"),
        ("12 reps each sode", "each sode", "each side"),
        ("12 repz", "12 repz", "12 reps"),
        ("3 stes of 12", "3 stes of 12", "3 sets of 12"),
        ("3 x 12, rets 30s", "rets 30s", "rest 30s"),
        ("40 secnds", "40 secnds", "40 seconds"),
        ("untill ready", "untill ready", "until ready"),
        ("3 rounds", "3 rounds", "3 sets"),
        ("12 reps wiht dumbbells", "wiht dumbbells", "with dumbbells"),
    ],
)
def test_a_slip_of_the_pen_is_mended(text: str, part: str, better: str) -> None:
    assert complaint(text) == ("bad-prescription", part, f'"{part}" is not understood')
    assert flaw(text).hint == f'did you mean "{better}"?'


def test_what_is_not_understood_is_pointed_at_alone() -> None:
    assert complaint("12 reps gently, each side") == ("bad-prescription", "gently", '"gently" is not understood')
    assert flaw("12 reps gently").hint == ""
    assert flaw("12 reps gently").expected == (
        'such parts as "12 reps", "40s", "3 sets of 12", "each side", "tempo 3-1-1", "rest 30s" or "with dumbbells"'
    )


def test_every_part_that_is_wrong_is_reported() -> None:
    found, flaws = parse_prescription("0 sets, tepmo 3-1-1, each side, RPE 11, 10 reps")
    assert [str(each.code) for each in flaws] == ["out-of-range", "bad-prescription", "out-of-range"]
    assert found == Prescription(Reps(10), sides=Sides.EACH)


def test_a_bare_number_is_not_guessed_at() -> None:
    assert complaint("12") == ("bad-prescription", "12", '"12" could be repetitions or seconds')
    assert flaw("12").hint == 'write "12 reps" or "12s"'


@pytest.mark.parametrize("text", ["8-12 reps", "8\N{EN DASH}12", "8 to 12 reps"])
def test_a_range_is_no_amount(text: str) -> None:
    assert complaint(text) == ("bad-prescription", text, f'"{text}" is a range')


def test_a_range_behind_sets_is_no_amount() -> None:
    assert complaint("3 sets of 8-12") == ("bad-prescription", "8-12", '"8-12" is a range')


def test_m_alone_could_be_metres() -> None:
    assert complaint("400m") == ("bad-prescription", "400m", '"400m" could be minutes or metres')
    assert flaw("400m").hint == 'write "400 min" if minutes are meant'


@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        ("0 reps", "0", "0 repetitions are too few"),
        ("10001 reps", "10001", "10001 repetitions are too many"),
        ("0 sets of 3", "0", "0 sets are too few"),
        ("1000 sets of 3", "1000", "1000 sets are too many"),
        (f"{'9' * 30} reps", "9" * 30, f"{'9' * 20} repetitions are too many"),
        ("0s", "0s", '"0s" is too short'),
        ("0.9s", "0.9s", '"0.9s" is too short'),
        ("25 h", "25 h", '"25 h" is too long'),
        ("1:60", "1:60", '"1:60" is no time'),
        ("3 x 5, rest 0s", "0s", '"0s" is too short'),
        ("5 reps, RPE 11", "RPE 11", "an RPE of 11 is not on the scale"),
    ],
)
def test_bounds(text: str, part: str, message: str) -> None:
    assert complaint(text) == ("out-of-range", part, message)


@pytest.mark.parametrize("text", ["10000 reps", "999 sets of 1", "RPE 10, 1 rep", "RPE 1, 1 rep"])
def test_what_lies_just_within_bounds(text: str) -> None:
    assert understood(text).amount


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        ("12 reps, 40s", "40s", "12 reps"),
        ("3 sets of 12, 2 sets", "2 sets", "3 sets"),
        ("3x12, rest 30s, rest 40s", "rest 40s", "rest 30s"),
        ("9 reps, left, each side", "each side", "left"),
        ("9 reps, tempo 311, tempo 211", "tempo 211", "tempo 311"),
    ],
)
def test_contradictions_point_at_the_second(text: str, second: str, first: str) -> None:
    assert complaint(text) == ("contradiction", second, f'"{second}" contradicts "{first}"')


def test_a_rest_needs_sets() -> None:
    message = "this rest stands between sets, and there is only one set"
    assert complaint("12 reps, rest 30s") == ("contradiction", "rest 30s", message)
    assert flaw("12 reps, rest 30s").hint == 'a rest behind a step is a line of its own: "- Rest: 30s"'


@pytest.mark.parametrize(
    ("text", "part", "message", "hint"),
    [
        ("8 reps, tempo", "", "a tempo is missing here", ""),
        ("8 reps, tempo fast", "fast", '"fast" is no tempo', ""),
        ("8 reps, tempo 31", "31", '"31" is no tempo', ""),
        ("8 reps, tempo 3.1.1", "3.1.1", '"3.1.1" is no tempo', 'write "3-1-1"'),
        ("8 reps, tempo 3 1 1 0", "3 1 1 0", '"3 1 1 0" is no tempo', 'write "3-1-1-0"'),
        ("8 reps, tempo 0-0-0", "0-0-0", 'at tempo "0-0-0" a repetition takes no time', ""),
    ],
)
def test_a_tempo_that_is_none(text: str, part: str, message: str, hint: str) -> None:
    assert complaint(text) == ("bad-tempo", part, message)
    assert flaw(text).hint == hint


@pytest.mark.parametrize(
    ("text", "part", "message"),
    [
        ("3 x 5, rest", "rest", '"rest" needs a time'),
        ("max reps", "max reps", '"max reps" needs a time'),
        ("to failure", "to failure", '"to failure" needs a time'),
        ("3 x 5, rest 30", "rest 30", '"30" what: seconds or minutes?'),
        ("3 sets of", "", "an amount is missing here"),
        ("5 reps, with", "with", '"with" needs a load'),
        ("5 reps at home", "at home", '"at home" names no load'),
        ("40s/20s", "/20s", '"/20s" is not understood'),
    ],
)
def test_what_is_missing_is_said(text: str, part: str, message: str) -> None:
    assert complaint(text) == ("bad-prescription", part, message)


def test_a_paragraph_is_no_prescription() -> None:
    text = "word " * 101
    assert complaint(text) == ("bad-prescription", text, "this is too long for a prescription")


def test_a_line_end_behind_something_not_understood_is_the_end() -> None:
    """Once it was read for ever: what ends a part was not passed over."""
    _, (flaw,) = parse_prescription("12 flops\n")
    assert flaw.message == '"12 flops" is not understood'
