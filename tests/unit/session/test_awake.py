from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from voicecoach.session import awake as module
from voicecoach.session.awake import awake

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE_SECONDS = 20.0


class Machine:
    """Sleeps, or is kept from it."""

    def __init__(self) -> None:
        self.resting = False
        self.changed = threading.Semaphore(0)
        self.seen: list[str] = []

    @contextmanager
    def kept(self) -> Iterator[None]:
        self.tell("awake")
        yield
        self.tell("may sleep")

    def tell(self, told: str) -> None:
        self.seen.append(told)
        self.changed.release()

    def await_change(self) -> None:
        assert self.changed.acquire(timeout=PATIENCE_SECONDS)


def test_the_machine_may_sleep_in_a_long_pause_and_at_the_end() -> None:
    machine = Machine()
    with awake(lambda: machine.resting, machine.kept, 0.001):
        machine.await_change()
        machine.resting = True
        machine.await_change()
        machine.resting = False
        machine.await_change()
    assert machine.seen == ["awake", "may sleep", "awake", "may sleep"]
    assert not any(thread.name == "awake" for thread in threading.enumerate())


@pytest.mark.parametrize(("variable", "active"), [("WAKEPY_FAKE_SUCCESS", True), ("WAKEPY_FORCE_FAILURE", False)])
def test_a_system_that_cannot_be_kept_awake_says_nothing(
    variable: str, active: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(variable, "yes")
    with module._kept() as kept:
        assert kept is active
    assert capfd.readouterr() == ("", "")
