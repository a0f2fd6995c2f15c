"""Chromium on a page of the real server."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from browsing import until
from command import SCRIPTS, voicecoach
from shared import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from shared import Running

PHONE = {"width": 360, "height": 740}
"""A small phone, in CSS pixels."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (the extra `browser`)")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as started:
        # As root there is no sandbox; a page that plays by itself is what a headset's button would do.
        browser = started.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Two real workouts."""
    folder = tmp_path_factory.mktemp("shared")
    paths = []
    for name in ("desk-break", "tabata"):
        target = folder / f"{name}.mp3"
        assert voicecoach("export", SCRIPTS / f"{name}.md", "-o", target, "--engine", "tone").code == 0
        paths.append(target)
    return tuple(paths)


@pytest.fixture
def running(shared: tuple[Path, ...]) -> Iterator[Running]:
    with serving(*shared) as running:
        yield running


@pytest.fixture
def page(browser: Browser, running: Running) -> Iterator[Page]:
    """The page on a phone; whatever the browser complains of fails the test."""
    context = browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    complaints: list[str] = []
    elsewhere: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith(running.place.address) else elsewhere.append(request.url),
    )
    page.goto(running.place.address)
    until(page, "document.getElementById('sound').readyState >= 1")
    yield page
    context.close()
    assert (complaints, elsewhere) == ([], [])
