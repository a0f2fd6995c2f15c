from __future__ import annotations

import pytest

from unit.importers.knowledge import exercise, imported, played, steps
from voicecoach.errors import VoicecoachError
from voicecoach.importers.zwo import load
from voicecoach.model.workout import Activity, Rest, Timed, UntilReady


def file(blocks: str, head: str = "") -> str:
    return f"<workout_file>\n<name>My ride</name>{head}\n<workout>\n{blocks}\n</workout>\n</workout_file>\n"


def activities(blocks: str, head: str = "") -> list[Activity]:
    workout = played(load(), file(blocks, head))
    return [item for section in workout.sections for item in section.items if isinstance(item, Activity)]


def refused(text: str) -> str:
    with pytest.raises(VoicecoachError) as caught:
        imported(load(), text, "ride.zwo")
    return str(caught.value)


def test_a_steady_block_is_a_step_with_its_power() -> None:
    (step,) = activities('<SteadyState Duration="120" Power="0.65" Cadence="90"/>')
    assert step.exercise.name == "Steady ride"
    assert step.prescription.amount == Timed(120_000)
    assert step.prescription.loads == ("at 65%", "at 90 RPM")


@pytest.mark.parametrize(
    ("block", "load_words"),
    [
        ('<Warmup Duration="60" PowerLow="0.75" PowerHigh="0.25"/>', "at 25% to 75%"),
        ('<Cooldown Duration="60" PowerLow="0.25" PowerHigh="0.75"/>', "at 75% to 25%"),
        ('<Ramp Duration="60" PowerLow="0.9" PowerHigh="0.6"/>', "at 90% to 60%"),
        ('<SteadyState Duration="60" PowerLow="0.5" PowerHigh="0.5"/>', "at 50%"),
    ],
)
def test_ranges_rise_in_a_warm_up_and_fall_in_a_cool_down(block: str, load_words: str) -> None:
    assert activities(block)[0].prescription.loads == (load_words,)


@pytest.mark.parametrize(
    "block", ['<FreeRide Duration="60"/>', '<MaxEffort Duration="60"/>', '<SteadyState Duration="60" Power="250"/>']
)
def test_blocks_without_a_power_that_makes_sense_have_no_load(block: str) -> None:
    assert activities(block)[0].prescription.loads == ()


def test_texts_are_said_at_their_times_whatever_the_case_of_the_tag() -> None:
    block = (
        '<SteadyState Duration="60" Power="0.5"><textevent timeoffset="30" message="Half &amp; half: on"/>'
        '<TextEvent TimeOffset="0" message="Go!"/><TextNotification timeOffset="45.5" text="Soon"/></SteadyState>'
    )
    (step,) = activities(block)
    assert [(cue.offset, cue.text) for cue in step.cues] == [(0, "Go!"), (30_000, "Half & half: on"), (45_500, "Soon")]


def test_a_text_behind_its_block_is_left_out_with_its_line() -> None:
    text = file('<SteadyState Duration="60" Power="0.5">\n<textevent timeoffset="60" message="Late"/></SteadyState>')
    (found,) = imported(load(), text).diagnostics
    assert (found.code, found.span.line) == ("outside-block", 5)
    assert found.message == "this text lies behind the end of its block and is left out"


def test_intervals_are_rounds_and_their_easy_parts_rests_with_exact_times() -> None:
    workout = played(
        load(), file('<IntervalsT Repeat="5" OnDuration="30" OffDuration="60" OnPower="1.2" OffPower="0.5"/>')
    )
    (section,) = workout.sections
    assert section.scheme.count == 5
    assert steps(workout) == ["Hard", "[60]"]
    rest = section.items[1]
    assert isinstance(rest, Rest)
    assert [cue.text for cue in rest.cues] == ["Spin easily, at 50%."]


def test_an_easy_part_that_is_not_easy_is_work() -> None:
    workout = played(
        load(), file('<IntervalsT Repeat="3" OnDuration="60" OffDuration="60" OnPower="1.05" OffPower="0.9"/>')
    )
    assert steps(workout) == ["Hard", "Easy"]


def test_intervals_with_texts_are_written_out_so_that_each_text_comes_once() -> None:
    block = (
        '<IntervalsT Repeat="2" OnDuration="60" OffDuration="60" OnPower="1" OffPower="0.8">'
        '<textevent timeoffset="130" message="Second"/></IntervalsT>'
    )
    workout = played(load(), file(block))
    assert steps(workout) == ["Hard", "Easy", "Hard", "Easy"]
    cues = [[cue.text for cue in item.cues] for item in workout.sections[0].items if isinstance(item, Activity)]
    assert cues == [[], [], ["Second"], []]


def test_a_run_is_called_a_run() -> None:
    (step,) = activities('<SteadyState Duration="60" Power="0.5"/>', "<sportType>run</sportType>")
    assert step.exercise.name == "Steady run"


def test_distances_wait_for_the_listener_and_are_reported() -> None:
    head = "<sportType>run</sportType><durationType>distance</durationType>"
    text = file('<SteadyState Duration="400" Power="0.5"/>', head)
    (step,) = activities('<SteadyState Duration="400" Power="0.5"/>', head)
    assert step.exercise.name == "Steady run 400 meters"
    assert isinstance(step.prescription.amount, UntilReady)
    (found,) = imported(load(), text).diagnostics
    assert found.message == "400 meters are no time; the coach waits there until you are ready"


def test_title_and_description_are_the_title_and_notes() -> None:
    workout = played(load(), file('<FreeRide Duration="60"/>', "<description>One\nline.\n\n- Two</description>"))
    assert workout.settings.title == "My ride"
    assert [line.text for line in workout.intro] == ["One line.", r"\- Two"]


def test_every_kind_of_step_is_described() -> None:
    workout = played(load(), file('<Warmup Duration="60" PowerLow="0.2" PowerHigh="0.5"/>'))
    assert exercise(workout, "Warm-up ride").action == "Start easy and let the effort rise bit by bit."


def test_unknown_elements_and_blocks_without_a_length_are_reported() -> None:
    text = file('<Foo/>\n<SteadyState Duration="soon"/>\n<FreeRide Duration="60"/>')
    assert [(found.code, found.span.line, found.message) for found in imported(load(), text).diagnostics] == [
        ("not-imported", 4, '"Foo" is not imported'),
        ("no-duration", 5, "this block has no duration that makes sense, so it is left out"),
    ]


def test_stray_ampersands_and_names_of_html_are_mended() -> None:
    (step,) = activities(
        '<SteadyState Duration="60"><textevent timeoffset="1" message="Push & pull&nbsp;on"/></SteadyState>'
    )
    assert step.cues[0].text == "Push & pull on"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<workout_file>", "ride.zwo:1: this is not whole XML: no element found"),
        ("\n\n<a><b></a>", "ride.zwo:3: this is not whole XML: mismatched tag"),
        (
            '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
            "ride.zwo declares entities, or its elements have no end: such XML is not read",
        ),
        ("<a>" * 100, "ride.zwo declares entities, or its elements have no end: such XML is not read"),
        ("<a>\ud800</a>", "ride.zwo holds characters that no XML has; save it as UTF-8"),
        ("<a/>", "ride.zwo is XML, but no Zwift workout: it has no <workout_file> with a <workout>"),
        (file(""), "ride.zwo has no block with a duration, so there is nothing to perform"),
        (file('<FreeRide Duration="1"/>' * 2_001), "ride.zwo has 2,001 steps; 2,000 are the most: cut it into parts"),
        ("<a>" + " " * 1_000_000, "ride.zwo is too long to import: more than 1,000,000 characters; cut it into parts"),
    ],
)
def test_what_is_wrong_with_a_file_is_one_sentence(text: str, message: str) -> None:
    assert refused(text) == message


def test_texts_between_the_blocks_count_from_the_start_of_the_workout() -> None:
    text = file(
        '<SteadyState Duration="60"/><textevent timeoffset="70" message="Up"/>'
        '<IntervalsT Repeat="2" OnDuration="20" OffDuration="10" OffPower="0.9"/>'
        '<textevent timeoffset="5" message="Settle"/><textevent timeoffset="500" message="Gone"/>'
    )
    script = imported(load(), text)
    assert "  - at 5s: Settle" in script.text
    assert "- Hard: 20s\n  - at 10s: Up" in script.text
    assert [found.code for found in script.diagnostics] == ["outside-block"]


@pytest.mark.parametrize(
    ("attributes", "loads"),
    [
        ('Zone="3"', ("at zone 3",)),
        ('Power="0.8" CadenceLow="85" CadenceHigh="95"', ("at 80%", "at 85 to 95 RPM")),
        ('CadenceLow="90" CadenceHigh="90"', ("at 90 RPM",)),
        ('Zone="9"', ()),
    ],
)
def test_zones_and_ranges_of_cadence(attributes: str, loads: tuple[str, ...]) -> None:
    (step,) = activities(f'<SteadyState Duration="60" {attributes}/>')
    assert step.prescription.loads == loads


def test_an_ampersand_in_cdata_is_one() -> None:
    text = file('<SteadyState Duration="60"/>', "<description><![CDATA[Hard & easy]]></description>")
    assert "Hard \\& easy" in imported(load(), text).text
