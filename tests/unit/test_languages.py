from __future__ import annotations

import pytest

from voicecoach.languages import primary, subtags


@pytest.mark.parametrize(("tag", "language"), [("de", "de"), ("en-GB", "en"), ("pt_BR", "pt"), ("ZH-Hans-CN", "zh")])
def test_the_language_of_a_tag(tag: str, language: str) -> None:
    assert primary(tag) == language


def test_the_parts_of_a_tag() -> None:
    assert subtags("zh_Hans-CN") == ["zh", "hans", "cn"]
