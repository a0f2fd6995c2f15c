"""Real scripts with things cut out, doubled and thrown in."""

from __future__ import annotations

from pathlib import Path
from random import Random

__all__ = ["FRONTS", "ROOT", "THROWN_IN", "mutated"]

ROOT = Path(__file__).parents[1]
SCRIPTS = [
    path.read_text("utf-8")
    for folder in ("scripts", "tests/cases/valid", "tests/cases/invalid")
    for path in sorted((ROOT / folder).glob("*.md"))
    if path.stat().st_size < 20_000
]
MARKDOWN = [
    "\n",
    "\n- ",
    "\n  - ",
    "\n## ",
    "\n### ",
    "\n> ",
    "\n\n",
    "---\n",
    ":",
    "(",
    ")",
    ",",
    "`",
    "*",
    "<",
    "<!-- ",
]
CHARACTERS = [
    "\0", "\t", "\r\n", "\r", "\ufeff", "\u2028", "\u200b", "\u00ad", "\u202e", "\u200f", "e\u0301", "\ud7ff",
    "\x1b[31m",
    "\N{ARABIC-INDIC DIGIT THREE}", "\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT TWO}", "\N{SUPERSCRIPT TWO}",
    "\N{VULGAR FRACTION ONE HALF}", "\N{ROMAN NUMERAL TWELVE}", "\N{FLEXED BICEPS}", "\N{NO-BREAK SPACE}",
]  # fmt: skip
NUMBERS = ["9" * 400, "-1", "0", "1e9", "0x10", "1_000", "00012", "99:99", "1:2:3:4", ".5", "9" * 18 + "s", "3-1-1-1-1"]
WORDS = [
    "<!-- ",
    " x 3", " sets of ", " each side", " tempo 3-1-1", " until ready", " rest ", " (3 rounds)", " (EMOM 10 min)",
    " (ladder 10-8-6)", "\n  - halfway: ", "\nForm: ", "\nSides: left", "\n#### Other\n", "\nPrescription: 3 x 12\n",
]  # fmt: skip
THROWN_IN = [*MARKDOWN, *CHARACTERS, *NUMBERS, *WORDS]
FRONTS = [
    "---\na: &a [x]\nb: *a\n---\n",
    "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ntitle: *d\n---\n",
    "---\n&a title: x\n---\n",
    "---\n<<: *x\n---\n",
    "---\ntitle: !!python/object/apply:os.system [ls]\n---\n",
    "---\ntitle: !x y\n---\n",
    "---\n? [a, b]\n: c\n---\n",
    "---\n? title\n: a\n---\n",
    "---\n{title: a, coach: b}\n---\n",
    f"---\ncues: {'[' * 500}\n---\n",
    f"---\ncues: {'{a: ' * 200}\n---\n",
    f"---\ntitle: {'x' * 30_000}\n---\n",
    f"---\nseed: {'9' * 5_000}\n---\n",
    "---\ntitle: |\n  a\n  # b\n coach: x\n---\n",
    "---\ntitle: >-\n\n\n  a\n...\n",
    '---\ntitle: "a\n\n b"\n---\n',
    '---\ntitle: "\\ud800\\x00\\U0010ffff"\n---\n',
    "---\ntitle:\ta\n\tcoach: b\n---\n",
    "%YAML 1.1\n---\ntitle: a\n---\n",
    "---\n%TAG ! x\ntitle: a\n---\n",
    '---\ntitle: "\\U99999999"\n---\n',
    "---\r\ntitle: a\r\n---\r\n",
    "\ufeff---\ntitle: \u202ea\n---\n",
    "---\ntitle: a\u2028coach: b\u0085c\n---\n",
    "---\ntitle: a\n--- \ntitle: b\n---\n",
    "---\n",
]
"""Settings that a YAML library may choke on."""


def mutated(seed: int) -> str:
    """A script that is the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - reproducible, not secret
    text = chance.choice(SCRIPTS)
    if chance.random() < 0.1:
        text = chance.choice(FRONTS) + text
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(text) + 1), chance.randint(1, 40)
        piece = chance.choice(["", text[at : at + length], chance.choice(THROWN_IN)])
        text = text[:at] + piece + text[at + (0 if piece else length) :]
    return text.replace("\n", "\r\n") if chance.random() < 0.05 else text
