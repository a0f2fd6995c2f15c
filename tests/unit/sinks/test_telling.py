from __future__ import annotations

from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Chapter, Event, LyricLine, PlacedStep, Tags
from voicecoach.sinks.telling import Telling

WHOLE = Tags("Legs", "voicecoach", "voicecoach", "en", 0, cover=b"picture", track=2, tracks=3)


def step(number: int, start: int, end: int, chapter: str, *events: Event) -> PlacedStep:
    work = StepKind.WORK
    return PlacedStep(number, start, end, events, (), work, "Squat", "", "", 0, 0, 0, 0, 0, chapter, False, None)


def said(start: int, text: str, beat: int | None = None) -> Event:
    return Event(Bus.VOICE, start, start + 500, text, 0, beat)


def told(start: int = 0, upcoming: str = "") -> Tags:
    telling = Telling(start)
    beep = Event(Bus.EARCON, start + 1000, start + 1200, "go", 0)
    telling.add(step(0, start, start + 5000, "Squat", said(start + 700, "First:\n squat."), beep))
    telling.add(step(1, start + 5000, start + 9000, "", said(start + 6000, "Five.", beat=start + 6000)))
    telling.add(step(2, start + 9000, start + 9250, "Rest"))
    return telling.tags(WHOLE, upcoming)


def test_a_chapter_reaches_to_the_next() -> None:
    assert told().chapters == (Chapter("Squat", 0, 9000), Chapter("Rest", 9000, 9250))
    assert told().description == "0:00 Squat\n0:09 Rest"
    assert told().duration == 9250


def test_lyrics_say_what_is_now_and_next_and_what_is_spoken_but_for_counts() -> None:
    assert told().lyrics == (
        LyricLine(0, "Squat → Rest"),
        LyricLine(700, "First: squat."),
        LyricLine(5000, "Squat → Rest"),
        LyricLine(9000, "Rest"),
    )


def test_a_part_counts_from_its_own_beginning_and_knows_what_comes_behind_it() -> None:
    part = told(60_000, "Plank")

    assert (part.chapters, part.duration) == (told().chapters, 9250)
    assert part.lyrics == (*told().lyrics[:-1], LyricLine(9000, "Rest → Plank"))


def test_the_rest_is_that_of_the_whole() -> None:
    tags = told()

    assert (tags.title, tags.album, tags.language, tags.cover, tags.track, tags.tracks) == (
        "Legs",
        "voicecoach",
        "en",
        b"picture",
        2,
        3,
    )


def test_a_part_that_begins_within_a_chapter_has_one_of_its_own() -> None:
    telling = Telling()
    telling.add(step(0, 0, 1000, ""))

    assert telling.tags(WHOLE).chapters == (Chapter("Squat", 0, 1000),)
