from __future__ import annotations

import io

import pytest
from PIL import Image, ImageFont

from drawn import REST, WORK, timeline
from voicecoach.model.timeline import Chapter
from voicecoach.pictures.chapter import chapter_picture, main_kind
from voicecoach.pictures.chart import chart
from voicecoach.pictures.columns import Bar
from voicecoach.pictures.cover import SIDE, cover
from voicecoach.pictures.looks import LOOKS, plain
from voicecoach.pictures.painting import _FONTS, LETTERS, MOST_DOTS, known_letters, png
from voicecoach.pictures.shapes import Box, Drawing, Lettering

BARS = (Bar(0, WORK), Bar(40_000, REST), Bar(60_000, WORK))


def painted(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    assert picture.format == "PNG"
    return picture.convert("RGB")


def rgb(color: str) -> tuple[int, ...]:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


def near(one: object, other: str) -> bool:
    """Whether two colors are the same but for the palette's rounding."""
    assert isinstance(one, tuple)
    return all(abs(a - b) <= 8 for a, b in zip(one, rgb(other), strict=True))


def test_a_box_is_painted_where_it_stands() -> None:
    picture = painted(png(Drawing(20, 10, "", (Box(5, 2, 10, 4, plain("#1a7f37")),)), 2.0))

    assert picture.size == (40, 20)
    assert all(near(picture.getpixel(at), "#1a7f37") for at in ((10, 4), (29, 11)))
    assert all(near(picture.getpixel(at), "#ffffff") for at in ((9, 4), (10, 3), (30, 11), (29, 12)))


@pytest.mark.parametrize("kind", [kind for kind, look in LOOKS.items() if look.strokes])
def test_a_pattern_has_paper_and_ink(kind: object) -> None:
    look = LOOKS[kind]  # type: ignore[index]
    picture = painted(png(Drawing(60, 60, "", (Box(0, 0, 60, 60, look),)), 2.0))
    inside = [picture.getpixel((x, y)) for x in range(10, 110) for y in range(10, 110)]

    inked = sum(near(dot, look.ink) for dot in inside) / len(inside)
    assert 0.08 < inked < 0.35
    assert sum(near(dot, look.paper) for dot in inside) / len(inside) > 0.4


def test_the_narrowest_box_can_be_seen() -> None:
    picture = painted(png(Drawing(20, 10, "", (Box(5, 0, 0.01, 10, plain("#000000")),))))
    assert near(picture.getpixel((5, 5)), "#000000")


def test_a_picture_has_no_more_dots_than_can_be_shown() -> None:
    picture = Image.open(io.BytesIO(png(Drawing(480, 300_000, "", ()), 2.0)))
    assert 0.9 * MOST_DOTS < picture.width * picture.height <= MOST_DOTS


@pytest.mark.parametrize("font", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
def test_the_fonts_have_every_letter_that_they_are_said_to_have(font: str) -> None:
    face = ImageFont.truetype(str(_FONTS / font), 24)
    invisible = {" ", "\u00a0", "\u00ad"}
    letters = [chr(code) for first, last in LETTERS for code in range(first, last + 1)]
    blank = [letter for letter in letters if not any(face.getmask(letter))]
    assert set(blank) == invisible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gesäß, Łódź, ¿Qué?, œuvre", "Gesäß, Łódź, ¿Qué?, œuvre"),
        ("Приседания", "Приседания"),
        ("Legs \U0001f9b5 and glutes", "Legs and glutes"),
        ("\u65e5\u672c", ""),
        ("u\u0308ben", "üben"),
        ("vi\u1ec7t", "viet"),
        ("\ufb01t", "fit"),
    ],
)
def test_letters_that_the_fonts_do_not_know_do_no_harm(text: str, shown: str) -> None:
    assert known_letters(text) == shown
    png(Drawing(10, 10, "", (Lettering(0, 8, text, 8),)))


def test_a_cover_is_square_small_and_always_the_same() -> None:
    data = png(cover("Legs and glutes", BARS, 100_000))

    assert painted(data).size == (SIDE, SIDE)
    assert len(data) < 100_000
    assert data == png(cover("Legs and glutes", BARS, 100_000))


def test_a_cover_has_title_minutes_and_all_of_the_workout() -> None:
    bars = [Bar(second * 1_000, WORK if second % 60 < 40 else REST) for second in range(0, 1_800, 20)]
    drawing = cover("Legs and glutes", bars, 1_800_000)
    texts = [shape.text for shape in drawing.shapes if isinstance(shape, Lettering)]
    wide = {
        kind: sum(b.width for b in drawing.shapes if isinstance(b, Box) and b.look is LOOKS[kind])
        for kind in (WORK, REST)
    }

    assert texts == ["Legs and", "glutes", "30 min", "voicecoach"]
    assert wide[WORK] == pytest.approx(2 * wide[REST], rel=0.01)


@pytest.mark.parametrize("duration", [0, 5_000, 100_000, 360_000_000])
@pytest.mark.parametrize("title", ["", "Legs", "A title that is far longer than a cover is wide " * 9])
def test_every_cover_stays_within_its_edges(title: str, duration: int) -> None:
    for shape in cover(title, BARS, duration).shapes:
        assert 0 <= shape.x <= SIDE
        assert 0 <= shape.y <= SIDE
        if isinstance(shape, Box):
            assert shape.x + shape.width <= SIDE
            assert shape.y + shape.height <= SIDE - 100


def test_what_is_not_yet_known_is_not_on_the_cover() -> None:
    shapes = cover("Legs", BARS, 100_000, exact=False).shapes
    assert [shape.text for shape in shapes if isinstance(shape, Lettering) and shape.text] == ["Legs", "voicecoach"]


def test_a_chapter_is_what_most_of_it_is() -> None:
    assert main_kind(BARS, Chapter("Rest", 30_000, 60_000)) is REST
    assert main_kind(BARS, Chapter("Squat", 45_000, 100_000)) is WORK


def test_a_chapter_has_its_color_and_a_mark_where_it_is() -> None:
    data = png(chapter_picture(Chapter("Rest", 40_000, 60_000), BARS, 100_000))
    picture = painted(data)
    row = [picture.getpixel((x, 284)) for x in range(300)]
    marked = [x for x, dot in enumerate(row) if near(dot, "#1f2328")]

    assert near(picture.getpixel((290, 5)), LOOKS[REST].paper)
    assert (marked[0], marked[-1]) == pytest.approx((16 + 268 * 0.4, 16 + 268 * 0.6), abs=1.5)
    assert len(data) < 4_000


def test_a_chart_can_be_painted() -> None:
    drawing = chart(timeline(*[20_000, 10_000] * 30, said="Sit back."))
    assert painted(png(drawing, 2.0)).size == (2 * drawing.width, 2 * drawing.height)
