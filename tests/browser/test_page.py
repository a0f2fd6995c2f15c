"""The page in a real browser, as on a phone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import until
from voicecoach.sinks.id3_reader import read_id3

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from shared import Running
    from voicecoach.model.timeline import Chapter

pytestmark = pytest.mark.browser

TIME = "document.getElementById('sound').currentTime"
PAUSED = "document.getElementById('sound').paused"
METADATA = "(({title, artist, album}) => ({title, artist, album}))(navigator.mediaSession.metadata)"


def chapters_of(path: Path) -> tuple[Chapter, ...]:
    with path.open("rb") as file:
        return read_id3(file).chapters


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_it_plays_and_pauses(page: Page) -> None:
    press(page, "Play")
    until(page, f"{TIME} > 0.3")
    until(page, "navigator.mediaSession.playbackState === 'playing'")
    press(page, "Pause")
    until(page, f"{PAUSED} && navigator.mediaSession.playbackState === 'paused'")


def test_all_files_are_listed_with_a_link_to_save_them(page: Page, shared: tuple[Path, ...]) -> None:
    assert page.locator("#list button").count() == len(shared)
    links = page.locator("#list a")
    assert [links.nth(index).get_attribute("download") for index in range(2)] == ["desk-break.mp3", "tabata.mp3"]
    with page.expect_download() as saving:
        links.nth(1).click()
    assert Path(saving.value.path()).read_bytes() == shared[1].read_bytes()


def test_the_current_step_is_shown_large_with_what_comes_next(page: Page, shared: tuple[Path, ...]) -> None:
    chapters = chapters_of(shared[0])
    assert page.locator("#step").inner_text() == chapters[0].title
    assert page.locator("#next").inner_text() == f"Next: {chapters[1].title}"
    size = page.evaluate("parseFloat(getComputedStyle(document.getElementById('step')).fontSize)")
    assert size >= 36


def test_every_chapter_can_be_gone_to(page: Page, shared: tuple[Path, ...]) -> None:
    page.locator("summary").click()
    buttons = page.locator("#chapters button")
    chapters = chapters_of(shared[0])
    assert buttons.count() == len(chapters)
    for index in (len(chapters) - 1, 3, 5):
        buttons.nth(index).click()
        until(page, "!document.getElementById('sound').seeking")
        assert page.evaluate(TIME) == pytest.approx(chapters[index].start / 1000, abs=0.01)
        assert page.locator("#step").inner_text() == chapters[index].title
        assert buttons.nth(index).get_attribute("aria-current") == "step"
        assert page.evaluate(METADATA)["title"] == chapters[index].title


def test_next_and_previous_step(page: Page, shared: tuple[Path, ...]) -> None:
    chapters = chapters_of(shared[0])
    for _ in range(3):
        press(page, "Next step")
    assert page.evaluate(TIME) == pytest.approx(chapters[3].start / 1000, abs=0.01)
    press(page, "Previous step")
    assert page.evaluate(TIME) == pytest.approx(chapters[2].start / 1000, abs=0.01)
    press(page, "10 seconds ahead")
    press(page, "Previous step")
    assert page.evaluate(TIME) == pytest.approx(chapters[2].start / 1000, abs=0.01)


def test_seeking_takes_only_a_part_of_the_file(page: Page) -> None:
    with page.expect_response(lambda answer: answer.url.endswith(".mp3")) as asked:
        page.locator("#list button").nth(1).click()
    assert asked.value.status == 206
    until(page, f"{TIME} > 0.1")
    press(page, "Pause")
    page.evaluate("document.getElementById('sound').currentTime = 700")
    until(page, "!document.getElementById('sound').seeking")
    press(page, "Play")
    until(page, f"{TIME} > 700.2")


def test_the_lock_screen_shows_the_step_and_its_buttons_work(page: Page, shared: tuple[Path, ...]) -> None:
    chapters = chapters_of(shared[0])
    assert page.evaluate(METADATA) == {"title": chapters[0].title, "artist": "Desk break", "album": "voicecoach"}
    picture = page.evaluate("navigator.mediaSession.metadata.artwork[0].src")
    assert picture == f"{page.url}1/cover.png"
    assert page.evaluate("fetch(navigator.mediaSession.metadata.artwork[0].src).then((answer) => answer.status)") == 200
    page.add_init_script(
        "window.answers = {}; const set = MediaSession.prototype.setActionHandler;"
        "MediaSession.prototype.setActionHandler = function (name, answer) {"
        " window.answers[name] = answer; return set.call(this, name, answer); };"
    )
    page.reload()
    until(page, "document.getElementById('sound').readyState >= 1")
    names = page.evaluate("Object.keys(window.answers).sort()")
    assert names == sorted(
        ["play", "pause", "stop", "previoustrack", "nexttrack", "seekbackward", "seekforward", "seekto"]
    )
    answer(page, "nexttrack")
    assert page.evaluate(METADATA)["title"] == chapters[1].title
    answer(page, "seekto", {"seekTime": 100})
    assert page.evaluate(TIME) == pytest.approx(100, abs=0.01)
    answer(page, "seekbackward", {"seekOffset": 30})
    answer(page, "seekforward")
    assert page.evaluate(TIME) == pytest.approx(80, abs=0.01)
    answer(page, "play")
    until(page, f"!{PAUSED}")
    answer(page, "pause")
    until(page, PAUSED)


def answer(page: Page, action: str, details: dict[str, Any] | None = None) -> None:
    page.evaluate(f"window.answers.{action}({json.dumps(details or {})})")


@pytest.mark.parametrize("width", [320, 360, 412, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('button, summary, .save, .wide, input')]"
        ".map((element) => element.getBoundingClientRect().height))"
    )
    assert smallest >= 44


def test_it_can_be_used_by_the_keyboard(page: Page) -> None:
    page.locator("#play").focus()
    page.keyboard.press("Enter")
    until(page, f"!{PAUSED}")
    page.keyboard.press("Enter")
    until(page, PAUSED)
    before = page.evaluate(TIME)
    page.locator("#place").focus()
    page.keyboard.press("PageUp")
    assert page.evaluate(TIME) > before + 5


def test_everything_has_a_name_and_stands_out_from_its_ground(page: Page) -> None:
    nameless = page.evaluate(
        "[...document.querySelectorAll('button, a, input')]"
        ".filter((element) => !(element.ariaLabel || element.textContent).trim()).length"
    )
    assert nameless == 0
    assert page.evaluate(CONTRAST) >= 4.5


CONTRAST = """(() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return numbers(color)[3] === 0 ? ground(element.parentElement) : color;
  };
  const tells = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const all = [...document.querySelectorAll("main *")];
  const seen = all.filter((element) => element.checkVisibility() && tells(element));
  return Math.min(...seen.map((element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }));
})()"""
"""The least contrast of any text. Source: WCAG 2.2, "contrast ratio"; 4.5 is its level AA."""


def test_the_way_to_a_podcast_program(page: Page, running: Running) -> None:
    link = page.get_by_role("link", name="Add to podcasts").get_attribute("href")
    assert link == running.place.address.replace("http:", "podcast:") + "feed.xml"


def test_a_computer_that_no_longer_shares_is_told(page: Page) -> None:
    page.route("**/*.json", lambda route: route.fulfill(body="no list"))
    page.reload()
    until(page, "document.getElementById('status').textContent.startsWith('The list cannot be loaded')")
    page.unroute_all()
