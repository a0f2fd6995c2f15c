"""A script as it is usually written, with everything in it that is only for its author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.names import same_name
from voicecoach.script.blocks import BlockKind, blocks_of
from voicecoach.script.exercises import EXERCISE_LEVEL
from voicecoach.script.faults import Faults
from voicecoach.script.fields import fields_of
from voicecoach.script.printing import print_workout
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from voicecoach.model.workout import Item, Note, SpokenLine, Workout
    from voicecoach.script.blocks import Block
    from voicecoach.source import Span

__all__ = ["format_script"]

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_REMARK = re.compile(r"(?:^|(?<=\s))#.*")
_EXERCISES = same_name("Exercises")
_RULER = re.compile(r"---[ \t]*")


@dataclass(frozen=True, slots=True)
class _Kept:
    """Text that no workout holds, and the line where it stands, from 1."""

    line: int
    text: str


def format_script(source: Source, workout: Workout, parse: Callable[[Source], tuple[Workout, object]]) -> str | None:
    """The script as it is usually written, with the comments and the code of its author before what they stood before.

    Args:
        source: The script as its author wrote it, without errors.
        workout: What it reads as.
        parse: Reads a text.

    Returns:
        A text that reads as the same workout; None where none was found.
    """
    printed = print_workout(workout)
    again, _ = parse(Source(source.name, printed))
    if again != workout:
        return None
    anchors = list(zip(_places(workout), _places(again), strict=True))
    lines = printed.rstrip("\n").split("\n")
    inserted: dict[int, list[str]] = {}
    for kept in _kept(source):
        if kept.text not in printed:
            target = next((new for old, new in anchors if old >= kept.line), len(lines) + 1)
            inserted.setdefault(target, []).append(kept.text)
    text = "\n".join(_woven(lines, inserted)).rstrip("\n") + "\n"
    return text if parse(Source(source.name, text))[0] == workout else None


def _woven(lines: list[str], inserted: dict[int, list[str]]) -> Iterator[str]:
    """The lines, with what is inserted before each as paragraphs of their own."""
    before = ""
    for number, line in enumerate((*lines, ""), 1):
        for text in inserted.get(number, ()):
            if before:
                yield ""
            yield from (text, "")
            before = ""
        yield line
        before = line


def _places(workout: Workout) -> list[int]:
    """The lines on which its parts begin, in order; two texts of one workout have equally many."""
    spans = [_span(item) for item in workout.intro]
    for section in workout.sections:
        spans += [section.span] if section.span else []
        spans += [_span(item) for item in (*section.opening, *section.items, *section.closing)]
    spans += [exercise.span for exercise in workout.exercises if exercise.span]
    return [span.line for span in spans]


def _span(item: Item | SpokenLine | Note) -> Span:
    return item.span


def _kept(source: Source) -> list[_Kept]:
    """Everything in a script that no workout holds, by place."""
    front = _front_matter(source)
    found = list(_remarks(source, front))
    covered: set[int] = set()
    blocks = blocks_of(source, front + 1, len(source.lines))
    for block in _described(blocks):
        labels = [field.label.line for field in fields_of((block,), Faults())]
        last = min(labels, default=block.last + 1) - 1
        if last >= block.first:
            found.append(_Kept(block.first, "\n".join(source.lines[block.first - 1 : last]).strip("\n")))
            covered |= set(range(block.first, last + 1))
    for block in _unread(blocks):
        text = "\n".join(line.strip() for line in source.lines[block.first - 1 : block.last]).strip("\n")
        if block.kind is BlockKind.CODE:
            text = "\n".join(source.lines[block.first - 1 : block.last])
        covered |= set(range(block.first, block.last + 1))
        found.append(_Kept(block.first, text))
    for match in _COMMENT.finditer(source.text):
        line = source.text.count("\n", 0, match.start()) + 1
        if line > front and line not in covered:
            found.append(_Kept(line, match[0]))
    return sorted(found, key=lambda kept: kept.line)


def _described(blocks: Iterable[Block]) -> Iterator[Block]:
    """What stands among descriptions of exercises: paragraphs, quotes and lists, which are notes without a label."""
    inside = False
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level < EXERCISE_LEVEL:
            inside = same_name(block.text.text) == _EXERCISES
        elif inside and block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST):
            yield block


def _unread(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind in (BlockKind.CODE, BlockKind.HTML):
            yield block
        yield from _unread(block.children)


def _front_matter(source: Source) -> int:
    """The last line of the settings; 0 without any."""
    rulers = [number for number, line in enumerate(source.lines, 1) if _RULER.fullmatch(line)]
    opened = next((number for number, line in enumerate(source.lines, 1) if line.strip()), 0)
    return rulers[1] if len(rulers) > 1 and rulers[0] == opened else 0


def _remarks(source: Source, front: int) -> Iterator[_Kept]:
    """Remarks of YAML, as comments of Markdown: the settings are printed anew."""
    for number in range(1, front):
        match = _REMARK.search(source.line(number))
        if match and match[0].strip("# ") and '"' not in match[0] and "'" not in match[0]:
            yield _Kept(number, f"<!-- {match[0].strip('# ')} -->")
