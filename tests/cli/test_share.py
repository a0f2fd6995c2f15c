"""``voicecoach share`` as a user meets it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Self
from urllib.request import urlopen

import pytest

from command import voicecoach
from shared import TAGS, sound_file
from voicecoach.sharing.network import listen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return sound_file(tmp_path / "one.mp3")


class Sharing:
    """The command in a process of its own; a context, so that it is gone whatever the test finds."""

    def __init__(self, *arguments: str | Path, folder: Path) -> None:
        command = [sys.executable, "-m", "voicecoach", "share", "--port", "0", *map(str, arguments)]
        environment = os.environ | {"TMPDIR": str(folder), "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
        )
        assert self.process.stdout
        self.told: list[str] = []
        for line in self.process.stdout:
            self.told.append(line.rstrip("\n"))
            if line.startswith("For "):
                break

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)

    @property
    def page(self) -> str:
        return next(line for line in self.told if line.startswith("Page:")).split()[1]

    def end(self, number: int) -> tuple[int, str]:
        """Send a signal; the exit code, and what was told on standard error."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    return place


def test_a_file_and_a_script_until_ctrl_c(shared: Path, folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "short.md"
    script.write_text("# Kurz & gut\n\n- Squat: 20s\n- Rest: 10s\n")
    with Sharing(shared, script, "--engine", "tone", folder=folder) as sharing:
        check_a_file_and_a_script(sharing, shared)
    assert list(folder.iterdir()) == []


def check_a_file_and_a_script(sharing: Sharing, shared: Path) -> None:
    assert sharing.told[0] == f"{TAGS.title} (1 min 30 s, {shared.stat().st_size / 1000:.0f} kB)"
    assert re.fullmatch(r"Kurz & gut \(\d+ min \d+ s, \d+ kB\)", sharing.told[1])
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", sharing.page)
    assert sharing.told[2:] == [
        f"Page:    {sharing.page}",
        f"Podcast: {sharing.page}feed.xml",
        "For this computer alone; see --lan. End with Ctrl-C.",
    ]
    with urlopen(f"{sharing.page}2/short.mp3", timeout=PATIENCE) as answer:  # noqa: S310 - our own
        assert answer.read(3) == b"ID3"
    with urlopen(f"{sharing.page}2/chapters.json", timeout=PATIENCE) as answer:  # noqa: S310 - as above
        assert b'"title": "Squat"' in answer.read()
    assert sharing.end(signal.SIGINT) == (130, "\nNo longer shared.\n")


@pytest.mark.parametrize(("number", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_signals_end_it_and_nothing_stays(shared: Path, folder: Path, number: str, code: int) -> None:
    with Sharing(shared, folder=folder) as sharing:
        assert sharing.end(getattr(signal, number)) == (code, "")
    assert list(folder.iterdir()) == []


def test_in_a_network_every_address_has_its_token(shared: Path, folder: Path) -> None:
    local = (shared, "--address", "127.0.0.1")
    with Sharing(*local, folder=folder) as sharing, Sharing(*local, folder=folder) as other:
        tokens = {re.fullmatch(r"http://127\.0\.0\.1:\d+/([\w-]{19})/", each.page) for each in (sharing, other)}
        assert None not in tokens
        assert len({token[1] for token in tokens if token}) == 2
        assert sharing.told[-1] == "For any device of this network that knows the address. End with Ctrl-C."
        with urlopen(f"{sharing.page}feed.xml", timeout=PATIENCE) as answer:  # noqa: S310 - our own
            assert f'url="{sharing.page}1/one.mp3"'.encode() in answer.read()


@pytest.fixture
def taken() -> Iterator[int]:
    with listen("127.0.0.1", 0) as listener:
        yield listener.getsockname()[1]


def test_a_port_that_is_taken(shared: Path, taken: int) -> None:
    result = voicecoach("share", shared, "--port", str(taken))
    assert (result.code, result.out, result.err) == (
        1,
        "",
        f"error: another program has port {taken} already; choose another one with --port, or --port 0 for any\n",
    )


def test_without_the_server_the_way_to_it_is_told(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "voicecoach.sharing.server", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = voicecoach("share", shared)
    assert (result.code, result.out) == (1, "")
    assert re.fullmatch(
        r"error: sharing needs a server, which is not there \(.*uvicorn.*\); "
        r"install it with `pip install 'voicecoach\[share\]'`\n",
        result.err,
    )


def test_a_script_with_a_mistake_is_told_and_nothing_served(tmp_path: Path) -> None:
    script = tmp_path / "bad.md"
    script.write_text("- Squat: 0s\n")
    result = voicecoach("share", script, "--port", "0")
    assert (result.code, result.out) == (1, "")
    assert "Nothing was played or written." in result.err


def test_nothing_to_share_is_wrong_usage() -> None:
    assert voicecoach("share").code == 2
