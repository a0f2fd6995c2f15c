"""Posts and pages that describe exercises in prose: the exercises become a workout, the chatter stays outside.

The way of a text: without HTML to lines, lines to paragraphs, those of the page put aside, paragraphs to drafts of
exercises in the post's own words, drafts to named moves, moves to a script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.importers.bounds import bounded
from voicecoach.importers.prose.amounts import amount_of_each
from voicecoach.importers.prose.clearing import cleared
from voicecoach.importers.prose.composing import script_of
from voicecoach.importers.prose.drafting import drafts_of, first_description
from voicecoach.importers.prose.lines import Kind, lines_of
from voicecoach.importers.prose.moves import USUAL_REPS, move_of
from voicecoach.importers.prose.names import named
from voicecoach.importers.prose.naming import name_all, talk_before
from voicecoach.importers.prose.paragraphs import paragraphs_of
from voicecoach.importers.prose.shape import shape_of
from voicecoach.importers.warnings import Warnings
from voicecoach.ports import Imported
from voicecoach.source import Source
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.importers.prose.moves import Move
    from voicecoach.importers.prose.paragraphs import Paragraph
    from voicecoach.importers.prose.shape import Shape
    from voicecoach.ports import Importer, KnownExercises

__all__ = ["ProseImporter", "load"]

_LARGEST = 1_000_000
_LARGEST_POST = 200_000
_MOST_PARAGRAPHS = 2_000
"""Characters of a page with its HTML, of the words in it, and their paragraphs, at most: a long post has a tenth."""

_MOST_EXERCISES = 60
_SEEN = 30_000


def load() -> Importer:
    """The importer of prose."""
    return ProseImporter()


class _Unknown:
    """A library without exercises: for a first look the names of movements do."""

    exercises = ()

    def lookup(self, name: str) -> None:
        """Nothing is known."""

    def names(self) -> tuple[str, ...]:
        """Nothing is known."""
        return ()


class ProseImporter:
    """Reads what people write about exercises."""

    name = "prose"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def sniff(self, source: Source) -> float:
        """A text with instructions, or with a list of exercises, is a post; another that is surer goes first."""
        paragraphs = paragraphs_of(lines_of(Source(source.name, source.text[:_SEEN])))
        if first_description(paragraphs) < len(paragraphs):
            return 0.3
        items = (named(paragraph.text, _Unknown()) for paragraph in paragraphs if paragraph.kind is not Kind.TEXT)
        return 0.25 if sum(1 for item in items if item and item.sure and item.amount) > 1 else 0.0

    def convert(self, source: Source, known: KnownExercises) -> Imported:
        """Write the script of a post."""
        warnings = Warnings(bounded(source, _LARGEST))
        every = _first_ones(paragraphs_of(lines_of(source)), warnings)
        paragraphs, left_out = cleared(every, first_description(every))
        drafts = drafts_of(paragraphs, known)
        if len(drafts.found) > _MOST_EXERCISES and sum(draft.described for draft in drafts.found) > _MOST_EXERCISES:
            raise VoicecoachError(f"{source.name} has more than {_MOST_EXERCISES} exercises; cut it into parts")
        exercises, assumed = name_all(drafts, known, warnings)
        if not exercises:
            hint = 'an exercise has a heading, or labels such as "Starting position:" and "Action:"'
            raise VoicecoachError(f"{source.name} describes no exercise that can be recognized: {hint}")
        drafts.intro += talk_before(drafts.found, exercises[0])
        usual = amount_of_each((*drafts.general, *drafts.intro))
        moves = [move_of(draft, known, usual) for draft in exercises]
        shape = shape_of(drafts, moves)
        text = script_of(drafts, moves, shape, known).text(source.name)
        told = (*assumed, *_assumptions(moves, shape, left_out + drafts.left_out))
        return Imported(text, told, warnings.in_order())


def _first_ones(paragraphs: list[Paragraph], warnings: Warnings) -> list[Paragraph]:
    """The paragraphs that are read of a post; what is left out is reported."""
    kept, length = 0, 0
    while kept < min(len(paragraphs), _MOST_PARAGRAPHS) and length <= _LARGEST_POST:
        length += len(paragraphs[kept].text)
        kept += 1
    if kept < len(paragraphs):
        warnings.add("read-in-part", paragraphs[kept].line, "the post is too long: it is read up to here")
    return paragraphs[:kept]


def _assumptions(moves: Sequence[Move], shape: Shape, left_out: int) -> Iterator[str]:
    """What was taken for granted, for the user."""
    yield f"{len(moves)} exercise{'s' * (len(moves) != 1)} found: {', '.join(move.main.name for move in moves)}."
    if shape.chosen:
        yield f"The number of rounds, {shape.rounds}, is chosen so that the whole takes about half an hour at most."
    if not shape.rested:
        yield f"The post names no rests; they are {shape.rest // MS_PER_SECOND} seconds."
    if any(move.much.amount is None for move in moves):
        yield f"Where the post gives no amount, it is the library's for that exercise, else {USUAL_REPS} repetitions."
    if any(move.much.ranged for move in moves):
        yield "Of a range of repetitions or times the lower end is taken."
    if left_out:
        yield f"{left_out} paragraph{'s' * (left_out != 1)} with comments, adverts, dates or talk were left out."
