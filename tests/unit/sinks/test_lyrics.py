from __future__ import annotations

from voicecoach.model.timeline import LyricLine, Tags
from voicecoach.sinks.lyrics import lrc_lines, lrc_text, plain_lines

LINES = (LyricLine(0, "Squat → Rest"), LyricLine(59_999, "Squat → Rest"), LyricLine(3_661_230, "End"))


def test_times_are_rounded_down_to_hundredths_and_have_no_hours() -> None:
    assert list(lrc_lines(LINES)) == ["[00:00.00]Squat → Rest", "[00:59.99]Squat → Rest", "[61:01.23]End"]


def test_without_times_a_line_does_not_come_twice_running() -> None:
    assert plain_lines(LINES) == ["Squat → Rest", "End"]


def test_a_whole_file_says_what_it_is_and_who_made_it() -> None:
    tags = Tags("Beine\nund Po", "voicecoach", "voicecoach", "de", 3_662_000, lyrics=LINES[:1])

    assert lrc_text(tags) == (
        "[ti:Beine und Po]\n[ar:voicecoach]\n[al:voicecoach]\n[length:61:02.00]\n[re:voicecoach]\n"
        "[00:00.00]Squat → Rest\n"
    )
