"""The screen with a player whose device belongs to the test: what is to be seen, at three sizes, and what keys do."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from played import BLOCK, Rig, placed
from voicecoach.model.plan import StepKind
from voicecoach.playback.driver import Driver
from voicecoach.playback.keyboard import COMMANDS, KEYS
from voicecoach.playback.screen.app import ScreenApp
from voicecoach.playback.screen.digits import drawn
from voicecoach.playback.screen.looks import LOOKS, Mood
from voicecoach.playback.transport import Command, Do, State
from voicecoach.testing import ManualClock, ManualDevice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.player import Snapshot

GOLDEN = Path(__file__).parent.parent / "golden" / "screen"
SIZES = {"60x18": (60, 18), "80x24": (80, 24), "120x40": (120, 40)}
TITLE = "Legs and glutes"


def step(kind: StepKind, name: str, start: int, end: int, words: str = "", **more: object) -> PlacedStep:
    made = placed(kind, start, end, *([(600, 2_000)] if words else []))
    events = tuple(replace(event, name=words) if event.name == "0.600" else event for event in made.events)
    return replace(made, name=name, events=events, **more)  # type: ignore[arg-type]


MADE = (
    step(StepKind.SAY, "Start", 0, 8_000, "Legs and glutes. About four minutes, one section."),
    step(StepKind.READY, "Squat", 8_000, 20_000, "First: squat, 40 seconds. Stand up straight, feet hip-width apart."),
    step(StepKind.WORK, "Squat", 20_000, 60_000, "Weight in your heels.", section="Squats", round=1, rounds=2),
    step(StepKind.REST, "Rest", 60_000, 85_000, "Rest, 25 seconds."),
    step(
        StepKind.WORK,
        "Rear-foot-elevated lunge",
        85_000,
        145_000,
        section="Lunges",
        side="left",
        round=2,
        rounds=2,
        reps=8,
    ),
    step(StepKind.REST, "Rest", 145_000, 185_000, "Take a drink.", hold=True),
    step(StepKind.WORK, "Plank", 185_000, 265_000, section="Plank"),
)
STEPS = tuple(replace(made, number=number) for number, made in enumerate(MADE))


class Desk:
    """A workout on a device of the test's own."""

    def __init__(self, at: int = 0, steps: tuple[PlacedStep, ...] = STEPS) -> None:
        self.rig = Rig(steps)
        self.device = self.rig.device
        self.driver = Driver(self.rig.player, self.open, lambda _: None, ManualClock())
        self.driver.open()
        self.rig.player.begin_at(at)
        self.rig.player.tell(Command(Do.PLAY))

    def open(self, fill: object) -> ManualDevice:
        return self.device

    def play(self, time: int) -> Desk:
        for _ in range(time // BLOCK):
            self.driver.step()
            self.device.take(BLOCK)
        self.driver.step()
        return self

    def until(self, time: int) -> Desk:
        """Play up to a moment of the workout, what is said to a jump before it included."""
        while self.rig.time < time:
            self.play(BLOCK)
        return self

    def do(self, do: Do) -> Desk:
        self.driver.tell(Command(do))
        return self.play(0)

    def over(self) -> Desk:
        """The driver's own thread finds that all is over."""
        self.driver.start()
        assert self.driver.wait(30.0)
        return self


MOMENTS: dict[str, tuple[Callable[[], Desk], str, tuple[str, ...]]] = {
    "ready": (
        lambda: Desk(8_000).until(10_000),
        "10",
        ("GET READY", "0:10 of 4:25", "Squat", "Next: Squat, 40 s", "First: squat, 40 seconds.", "▒▒▒"),
    ),
    "work": (
        lambda: Desk(20_000).until(35_000),
        "25",
        ("WORK", "Squats · round 1 of 2 · 40 s", "Next: rest 25 s · Rear-foot", "Weight in your heels.", "███"),
    ),
    "rest": (
        lambda: Desk(60_000).until(65_000),
        "20",
        ("REST", "1:05 of 4:25", "Next: Rear-foot-elevated lunge, left, 8 reps", "Rest, 25 seconds.", "░░░"),
    ),
    "hold": (
        lambda: Desk(145_000).play(10_000),
        "READY?",
        ("WAITS FOR YOU", "Enter or space: go on", "Take a drink.", "???"),
    ),
    "paused": (
        lambda: Desk(85_000).until(95_000).do(Do.PAUSE).do(Do.MUTE).do(Do.SOFTER),
        "50",
        (
            "PAUSED",
            "coach silent · volume 90 %",
            "Rear-foot-elevated lunge, left",
            "Lunges · round 2 of 2 · 8 reps",
            "║║",
        ),
    ),
    "end": (
        lambda: Desk(262_000).until(265_000).over(),
        "DONE",
        ("DONE", "4:25 of 4:25", "any key closes this", "═══"),
    ),
}


def on_screen(
    desk: Desk, size: tuple[int, int], then: Callable[[ScreenApp, Pilot[None]], Awaitable[None]] | None = None
) -> list[str]:
    """The rows of a screen, once something has been done to it."""

    async def show() -> list[str]:
        app = ScreenApp(desk.driver, TITLE)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            if then:
                await then(app, pilot)
            app.look()
            await pilot.pause()
            rows = rows_of(app)
        if app.failure:
            raise app.failure
        return rows

    return asyncio.run(show())


def rows_of(app: ScreenApp) -> list[str]:
    return [row.text for row in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_what_must_be_seen(moment: str, size: str) -> None:
    make, big, wanted = MOMENTS[moment]
    width, height = SIZES[size]
    rows = on_screen(make(), (width, height))
    assert [len(row) for row in rows] == [width] * height
    text = "\n".join(rows)
    assert [one for one in (TITLE, *wanted) if one not in text] == []
    rows_there = [row.strip(" " + LOOKS[Mood.WAIT].pattern) for row in rows]
    assert any(drawn(big, width, high)[1].strip() in "".join(rows_there) for high in range(5, height))
    assert "▲" in text


@pytest.mark.parametrize("size", SIZES)
def test_screens(size: str, golden: Callable[[Path, str], None]) -> None:
    shown = [
        "\n".join([f"{moment}:", *(f"|{row}|" for row in on_screen(MOMENTS[moment][0](), SIZES[size]))])
        for moment in MOMENTS
    ]
    golden(GOLDEN / f"{size}.txt", "\n".join(shown) + "\n")


@pytest.mark.parametrize(("size", "rows"), [("60x18", 5), ("80x24", 10), ("120x40", 20)])
def test_digits_are_as_high_as_there_is_room(size: str, rows: int) -> None:
    """At three metres the eye needs about 13 mm (a two-hundredth); five rows of a usual terminal are 20 mm."""
    shown = on_screen(MOMENTS["work"][0](), SIZES[size])
    assert sum("██" in row.strip().strip("█") for row in shown[2:-6]) >= rows - 1


@pytest.mark.parametrize("moment", ["work", "rest", "ready"])
def test_the_countdown_stands_on_the_color_of_its_mood(moment: str) -> None:
    grounds: set[str] = set()

    async def look(app: ScreenApp, pilot: Pilot[None]) -> None:
        app.look()
        await pilot.pause()
        row = app.screen._compositor.render_strips()[5]
        grounds.update(part.style.bgcolor.name for part in row if part.style and part.style.bgcolor)

    on_screen(MOMENTS[moment][0](), (60, 18), look)
    assert LOOKS[Mood(moment)].paper in grounds


def test_no_color_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    colors: set[str] = set()

    async def look(app: ScreenApp, pilot: Pilot[None]) -> None:
        app.look()
        await pilot.pause()
        styles = [part.style for row in app.screen._compositor.render_strips() for part in row if part.style]
        colors.update(color.name for style in styles for color in (style.color, style.bgcolor) if color)

    on_screen(MOMENTS["work"][0](), (60, 18), look)
    assert colors <= {"default"}


@pytest.mark.parametrize("key", COMMANDS)
def test_keys_are_wishes(key: str) -> None:
    desk = MOMENTS["rest"][0]()

    async def press(app: ScreenApp, pilot: Pilot[None]) -> None:
        await pilot.press(key)

    on_screen(desk, (60, 18), press)
    assert list(desk.rig.player._commands) == [COMMANDS[key]]


def test_the_help_has_every_key_and_keys_keep_working() -> None:
    desk = MOMENTS["work"][0]()
    helped: list[str] = []

    async def press(app: ScreenApp, pilot: Pilot[None]) -> None:
        await pilot.press("?")
        await pilot.pause()
        helped.extend(rows_of(app))
        await pilot.press("space")
        desk.play(0)
        app.look()
        await pilot.pause()
        assert "PAUSED" in "\n".join(rows_of(app))
        await pilot.press("?")
        await pilot.pause()

    rows = on_screen(desk, (60, 18), press)
    assert [what for key, what in KEYS if not any(key in row and what in row for row in helped)] == []
    assert not any("repeat the step" in row for row in rows)


def test_another_size_is_filled_at_once() -> None:
    async def grow(app: ScreenApp, pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(120, 40)
        await pilot.pause()

    assert on_screen(MOMENTS["work"][0](), (60, 18), grow) == on_screen(MOMENTS["work"][0](), (120, 40))


@pytest.mark.parametrize("size", [(20, 6), (1, 1), (400, 100)])
def test_no_size_brings_it_down(size: tuple[int, int]) -> None:
    assert len(on_screen(MOMENTS["work"][0](), size)) == size[1]


def test_a_notice_is_shown() -> None:
    async def tell(app: ScreenApp, pilot: Pilot[None]) -> None:
        app.notice("The sound device is gone [sic].")
        app.look()
        async with asyncio.timeout(30.0):
            while not any("is gone" in row for row in rows_of(app)):
                await pilot.pause()

    assert "The sound device is gone [sic]." in "\n".join(on_screen(Desk().play(1_000), (80, 24), tell))


def ended(desk: Desk, *keys: str, asked: int = 0) -> ScreenApp:
    """The application after it has run to its end by itself."""

    async def run() -> ScreenApp:
        app = ScreenApp(desk.driver, TITLE)

        async def press(pilot: Pilot[None]) -> None:
            app.asked = asked
            if keys:
                app.look()
            await pilot.press(*keys)

        await app.run_async(headless=True, size=(60, 18), auto_pilot=press)
        return app

    return asyncio.run(asyncio.wait_for(run(), 30.0))


def test_it_leaves_once_the_workout_is_stopped() -> None:
    desk = Desk().play(1_000).do(Do.STOP).over()
    assert (ended(desk).failure, desk.driver.snapshot().transport.state) == (None, State.ENDED)


def test_any_key_leaves_the_end() -> None:
    assert ended(MOMENTS["end"][0](), "x").failure is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_a_signal_ends_it(number: int) -> None:
    app = ended(Desk().play(1_000), asked=number)
    assert (app.asked, app.failure) == (number, None)


def test_ctrl_c_is_such_a_signal() -> None:
    assert ended(Desk().play(1_000), "ctrl+c").asked == signal.SIGINT


def test_a_failure_ends_the_screen_quietly_and_nothing_else(capfd: pytest.CaptureFixture[str]) -> None:
    class Blind(Driver):
        def snapshot(self) -> Snapshot:
            raise ZeroDivisionError("no idea")

    desk = Desk().play(1_000)
    blind = Blind(desk.rig.player, desk.open, lambda _: None, ManualClock())
    desk_of_the_blind = Desk()
    desk_of_the_blind.driver = blind
    app = ended(desk_of_the_blind)
    assert repr(app.failure) == "ZeroDivisionError('no idea')"
    assert desk.rig.player.state is State.PLAYING
    assert capfd.readouterr() == ("", "")
