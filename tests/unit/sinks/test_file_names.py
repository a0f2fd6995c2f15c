from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.sinks.file_names import safe_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Warm-up", "Warm-up"),
        ("Main: left/right", "Main - left-right"),
        ("Échauffement 🦵", "Échauffement 🦵"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\tb\nc", "a b c"),
        ('Is "this" <it>?', "Is -this- -it"),
        ("ends with points ...", "ends with points"),
        ("half \ud800 a character", "half - a character"),
        ("...", ""),
    ],
)
def test_titles_become_names(title: str, name: str) -> None:
    assert safe_name(title) == name


@given(st.text(max_size=300))
def test_no_system_refuses_a_name(title: str) -> None:
    name = safe_name(title)

    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(letter) >= 32 for letter in name)
    assert name == name.strip(" .")
    assert len(name.encode()) <= 120
    assert safe_name(name) == name
