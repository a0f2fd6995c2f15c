"""A workout on one line: ``3 rounds: squat 40s, rest 20s, reverse lunge 10 each side, rest 30s``.

The line is cut into a heading and steps, and these are read as the lines of a script are::

    quick = [ scheme ":" ] step { ( "," | ";" ) step }
    step  = rest | name amount | amount name | name ":" prescription

A comma also stands inside a prescription: what can only be a part of one, such as ``tempo 2-0-1``, belongs to the step
before it. A rest belongs to the step before it where that has several sets, else it is a step of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest
from voicecoach.script.blocks import Block, BlockKind
from voicecoach.script.codes import Code
from voicecoach.script.faults import Faults
from voicecoach.script.moments import colon
from voicecoach.script.parsing import parse_blocks
from voicecoach.script.passage import Passage
from voicecoach.script.prescription import parse_prescription
from voicecoach.script.rests import parse_rest
from voicecoach.script.schemes import parse_scheme, repeats
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.workout import Workout
    from voicecoach.ports import KnownExercises

__all__ = ["QUICK", "parse_quick", "quick_script"]

QUICK = "<quick>"
"""What diagnostics call the line."""

_LONGEST = 10_000
"""Characters at most: whatever is longer belongs in a file."""

_PART = re.compile(r"[^,;]+|[,;]")
_AMOUNT = re.compile(r"(?:(?<=\s)|^)(?:[0-9]|[xX×][0-9]|until\b|max\b|to\s+failure\b)", re.IGNORECASE)  # noqa: RUF001 - people do write the sign
_SIDES = re.compile(r"\s(?:each|per|both|on\s+each|left|right)(?:\s+(?:side|leg|arm|foot|hand)s?)?$", re.IGNORECASE)
_WORD_END = re.compile(r"(?<=\S)(?=\s)")
_BARE = re.compile(r"[0-9]+(?:\s*[xX×])?")  # noqa: RUF001 - as above
_TEMPO = re.compile(r"[a-z]{4,6}(?=\s+[0-9])", re.IGNORECASE)
_OF = re.compile(r"of\s+", re.IGNORECASE)
_UNMARKED = re.compile(r"\s*(?:[0-9]+\s+rounds?|tabata|emom|amrap)(?=\s+[^\W\d_])", re.IGNORECASE)


def parse_quick(text: str, *, library: KnownExercises) -> tuple[Workout, tuple[Diagnostic, ...]]:
    """Read a workout on one line. It never raises: whatever is wrong with the text is a diagnostic.

    Args:
        text: The line.
        library: The exercises that the line can name.

    Returns:
        What could be read, and every fault, sorted by place; places are those of ``Source(QUICK, text)``.
    """
    source, faults = Source(QUICK, text), Faults()
    blocks = _Line(source, faults).blocks()
    return parse_blocks(source, blocks, faults, library=library)


def quick_script(text: str) -> str:
    """The script that says the same as a workout on one line."""
    blocks = _Line(Source(QUICK, text), Faults()).blocks()
    heads = [f"## {block.text.text}" for block in blocks if block.kind is BlockKind.HEADING]
    steps = [f"- {item.children[0].text.text}" for block in blocks for item in block.children]
    return "\n".join([*heads, *([""] if heads else []), *steps]) + "\n"


@dataclass(frozen=True, slots=True)
class _Line:
    """Cuts the line into the blocks of a script, of which every character keeps its place."""

    source: Source
    faults: Faults

    def blocks(self) -> tuple[Block, ...]:
        """A heading, if there is a scheme, and the list of the steps."""
        if len(self.source.text) > _LONGEST:
            hint = "write a script"
            self.faults.error(Code.TOO_LONG, "this is too long for one line", self.source.span(1), hint=hint)
            return ()
        lines = [Passage.on_line(self.source, n, 1, text) for n, text in enumerate(self.source.lines, 1)]
        end, behind = self._scheme_end(lines[0])
        heading: tuple[Block, ...] = ()
        if end:
            heading = (_heading(lines[0].part(0, end)),)
            lines[0] = lines[0].part(behind)
        steps = tuple(_item(step) for line in lines for step in self._steps(line))
        return (*heading, Block(BlockKind.LIST, 1, 1, children=steps)) if steps else heading

    def _scheme_end(self, line: Passage) -> tuple[int, int]:
        """Where the scheme of a line ends and where its steps begin; 0 for no scheme."""
        at = max(0, colon(line.text))
        if repeats(line.text[:at]):
            return at, at + 1
        match = _UNMARKED.match(line.text)
        if match is None or parse_scheme(match[0])[1]:
            return 0, 0
        scheme = match[0].strip()
        message = f'a colon is missing behind "{scheme}"'
        self.faults.error(Code.UNKNOWN_SCHEME, message, line.part(0, match.end()).span(), hint=f'write "{scheme}: …"')
        return match.end(), match.end()

    def _steps(self, line: Passage) -> Iterator[Passage]:
        """The steps of a line, each as a list item of a script has it."""
        parts: list[Passage] = []
        binds = True
        for match in _PART.finditer(line.text):
            part = line.part(*match.span())
            if part.text in (",", ";"):
                binds = part.text == ","
            elif part.text and parts and binds and _continues(parts, part.text):
                parts.append(part)
            elif part.text:
                if parts:
                    yield _step(parts)
                parts = [part]
        if parts:
            yield _step(parts)


def _heading(scheme: Passage) -> Block:
    marked = Passage.joined([scheme.slice(0, "("), scheme, scheme.slice(len(scheme.text) - 1, ")")], gap="")
    return Block(BlockKind.HEADING, scheme.line, scheme.line, level=2, lines=(marked,))


def _item(step: Passage) -> Block:
    paragraph = Block(BlockKind.PARAGRAPH, step.line, step.line, lines=(step,))
    return Block(BlockKind.ITEM, step.line, step.line, children=(paragraph,))


def _continues(parts: list[Passage], text: str) -> bool:
    """Whether a text behind a comma is a part of the prescription before it, and no step."""
    if parse_rest(parts[0].text):
        return False
    if parse_rest(text):
        rested = any(parse_rest(part.text) for part in parts[1:])
        return not rested and any(parse_prescription(written)[0].sets > 1 for written in _written(parts))
    slip = _TEMPO.match(text)
    near_tempo = slip is not None and nearest(slip[0], ("tempo",)) is not None
    return near_tempo or _BARE.fullmatch(text) is not None or not parse_prescription(text)[1]


def _written(parts: list[Passage]) -> Iterator[str]:
    """What of a step may be its prescription: from each of its amounts on."""
    for part in parts:
        for match in _AMOUNT.finditer(part.text):
            yield part.text[match.start() :]
            yield from (part.text[match.start() : end.start()] for end in _WORD_END.finditer(part.text, match.start()))


def _step(parts: list[Passage]) -> Passage:
    """The parts of a step as a script has them: the name, a colon, the prescription."""
    first, *others = parts
    if colon(first.text) < 0 and not parse_rest(first.text):
        first = _turned(first) or _parted(first, alone=not others)
    return Passage.joined([first, *others], gap=", ") if first.text.rstrip()[-1:] != ":" else _behind(first, others)


def _behind(name: Passage, others: list[Passage]) -> Passage:
    return Passage.joined([name, Passage.joined(others, gap=", ")]) if others else name


def _turned(part: Passage) -> Passage | None:
    """``40s squat`` as ``squat: 40s``; None where no amount stands in front."""
    if not _AMOUNT.match(part.text):
        return None
    ends = [end.start() for end in _WORD_END.finditer(part.text)]
    counted = [end for end in ends if _BARE.fullmatch(part.text[:end]) or not parse_prescription(part.text[:end])[1]]
    if not counted:
        return None
    amount, name = part.part(0, counted[-1]), part.part(counted[-1])
    if of := _OF.match(name.text):
        name = name.part(of.end())
    sides = _SIDES.search(name.text)
    told = [amount]
    if re.fullmatch("[0-9]+", amount.text):
        told.append(amount.slice(len(amount.text) - 1, "reps"))
    if sides:
        told.append(name.part(sides.start()))
        name = name.part(0, sides.start())
    return Passage.joined([_marked(name), *told])


def _parted(part: Passage, *, alone: bool) -> Passage:
    """A colon behind a name whose prescription begins with a side, or stands in the parts behind it."""
    if _AMOUNT.search(part.text):
        return part
    sides = _SIDES.search(part.text)
    if sides and len(sides[0].split()) > 1:
        return Passage.joined([_marked(part.part(0, sides.start())), part.part(sides.start())])
    return part if alone else _marked(part)


def _marked(name: Passage) -> Passage:
    """A name with its colon, which stands where the name ends."""
    return Passage.joined([name, name.slice(max(0, len(name.text) - 1), ":")], gap="")
