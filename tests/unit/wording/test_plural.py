from __future__ import annotations

import pytest

from voicecoach.wording.plural import plural_category


@pytest.mark.parametrize(
    ("language", "count", "category"),
    [
        ("en", 0, "other"),
        ("en", 1, "one"),
        ("en-GB", 1, "one"),
        ("fr", 0, "one"),
        ("pl", 3, "few"),
        ("ar", 2, "two"),
        ("xx", 1, "one"),
        ("not a tag", 1, "one"),
    ],
)
def test_categories_are_those_of_the_language(language: str, count: int, category: str) -> None:
    assert plural_category(count, language) == category
