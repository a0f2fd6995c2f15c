"""Front matter as it is usually written, with the remarks of its author where they stood.

A setting with a ``#`` anywhere in it stays as it was written: the sign may begin a remark. So does everything where
keys do not begin their lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.script.rulers import rulers
from voicecoach.script.settings_text import settings_rows
from voicecoach.script.yaml_tree import Branch, Leaf, tree_of

if TYPE_CHECKING:
    from voicecoach.model.workout import Settings
    from voicecoach.source import Source

__all__ = ["front_matter_text"]

_TITLE = "title"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A setting: remarks on lines of their own above it, and its own lines."""

    key: str
    remarks: tuple[str, ...]
    rows: tuple[str, ...]

    @property
    def remarked(self) -> bool:
        """Whether its author remarked on it, as far as can be told."""
        return bool(self.remarks) or any("#" in row for row in self.rows)

    def text(self, settings: Settings) -> tuple[str, ...]:
        """Its lines as they are usually written; those of its author where they hold a remark or nothing."""
        given = getattr(settings, self.key.replace("-", "_"))
        as_it_is = any("#" in row for row in self.rows) or given in ("", (), None)
        return (*self.remarks, *(self.rows if as_it_is else settings_rows(settings, self.key)))


def front_matter_text(source: Source, settings: Settings, *, title: bool) -> tuple[list[str], bool]:
    """Write a script's front matter anew.

    Args:
        source: The script, whose settings are without mistakes.
        settings: What they are read as.
        title: Whether a title that stands here has to stay; otherwise it does so only with a remark.

    Returns:
        Its lines, the rulers among them, none where there is nothing to set; and whether the title is among them.
    """
    found = rulers(source, len(source.lines))
    if found is None:
        return [], False
    lines = [line.rstrip() for line in source.lines[found[0] : found[1] - 1]]
    entries = _entries(lines)
    if entries is None:
        return ["---", *lines, "---"], bool(settings.title)
    kept = [entry for entry in entries if title or entry.key != _TITLE or entry.remarked]
    rows = [row for entry in kept for row in (entry.text(settings) if entry.key else entry.remarks)]
    return ["---", *rows, "---"] if rows else [], any(entry.key == _TITLE for entry in kept)


def _entries(lines: list[str]) -> list[_Entry] | None:
    """The settings one by one, then what is remarked behind the last; None where their lines cannot be told apart."""
    tree = tree_of("\n".join(lines))
    if tree is None or (isinstance(tree, Leaf) and not tree.text):
        return [_Entry("", tuple(line for line in lines if line), ())]
    keys = [key for key, _ in tree.pairs if isinstance(key, Leaf)] if isinstance(tree, Branch) else []
    text = "\n".join(lines)
    if any(key.start and text[key.start - 1] != "\n" for key in keys):
        return None
    starts = [text.count("\n", 0, key.start) for key in keys]
    remarks = [line for line in lines[: starts[0]] if line]
    if any(not line.startswith("#") for line in remarks):
        return None
    entries = []
    for key, start, end in zip(keys, starts, [*starts[1:], len(lines)], strict=True):
        own = start + 1
        own += max((n for n, line in enumerate(lines[own:end], 1) if line and not line.startswith("#")), default=0)
        entries.append(_Entry(key.text, tuple(remarks), tuple(lines[start:own])))
        remarks = [line for line in lines[own:end] if line]
    return [*entries, _Entry("", tuple(remarks), ())]
