"""What an import tells of a text that it does not read whole: each file here has its messages beside it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import voicecoach as package
from command import voicecoach
from unit.importers.knowledge import library
from voicecoach.importers import importer_for
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = Path(__file__).parent / "told"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".told")
DOCS = Path(__file__).parents[3] / "docs" / "tools.md"
LONG = "Squats\n\nStand with your feet apart. Push your hips back and lower your body.\n\n" + "So.\n\n" * 2_000


def codes() -> set[str]:
    """The codes of all warnings that importers give."""

    def of(path: Path) -> Iterator[str]:
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            if ast.unparse(call.func).endswith("warnings.add"):
                yield ast.literal_eval(call.args[0])

    folder = Path(package.__file__).parent / "importers"
    return {code for path in folder.rglob("*.py") for code in of(path)}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_an_import_tells(case: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.parent)
    result = voicecoach("import", case.name)
    assert result.code == 0
    golden(case.with_name(f"{case.name}.told"), result.err)


def test_a_post_without_end_is_read_in_part() -> None:
    source = Source("long.txt", LONG)
    importer = importer_for(source)
    assert importer is not None
    (warning,) = importer.convert(source, library()).diagnostics
    assert (warning.code, warning.message) == ("read-in-part", "the post is too long: it is read up to here")
    assert source.line(warning.span.line) == "So."


def test_every_code_has_a_case() -> None:
    told = "".join(case.with_name(f"{case.name}.told").read_text("utf-8") for case in CASES) + "[read-in-part]"
    assert len(codes()) >= 7
    assert [code for code in sorted(codes()) if f"[{code}]" not in told] == []


def test_every_code_is_documented() -> None:
    section = DOCS.read_text("utf-8").split("### What is left out\n", 1)[1].split("\n#", 1)[0]
    rows = [row.split("|")[1].strip(" `") for row in section.splitlines() if row.startswith("| `")]
    assert rows == sorted(codes())
