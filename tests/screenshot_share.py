"""Photograph docs/share.png: the page of voicecoach share on a phone, by `python tests/screenshot_share.py`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from browsing import until
from command import voicecoach
from shared import serving

ROOT = Path(__file__).parent.parent
SCRIPTS = ("leg-and-glute", "core-twelve")
SECONDS = 290
PHONE = {"width": 360, "height": 740}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        paths = [Path(folder) / f"{name}.mp3" for name in SCRIPTS]
        for path in paths:
            voicecoach("export", path.stem, "-o", path, "--engine", "tone")
        with serving(*paths) as running:
            browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]}, is_mobile=True)
            page.goto(running.place.address)
            until(page, "document.getElementById('sound').readyState >= 1")
            page.evaluate(f"seek({SECONDS})")
            until(page, "!document.getElementById('sound').seeking")
            page.screenshot(path=ROOT / "docs" / "share.png")
            browser.close()
