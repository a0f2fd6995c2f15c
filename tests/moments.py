"""Every wording of a pack, filled in with examples of what its moment can speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import step
from voicecoach.model.plan import Cue, Lead, Phrase, Priority
from voicecoach.wording import Words
from voicecoach.wording.moments import MOMENTS
from voicecoach.wording.pack import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from voicecoach.model.plan import Value, Values
    from voicecoach.wording import Pack


def seconds(count: int) -> Phrase:
    return Phrase("seconds", {"seconds": count})


def minutes(count: int) -> Phrase:
    return Phrase("minutes", {"minutes": count})


def reps(count: int) -> Phrase:
    return Phrase("reps", {"reps": count})


def each_side(amount: Phrase) -> Phrase:
    return Phrase("each_side", {"amount": amount})


LEFT, RIGHT = Phrase("left"), Phrase("right")
MINUTE_AND_A_HALF = Phrase("time_two", {"first": minutes(1), "second": seconds(35)})
THREE_SETS = Phrase("sets_of", {"sets": Phrase("sets", {"sets": 3}), "amount": reps(8)})

EXAMPLES: dict[str, list[Value]] = {
    "action": ["Send your hips back and down, then push the floor away and stand."],
    "amount": [reps(12), each_side(seconds(30))],
    "duration": [seconds(20), minutes(1), MINUTE_AND_A_HALF],
    "equipment": [("mat",), ("mat", "dumbbells", "a chair")],
    "exercise": ["Squat", "Side plank"],
    "form": ["Keep your weight in your heels.", "Hips high."],
    "load": [("with dumbbells",), ("at 20 kg",), ("RPE 8",), ("at 60%",), ("holding a plate", "at 2.5 kg")],
    "listener": ["Ada"],
    "moves": [
        ("Squat", "Push-up", "Plank"),
        tuple(
            Phrase("move", {"amount": amount, "exercise": name})
            for name, amount in (("push-up", reps(5)), ("squat", reps(10)), ("plank", seconds(40)))
        ),
    ],
    "number": [*range(1, 21)],
    "phase": ["Press."],
    "position": ["Stand tall with your feet hip-width apart."],
    "remaining": [seconds(10), seconds(30), minutes(1), minutes(2), minutes(12)],
    "reps": [3, 1],
    "round": [2, 3, 7],
    "rounds": [4, 12, 8],
    "seconds": [10, 30, 60, 120, 720],
    "section": ["Warm-up", "Bridges", "Cool-down"],
    "sections": [Phrase("sections", {"sections": 3})],
    "set": [2, 3, 4],
    "sets": [3, 4, 5],
    "setup": ["Stand with your feet hip-width apart."],
    "side": [LEFT, RIGHT],
    "text": ["Drink a sip of water."],
    "title": ["Legs and glutes"],
}
"""What each placeholder may stand for."""

AMOUNTS: list[Value] = [
    reps(1),
    reps(8),
    seconds(40),
    each_side(reps(5)),
    Phrase("one_side", {"amount": seconds(20), "side": LEFT}),
    THREE_SETS,
    Phrase("most", {"duration": seconds(45)}),
    Phrase("to_failure", {"duration": minutes(1)}),
    Phrase("open_amount"),
]
"""Every kind of amount, for one moment that speaks of it."""

SCHEMES: list[Value] = [
    Phrase("rounds", {"rounds": 3}),
    Phrase("intervals", {"rounds": Phrase("rounds", {"rounds": 8}), "work": seconds(20), "rest": seconds(10)}),
    Phrase("every_minute", {"duration": minutes(12)}),
    Phrase("every", {"duration": minutes(10), "period": seconds(90)}),
    Phrase("ladder", {"rounds": 3, "reps": (21, 15, 9)}),
]
"""What a section's ``rounds`` are."""

_OWN = {("section", "rounds"): SCHEMES, ("next_set", "amount"): AMOUNTS}


def spoken(pack: Pack, examples: Mapping[str, list[Value]] = EXAMPLES) -> dict[str, list[str]]:
    """Every text that a pack can say at each moment, with examples in its holes; each once."""
    return {moment: list(dict.fromkeys(_texts(pack, moment, examples))) for moment in MOMENTS}


def _texts(pack: Pack, moment: str, examples: Mapping[str, list[Value]]) -> Iterator[str]:
    for form, variants in pack.cues[moment].forms:
        for variant in variants:
            words = Words(pack.with_cues({moment: Entry(((form, (variant,)),))}), 1)
            holes = {name for _, template in variant for name in template.placeholders}
            for values in _rows(moment, sorted(holes), examples):
                (worded,) = words.word([step(Cue(moment, Lead(), Priority.ESSENTIAL, values))])
                yield from (wording.text for wording in worded.cues[0].wordings)


def _rows(moment: str, holes: list[str], examples: Mapping[str, list[Value]]) -> Iterator[Values]:
    """As many rows as the longest list of examples has; shorter ones begin anew."""
    columns = [_OWN.get((moment, name), examples[name]) for name in holes]
    for row in range(max(map(len, columns), default=1)):
        yield {name: column[row % len(column)] for name, column in zip(holes, columns, strict=True)}
