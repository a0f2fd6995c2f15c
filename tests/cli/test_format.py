"""``voicecoach format``: scripts as they are usually written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from command import SCRIPTS, voicecoach
from voicecoach import pipeline

if TYPE_CHECKING:
    from pathlib import Path

CARELESS = """---
# my "own" remark
coach:   "calm"
switch: 8   # it's slow
---
<!-- top -->
# Legs
> Hello <!-- in the middle --> you

A note
of two lines.
## Main (3x) <!-- heading -->
- Squat:40 sec <!-- heavy -->
  <!-- between step and words -->
  - at 10 sec: Push. <!-- a moment -->
<!-- before the rest -->
- Rest 20s
* Plank : 1:00
- See the **plank**: 10s

```
code
```

## Exercises
<!-- mine -->
### Hop
Good for the mood.

- Action: Hop, see [this](http://example.org).
<!-- between fields -->
Form : High. <!-- a field -->
<!-- the end -->
"""

CAREFUL = """---
# my "own" remark
coach: calm
switch: 8   # it's slow
---

<!-- top -->

# Legs

> Hello <!-- in the middle --> you

A note
of two lines.

## Main (3 rounds) <!-- heading -->

- Squat: 40s <!-- heavy -->
  <!-- between step and words -->
  - at 10s: Push. <!-- a moment -->
<!-- before the rest -->
- Rest: 20s
- Plank: 1 min
- See the **plank**: 10s

```
code
```

## Exercises

<!-- mine -->

### Hop

Good for the mood.

Action: Hop, see [this](http://example.org).
<!-- between fields -->
Form: High. <!-- a field -->

<!-- the end -->
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(CARELESS)
    return tmp_path / "a.md"


def test_a_script_is_written_anew_with_comments_and_notes(script: Path) -> None:
    result = voicecoach("format", script)
    assert (result.code, result.out, result.err) == (0, f"{script}: written anew\n", "")
    assert script.read_text() == CAREFUL
    assert list(script.parent.iterdir()) == [script]


def test_one_file_that_cannot_be_written_does_not_stop_the_others(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, other = script.parent / "b.md", script.parent / "c.md"
    for path in (locked, other):
        path.write_text("- Squat:20s\n")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK or str(path) != str(locked))
    result = voicecoach("format", locked, script, other)
    assert result.code == 1
    assert result.out == f"{script}: written anew\n{other}: written anew\n"
    told = "writing is not allowed there; choose another folder or change its permissions"
    assert result.err == f'error: cannot write "{locked}": {told}\n'
    assert (locked.read_text(), other.read_text()) == ("- Squat:20s\n", "- Squat: 20s\n")


def test_what_is_well_written_is_left_alone(script: Path) -> None:
    script.write_text(CAREFUL)
    before = script.stat().st_mtime_ns
    result = voicecoach("format", script)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert script.stat().st_mtime_ns == before


def test_check_only_tells(script: Path) -> None:
    result = voicecoach("format", "--check", script)
    assert (result.code, result.out) == (1, f"{script}: would change\n")
    assert script.read_text() == CARELESS
    script.write_text(CAREFUL)
    assert voicecoach("format", "--check", script).code == 0


def test_stdout_gets_the_text_and_the_file_stays(script: Path) -> None:
    assert voicecoach("format", "--stdout", script).out == CAREFUL
    assert script.read_text() == CARELESS


def test_a_script_with_errors_is_not_touched_and_the_others_are(script: Path) -> None:
    broken = script.parent / "b.md"
    broken.write_text("- Plnak: 20s\n")
    result = voicecoach("format", broken, script)
    assert result.code == 1
    assert f"error: {broken} is left as it is: 1 error.\n" in result.err
    assert broken.read_text() == "- Plnak: 20s\n"
    assert script.read_text() == CAREFUL


def test_what_nobody_reads_is_not_lost(script: Path) -> None:
    script.write_text("- Squat: 20s\n  and something else\n\n  - no moment\n")
    before = script.read_text()
    result = voicecoach("format", script)
    assert result.code == 1
    assert script.read_text() == before


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.md")), ids=lambda path: path.stem)
def test_ready_scripts_mean_the_same_and_once_is_enough(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    assert voicecoach("format", copy).code == 0
    assert pipeline.read(copy).workout == pipeline.read(path).workout
    assert voicecoach("format", "--check", copy).code == 0


def test_a_heading_inside_a_list_does_not_become_a_block(script: Path) -> None:
    script.write_text("- Squat: 40s\n\n  # Slowly\n- Rest: 30s\n- Plank: 30s\n")
    assert voicecoach("format", str(script)).code == 0
    assert script.read_text() == "- Squat: 40s\n\n### Slowly\n\n- Rest: 30s\n- Plank: 30s\n"
