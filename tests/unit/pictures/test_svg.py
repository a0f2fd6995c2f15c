from __future__ import annotations

import pytest
from defusedxml.ElementTree import fromstring

from drawn import timeline
from voicecoach.pictures.chart import chart
from voicecoach.pictures.looks import LOOKS, plain
from voicecoach.pictures.shapes import Align, Box, Drawing, Lettering
from voicecoach.pictures.svg import svg_text

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Legs & <script>alert('hi')</script> \"glutes\"", "Legs & <script>alert('hi')</script> \"glutes\""),
        ("a\0b\x1bc\ud800d\uffffe", "abcde"),
        ("Gesäß 🦵 日本", "Gesäß 🦵 日本"),
    ],
)
def test_text_is_text_whatever_it_is(text: str, shown: str) -> None:
    root = fromstring(svg_text(Drawing(100, 50, text, (Lettering(1, 20, text, 14),))))

    assert [child.tag for child in root] == [f"{SVG}title", f"{SVG}rect", f"{SVG}text"]
    assert (root[0].text, root[2].text) == (shown, shown)


def test_shapes_are_written_with_their_places() -> None:
    shapes = (
        Box(1, 2.346, 30, 4, plain("#123456")),
        Lettering(50, 20, "Rest", 14, "#ffffff", bold=True, align=Align.END),
    )
    root = fromstring(svg_text(Drawing(100, 50, "", shapes)))

    assert root.attrib["viewBox"] == "0 0 100 50"
    assert root[2].attrib == {"x": "1", "y": "2.35", "width": "30", "height": "4", "fill": "#123456"}
    assert root[3].attrib == {
        "x": "50",
        "y": "20",
        "font-size": "14",
        "fill": "#ffffff",
        "font-weight": "bold",
        "text-anchor": "end",
    }


def test_each_pattern_is_defined_once_and_used() -> None:
    root = fromstring(svg_text(chart(timeline(20_000, 20_000, 20_000, 20_000))))
    defined = [pattern.attrib["id"] for pattern in root.iter(f"{SVG}pattern")]
    used = {rect.attrib["fill"] for rect in root.iter(f"{SVG}rect") if rect.attrib["fill"].startswith("url")}

    assert len(defined) == len(set(defined)) == sum(1 for look in LOOKS.values() if look.strokes)
    assert used == {f"url(#{name})" for name in defined}


def test_nothing_comes_from_elsewhere() -> None:
    text = svg_text(chart(timeline(20_000, 20_000)))

    assert text.replace("http://www.w3.org/2000/svg", "").find("http") == -1
    assert "made by voicecoach" in text, "so that it may be written over"
