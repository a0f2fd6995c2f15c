"""Draw docs/screen.svg: the screen of a ready script at a moment, by `python tests/screenshot.py`."""

from __future__ import annotations

import asyncio
import re
import time
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.terminal_theme import SVG_EXPORT_THEME

from voicecoach import live, pipeline
from voicecoach.model.plan import StepKind
from voicecoach.playback.driver import Driver
from voicecoach.playback.screen.app import ScreenApp
from voicecoach.playback.transport import Command, Do
from voicecoach.speech.engines.tone import ToneEngine
from voicecoach.speech.fallback import Candidate, EngineChain
from voicecoach.speech.speaker import Speaker
from voicecoach.stream import LIVE_RATE
from voicecoach.testing import ManualDevice
from voicecoach.units import frames_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment
    from rich.style import Style

    from voicecoach.ports import Fill

ROOT = Path(__file__).parent.parent
SCRIPT, STEP, SECONDS = "leg-and-glute", "Squat", 14
SIZE = (80, 24)
WIDE, HIGH, BASE = 9, 18, 13.5
"""A cell, and where its text stands, in units of the picture."""

SHADES = {"█": 1.0, "▒": 0.5, "░": 0.25}
PARTS = {"▌": (0.5, 0.0, 1.0), "▀": (1.0, 0.0, 0.5), "▄": (1.0, 0.5, 0.5), "─": (1.0, 0.47, 0.06)}
"""How wide a glyph is, where it begins and how high it is, in cells; in no font do they all join without a gap."""


def rows() -> list[list[Segment]]:
    """The screen, row by row."""
    devices: list[ManualDevice] = []

    def open_device(fill: Fill) -> ManualDevice:
        devices.append(ManualDevice(fill))
        return devices[-1]

    speaker = Speaker(EngineChain([Candidate("tone", ToneEngine)], language="en", notify=print))
    player, placing = live.assemble(pipeline.read(ROOT / "scripts" / f"{SCRIPT}.md"), speaker)
    placing.start()
    while not player.timeline.complete:
        time.sleep(0.01)  # the words come from other threads
    steps = player.timeline.steps
    player.begin_at(next(frames_of(s.start, LIVE_RATE) for s in steps if (s.kind, s.name) == (StepKind.WORK, STEP)))
    driver = Driver(player, open_device, print)
    driver.open()
    driver.tell(Command(Do.PLAY))
    driver.step()
    goal = driver.snapshot().time + 1_000 * SECONDS
    while driver.snapshot().time < goal:
        devices[-1].take(LIVE_RATE // 50)
        driver.step()
    placing.close()
    return asyncio.run(shown(driver))


async def shown(driver: Driver) -> list[list[Segment]]:
    app = ScreenApp(driver, "Legs and glutes")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.look()
        await pilot.pause()
        return [list(strip) for strip in app.screen._compositor.render_strips()]


def picture() -> str:
    """The screen as SVG, without a font or anything else from elsewhere."""
    width, height = (SIZE[0] + 2) * WIDE, (SIZE[1] + 1) * HIGH
    drawn = "\n".join(element for number, row in enumerate(rows()) for element in drawn_row(row, number))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n'
        "<title>voicecoach play: the countdown of a squat, what comes next, and the whole workout as a strip</title>\n"
        f'<rect width="100%" height="100%" rx="8" fill="{SVG_EXPORT_THEME.background_color.hex}"/>\n'
        f'<g transform="translate({WIDE} {HIGH / 2})" font-size="15"'
        ' font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" shape-rendering="crispEdges">\n'
        f"{drawn}\n</g>\n</svg>\n"
    )


def drawn_row(row: list[Segment], number: int) -> Iterator[str]:
    cells = [(glyph, segment.style) for segment in row for glyph in segment.text]
    column = 0
    for style, run in groupby(cells, lambda cell: cell[1]):
        text = "".join(glyph for glyph, _ in run)
        if style and style.bgcolor and not style.bgcolor.is_default:
            yield rect(column, number, len(text), (1.0, 0.0, 1.0), style.bgcolor.get_truecolor().hex)
        yield from drawn_run(text, style, column, number)
        column += len(text)


def drawn_run(text: str, style: Style | None, column: int, number: int) -> Iterator[str]:
    color = style.color if style else None
    ink = color.get_truecolor(SVG_EXPORT_THEME).hex if color else SVG_EXPORT_THEME.foreground_color.hex
    weight = ' font-weight="bold"' if style and style.bold else ""
    for glyph, same in groupby(text, lambda each: each if each in SHADES or each in PARTS else "a"):
        part = "".join(same)
        if glyph in SHADES:
            yield rect(column, number, len(part), (1.0, 0.0, 1.0), ink, SHADES[glyph])
        elif glyph in PARTS:
            yield rect(column, number, len(part), PARTS[glyph], ink)
        for words in re.finditer(r"\S+( \S+)*", part) if glyph == "a" else ():
            x, y, wide = (column + words.start()) * WIDE, number * HIGH + BASE, len(words[0]) * WIDE
            yield f'<text x="{x}" y="{y}" textLength="{wide}" fill="{ink}"{weight}>{escape(words[0])}</text>'
        column += len(part)


def rect(column: int, row: int, cells: int, shape: tuple[float, float, float], color: str, opacity: float = 1.0) -> str:
    wide, top, high = shape
    seen = f' opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<rect x="{column * WIDE}" y="{(row + top) * HIGH:g}" width="{cells * wide * WIDE:g}" height="{high * HIGH:g}"'
        f' fill="{color}"{seen}/>'
    )


if __name__ == "__main__":
    (ROOT / "docs" / "screen.svg").write_text(picture(), "utf-8")
