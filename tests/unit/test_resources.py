from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.resources import data, folder, home

if TYPE_CHECKING:
    from pathlib import Path


def test_a_checkout_has_its_folders_at_the_root(tmp_path: Path) -> None:
    package = tmp_path / "src" / "voicecoach"
    package.mkdir(parents=True)
    (tmp_path / "audio").mkdir()

    assert folder("audio", package=package) == tmp_path / "audio"


def test_a_wheel_carries_them_inside_the_package_and_these_come_first(tmp_path: Path) -> None:
    package = tmp_path / "site" / "voicecoach"
    (package / "_data" / "scripts").mkdir(parents=True)
    (tmp_path / "scripts").mkdir()

    assert folder("scripts", package=package) == package / "_data" / "scripts"


def test_a_file_of_that_name_is_no_folder(tmp_path: Path) -> None:
    package = tmp_path / "src" / "voicecoach"
    package.mkdir(parents=True)
    (tmp_path / "audio").touch()

    with pytest.raises(VoicecoachError) as caught:
        folder("audio", package=package)
    assert str(caught.value) == 'voicecoach was installed without its "audio" folder; install it again'


@pytest.mark.parametrize("name", ["audio"])
def test_this_very_checkout_has_its_folders(name: str) -> None:
    assert folder(name).is_dir()


def test_the_users_folder_is_where_the_environment_says_else_the_systems_place(tmp_path: Path) -> None:
    assert home({"VOICECOACH_HOME": str(tmp_path)}) == tmp_path
    assert home({}).name == "voicecoach"


def test_what_is_kept_is_where_the_environment_says_else_the_systems_place(tmp_path: Path) -> None:
    assert data({"VOICECOACH_HOME": str(tmp_path)}) == tmp_path
    assert data({}).name == "voicecoach"
