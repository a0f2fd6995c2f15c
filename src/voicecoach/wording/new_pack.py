"""The text of a new pack: every entry of another as a comment, to be changed where one wants it otherwise."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import TYPE_CHECKING

from voicecoach.wording.moments import EVERYWHERE, MOMENTS, OF_THE_SET, PHRASES
from voicecoach.wording.pack import entry_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.wording.layers import Stack
    from voicecoach.wording.moments import Moment

__all__ = ["new_pack_text", "toml_value"]

_WIDTH = 118

_HEAD = """\
# A cue pack: what the coach says. Take away the # before a line, and change its words.
#
# A value is a text, a list of texts that take turns, or a table of lengths (long, full, brief, short, name) of which
# the longest that fits is spoken; an empty text is silence. {{braces}} are filled in; a part in [brackets] vanishes
# where something in it has no value. "\u266a tick" sounds that beep instead of words. Where something is counted, a
# table of plural forms may stand: {{ one = "one second", other = "{{seconds}} seconds" }}.
#
# To hear it: voicecoach cues hear halfway --pack {name}
# To check it: voicecoach cues check {name}
# To use it: coach: {name} at the top of a script, or --coach {name}

name = "{name}"
about = "my own words"
language = "{language}"
extends = {below}        # says whatever is not said here

[cues]
"""

_SET_HINT = "of the set"


def new_pack_text(name: str, language: str, below: Stack, extends: str) -> str:
    """A pack to begin with.

    Args:
        name: What commands and scripts call it.
        language: BCP 47 tag of what it speaks.
        below: The pack whose words it shows.
        extends: What that one is called.
    """
    head = _HEAD.format(name=name, language=language, below=toml_value(extends))
    rows = [head + _shared()]
    rows += _rows("cues", below)
    rows += ["# Words inside other words, and titles", "[phrases]", *_rows("phrases", below)]
    rows += ["# Things that a script names in English, in the words of the pack", "[nouns]", '# plate = "disc"', ""]
    rows += ["# What one needs, with its article", "[equipment]", '# mat = "a mat"', ""]
    rows += ["# Words and how they are respelled, for every voice", "[lexicon]", '# RDL = "Romanian deadlift"']
    return "\n".join(rows) + "\n"


def _shared() -> str:
    told = (("Everywhere", EVERYWHERE), (f"Where it says {_SET_HINT}", OF_THE_SET))
    return "\n".join(line for label, holes in told for line in _comment(f"{label}: {_braced(holes)}")) + "\n"


def _rows(table: str, below: Stack) -> Iterator[str]:
    known = MOMENTS if table == "cues" else PHRASES
    entries = below.pack.cues if table == "cues" else below.pack.phrases
    for name, moment in known.items():
        yield from _comment(_told(moment))
        yield f"# {name} = {toml_value(entry_data(entries[name]))}"
        if table == "cues":
            yield ""


def _told(moment: Moment) -> str:
    """When it is said, and what it may speak of."""
    of_the_set = set(OF_THE_SET) <= moment.placeholders
    own = moment.placeholders - {*EVERYWHERE, *(OF_THE_SET if of_the_set else ())}
    holes = [_braced(sorted(own))] if own else []
    parts = [*holes, *([_SET_HINT] if of_the_set else [])]
    return ": ".join(part for part in (moment.when, ", ".join(parts)) if part)


def _braced(names: tuple[str, ...] | list[str]) -> str:
    return " ".join(f"{{{name}}}" for name in names)


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line}" for line in wrap(text, _WIDTH, break_long_words=False))


def toml_value(value: object) -> str:
    """A text, a list or a table as TOML writes it on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml_value(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(toml_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
