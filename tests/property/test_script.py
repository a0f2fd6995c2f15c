"""The laws of reading: nothing makes it stumble, and what is printed reads as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reader import LIBRARY, parsed, parsed_quick
from voicecoach.diagnostics import render
from voicecoach.errors import VoicecoachError
from voicecoach.model.workout import (
    EXPLOSIVE,
    Activity,
    Circuit,
    Clock,
    CueOverride,
    Every,
    Exercise,
    Intervals,
    Ladder,
    LexiconEntry,
    MostReps,
    Movement,
    Music,
    Note,
    Prescription,
    Reps,
    Rest,
    Rounds,
    Section,
    Settings,
    Sides,
    SpokenLine,
    Tempo,
    Timed,
    TimedCue,
    TimedMoment,
    UntilReady,
    Workout,
)
from voicecoach.script import parse_exercises, parse_prescription, print_workout, quick_script, read
from voicecoach.script.inline import escaped, plain
from voicecoach.script.passage import Passage
from voicecoach.script.printing import printed_prescription
from voicecoach.script.quick import QUICK
from voicecoach.script.terms import Terms
from voicecoach.source import Source, Span

if TYPE_CHECKING:
    import pytest

    from voicecoach.model.workout import Item, Scheme

NOWHERE = Span("", 0, 0, 0)
"""Places do not count when workouts are compared."""

PIECES = """
# ## ### #### - * + 1. > >> ``` ~~~ --- === <!-- --> <div> ( ) [ ] : , ; . * ** _ ` & &amp; | x X \\ \0 \ufeff
Squat Press-up Reverse lunge Rest Plnk Exercises Action: Form: Sides: Tempo: Starts: Prescription: Also called:
12 3 0 999 40s 1:30 90 min m reps sets rounds each side left tempo 3-1-1 40X0 rest until ready max in to failure cap
with at kg % RPE tabata EMOM halfway last title: cues: seed: {a: b} &x *x !t 'q "q \N{MULTIPLICATION SIGN} e\u0301
"""
FRAGMENTS = st.sampled_from([*PIECES.split(), "\t", "\u2028", "\N{FLEXED BICEPS}"])
SOUP = st.lists(
    st.lists(FRAGMENTS | st.text(max_size=3), max_size=8).map(" ".join) | st.text(max_size=12), max_size=12
).map("\n".join)
FRONT_MATTER = SOUP.map(lambda text: f"---\n{text}\n---\n- Squat: 5s\n")


@given(st.text() | SOUP | FRONT_MATTER)
@settings(max_examples=300, deadline=None)
def test_any_text_has_an_answer(text: str) -> None:
    source = Source("x.md", text)
    _, found = parsed(text)
    for fault in (*found, *parse_exercises(source)[1]):
        assert 1 <= fault.span.line <= len(source.lines) + 1
        assert 1 <= fault.span.column <= fault.span.end <= len(source.line(fault.span.line)) + 1
        assert fault.message
        assert render(fault, lambda _: source)
    places = [(fault.span.line, fault.span.column) for fault in found]
    assert places == sorted(places)


@given(st.binary(max_size=64))
def test_any_file_has_an_answer(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.md"
    path.write_bytes(data)
    try:
        told = read(path).name
    except VoicecoachError as error:
        told = str(error)
    assert told.startswith(str(path))


@given(st.text() | st.lists(FRAGMENTS, max_size=9).map(" ".join))
@settings(max_examples=300)
def test_any_prescription_has_an_answer(text: str) -> None:
    found, flaws = parse_prescription(text)
    assert 1 <= found.sets <= 999
    assert all(0 <= flaw.start <= flaw.end <= len(text) for flaw in flaws)


WORDS = st.from_regex(r"[a-mäß][a-zäß-]{0,6}( [a-z]{1,5})?", fullmatch=True)
NOTHING = ("", "none", "no", "-")
"""What the fields of an exercise read as no entry."""

SAYINGS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]) | st.just(" "),
        min_size=1,
        max_size=30,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text.casefold().strip(".") not in NOTHING)
)
TIMES = st.integers(1_000, 86_400_000)
PHASES = st.integers(0, 9).map(lambda seconds: seconds * 1_000) | st.just(EXPLOSIVE)
TEMPOS = st.builds(Tempo, PHASES, PHASES, PHASES, PHASES).filter(lambda tempo: tempo.rep > 0)
AMOUNTS = (
    st.builds(Reps, st.integers(1, 10_000))
    | st.builds(Timed, TIMES)
    | st.builds(MostReps, TIMES, st.booleans())
    | st.just(UntilReady())
)
LOADS = st.sampled_from(["with dumbbells", "at 20 kg", "at 60%", "RPE 7.5", "holding a plate", "with R&R *band*"])


@st.composite
def prescriptions(draw: st.DrawFn) -> Prescription:
    sets = draw(st.integers(1, 999))
    return Prescription(
        draw(AMOUNTS),
        sets,
        draw(st.just(0) | TIMES) if sets > 1 else 0,
        draw(st.sampled_from(Sides)),
        draw(st.none() | TEMPOS),
        tuple(draw(st.lists(LOADS, max_size=2))),
    )


@given(prescriptions(), st.sampled_from(Movement))
def test_a_prescription_reads_as_it_was_printed(prescription: Prescription, starts: Movement) -> None:
    text = plain(Passage.on_line(Source("x", ""), 1, 1, printed_prescription(prescription))).text
    assert parse_prescription(text, starts=starts) == (prescription, ())


@given(SAYINGS)
def test_what_is_escaped_is_spoken_as_it_was(text: str) -> None:
    assert plain(Passage.on_line(Source("x", text), 1, 1, escaped(text))).text == text


SPOKEN = st.builds(SpokenLine, SAYINGS, span=st.just(NOWHERE))
NOTES = st.builds(Note, WORDS | st.sampled_from(["- a", "1. b", "# c", "> d"]), span=st.just(NOWHERE))
ASIDES = st.lists(SPOKEN | NOTES, max_size=2).map(tuple)
CUES = st.lists(
    st.builds(TimedCue, st.just(TimedMoment.HALFWAY), st.just(0), SAYINGS, span=st.just(NOWHERE))
    | st.builds(TimedCue, st.just(TimedMoment.AT), st.integers(0, 900), SAYINGS, span=st.just(NOWHERE))
    | st.builds(TimedCue, st.just(TimedMoment.LAST), st.just(1_000), SAYINGS, span=st.just(NOWHERE)),
    max_size=2,
).map(tuple)
TEXTS = st.just("") | SAYINGS
POINTS = st.lists(SAYINGS, max_size=2).map(tuple)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
PAIRS = st.just(()) | st.tuples(WORDS, WORDS)


@st.composite
def exercises(draw: st.DrawFn) -> tuple[Exercise, ...]:
    """An exercise or two with a variation each; names never clash, as each has a number of its own."""
    found = []
    for number in range(draw(st.integers(0, 2))):
        parent = draw(_exercise(f"Movement {number}a", ""))
        found += [parent, draw(_exercise(f"Movement {number}b", parent.name))]
    return tuple(found)


def _exercise(name: str, parent: str) -> st.SearchStrategy[Exercise]:
    return st.builds(
        Exercise,
        st.just(name),
        starting_position=TEXTS,
        setup=TEXTS,
        action=TEXTS,
        forms=POINTS,
        variations=POINTS,
        mistakes=POINTS,
        easier=TEXTS,
        harder=TEXTS,
        sides=PAIRS,
        tempo=st.none() | TEMPOS,
        starts=st.sampled_from(Movement),
        phases=PAIRS,
        equipment=LISTS,
        muscles=LISTS,
        aliases=st.just((f"other {name}",)) | st.just(()),
        prescription=st.none() | prescriptions(),
        variation_of=st.just(parent),
    )


LENGTHS = st.integers(1_000, 3_600_000)
SCHEMES = (
    st.builds(Rounds, st.integers(2, 999), st.just(0) | TIMES)
    | st.builds(Intervals, LENGTHS, LENGTHS, count=st.integers(1, 999))
    | st.builds(Intervals, LENGTHS, LENGTHS, passes=st.integers(1, 999))
    | st.builds(Every, st.just(60_000) | LENGTHS, st.integers(1, 999))
    | st.builds(Clock, TIMES, st.booleans())
    | st.builds(Ladder, st.lists(st.integers(1, 10_000), min_size=2, max_size=9).map(tuple), st.just(0) | TIMES)
)


@st.composite
def workouts(draw: st.DrawFn) -> Workout:
    own = draw(exercises())
    known = st.sampled_from([*own, *LIBRARY, Exercise("Jog to the gate"), Exercise("Row to failure")])
    sections = SCHEMES.flatmap(lambda scheme: _section(scheme, known))
    return Workout(draw(FRONT), draw(ASIDES), tuple(draw(st.lists(sections, max_size=2))), own)


def _activity(exercise: Exercise, prescription: Prescription, cues: tuple[TimedCue, ...], terms: Terms) -> Activity:
    """A step as reading completes it: nothing is left to the exercise that the exercise would say."""
    usual = terms.usual(exercise.prescription) or Prescription()
    sides = prescription.sides
    if sides is Sides.NONE:
        sides = usual.sides if usual.sides is not Sides.NONE else Sides.EACH if exercise.sides else Sides.NONE
    completed = replace(prescription, sides=sides, tempo=prescription.tempo or usual.tempo)
    match terms.scheme:
        case Intervals():
            completed = Prescription(sides=sides, loads=prescription.loads)
        case Every() | Clock():
            completed = replace(completed, sets=1, rest=0)
        case Ladder() if isinstance(prescription.amount, Reps):
            completed = replace(completed, amount=Timed(5_000) if usual.amount else None)
        case _:
            pass
    return Activity(exercise, completed, () if isinstance(terms.scheme, Clock) else cues, span=NOWHERE)


@st.composite
def _section(draw: st.DrawFn, scheme: Scheme, known: st.SearchStrategy[Exercise]) -> Section:
    terms = Terms(scheme)
    # what waits cannot stand under a clock, what is counted not on a rung that says how many
    allowed = prescriptions().filter(lambda told: not terms.refusal("amount", told.amount) or _settled(scheme, told))
    steps: st.SearchStrategy[Item] = st.builds(_activity, known, allowed, CUES, st.just(terms))
    if not terms.rests:
        steps |= st.builds(Rest, st.none() | TIMES, CUES, span=st.just(NOWHERE))
    if terms.takes_rounds:
        rounds = st.builds(Rounds, st.integers(2, 999), st.just(0) | TIMES)
        inside = st.builds(_around, st.lists(steps, min_size=1, max_size=3), ASIDES)
        steps |= st.builds(Circuit, rounds, inside, span=st.just(NOWHERE))
    items = _around(draw(st.lists(steps, min_size=1, max_size=3)), draw(ASIDES))
    return Section(draw(SAYINGS), scheme, draw(ASIDES), items, draw(ASIDES))


def _settled(scheme: Scheme, prescription: Prescription) -> bool:
    """Whether reading leaves such an amount out."""
    return isinstance(scheme, Intervals) or (isinstance(scheme, Ladder) and isinstance(prescription.amount, Reps))


def _around(steps: list[Item], between: tuple[SpokenLine | Note, ...]) -> tuple[Item, ...]:
    return (*steps[:1], *(between if len(steps) > 1 else ()), *steps[1:])


WORDINGS = SAYINGS | st.lists(SAYINGS, max_size=2) | st.dictionaries(WORDS, SAYINGS, max_size=2)
FRONT = st.builds(
    Settings,
    title=TEXTS,
    coach=SAYINGS,
    music=st.builds(Music, POINTS, POINTS),
    music_level=st.integers(-400, 60).map(lambda level: level / 10),
    keep_awake=st.booleans(),
    listener=SAYINGS,
    language=st.sampled_from(["en", "en-GB", "de"]),
    countdown=st.sampled_from(["", "beeps", "voice"]),
    lexicon=st.dictionaries(WORDS, SAYINGS, max_size=2).map(
        lambda told: tuple(LexiconEntry(word, sounds, NOWHERE) for word, sounds in told.items() if sounds)
    ),
    seed=st.none() | st.integers(0, 10**18 - 1),
    lead_in=st.integers(0, 86_400_000),
    ready=TIMES,
    cues=st.dictionaries(WORDS, WORDINGS, max_size=2).map(
        lambda told: tuple(CueOverride(moment, value, NOWHERE) for moment, value in told.items())
    ),
)


@given(workouts())
@settings(max_examples=60, deadline=None)
def test_a_workout_reads_as_it_was_printed(workout: Workout) -> None:
    assert parsed(print_workout(workout))[0] == workout


QUICK_PIECES = """
squat plank reverse lunge press-up bridge rest : , ; 3 rounds tabata EMOM 10 min 40s x 12 reps each side tempo 3-1-1 20s
on off AMRAP for time cap ladder 10-8-6 with dumbbells sets of squat: 8 repz until ready left
"""


@given(st.text() | st.lists(st.sampled_from(QUICK_PIECES.split()), max_size=14).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_line_has_an_answer(text: str) -> None:
    source = Source(QUICK, text)
    for fault in parsed_quick(text)[1]:
        assert 1 <= fault.span.line <= len(source.lines)
        assert 1 <= fault.span.column <= fault.span.end <= len(source.line(fault.span.line)) + 1
        assert render(fault, lambda _: source)


@given(st.lists(st.sampled_from(QUICK_PIECES.split()), max_size=14).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_a_line_means_what_its_script_means(text: str) -> None:
    workout, found = parsed_quick(text)
    same, told = parsed(quick_script(text))
    here = [fault.code for fault in found if "colon is missing" not in fault.message]
    assert sorted(fault.code for fault in told) == sorted(here)
    assert same == workout
