"""Things by name: our own, those of others, and what is told where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installed import install
from voicecoach.errors import VoicecoachError
from voicecoach.plugins import Plugins

if TYPE_CHECKING:
    from pathlib import Path

GROUP = "voicecoach.tests"
OWN = {"mapping": "builtins:dict", "listing": "builtins:list", "gone": "voicecoach_gone:load"}
THINGS: Plugins[object] = Plugins("thing", GROUP, OWN, also=("any",))


def message(name: str) -> str:
    with pytest.raises(VoicecoachError) as caught:
        THINGS.load(name)
    return str(caught.value)


def test_our_own_are_made_anew_each_time() -> None:
    one, other = THINGS.load("listing"), THINGS.load("listing")
    assert (one, other) == ([], [])
    assert one is not other


def test_our_own_come_first_then_others_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, GROUP, {"whole": "builtins:int", "crowd": "builtins:set"})
    assert THINGS.names() == ("mapping", "listing", "gone", "crowd", "whole")
    assert THINGS.load("crowd") == set()


def test_our_own_hide_others_of_their_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, GROUP, {"listing": "builtins:set"})
    assert THINGS.names() == ("mapping", "listing", "gone")
    assert THINGS.load("listing") == []


def test_others_of_another_group_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "voicecoach.elsewhere", {"crowd": "builtins:set"})
    assert THINGS.names() == ("mapping", "listing", "gone")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("lisitng", 'no thing is called "lisitng"; did you mean "listing"?'),
        ("ay", 'no thing is called "ay"; did you mean "any"?'),
        ("zeppelin", 'no thing is called "zeppelin"; there are any, mapping, listing, gone'),
        ("", 'no thing is called ""; there are any, mapping, listing, gone'),
        ("gone", "the thing \"gone\" cannot be used: No module named 'voicecoach_gone'"),
    ],
)
def test_what_the_user_can_mend_is_told(name: str, told: str) -> None:
    assert message(name) == told


def test_others_that_are_not_installed_whole_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, GROUP, {"crowd": "voicecoach_gone:load"})
    assert message("crowd") == "the thing \"crowd\" cannot be used: No module named 'voicecoach_gone'"
