"""How soon a live workout sounds, and what it costs.

    python benchmarks/play.py [--backend null]

One run prints, for a workout of a few minutes spoken by the voice that speaks by itself:

- the time from the command to the open device, speech cached and not (a new cache each time), median of ten each,
  which take turns;
- the time from the command to the first frame of the workout, likewise;
- the CPU time that a whole workout takes, in percent of a core, its speech cached.

Each figure comes from processes of its own; the device is the system's, or the one that nobody hears.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 10
MB = 1024
SCRIPT = """---
title: Benchmark
---

## Circuit (2 rounds)
- Squat: 40s
- Rest: 20s
- Push-up: 10 reps, tempo 2-0-1
- Rest: 15s
- Reverse lunge: 15s each side
"""

Figures = dict[str, float]


def begin(source: Path, backend: str, born: float) -> Figures:
    """Play until the first frame of the workout is heard; seconds since the process was asked for."""
    import voicecoach.cli.play  # noqa: F401 - as the command does
    from voicecoach import pipeline
    from voicecoach.stream import open_stream

    told: Figures = {}
    with open_stream(backend, "") as stream:
        told["open"] = time.time() - born
        workout = pipeline.read(source)
        from voicecoach.live import open_live

        with (
            pipeline.open_speaker(workout, pipeline.VoiceChoice(), _nobody) as speaker,
            open_live(workout, speaker, stream, pipeline.LiveChoice(), _nobody) as driver,
        ):
            while not driver.snapshot().time:
                time.sleep(0.005)
            told["heard"] = time.time() - born
    return told


def whole(source: Path, backend: str, born: float) -> Figures:
    """Play all of it; CPU seconds and seconds."""
    del born
    from voicecoach.cli.boundary import _run

    began = time.monotonic()
    _run(["play", "--plain", "--backend", backend, str(source)])
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {"cpu": used.ru_utime + used.ru_stime, "wall": time.monotonic() - began, "peak": used.ru_maxrss}


def _nobody(line: str) -> None:
    """Nobody is told."""


def child(task: str, source: Path, cache: Path, backend: str) -> Figures:
    """Run a task in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, task, str(source), "--backend", backend, "--born", repr(time.time())],
        env={**os.environ, "VOICECOACH_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def main(backend: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = place / "benchmark.md"
        source.write_text(SCRIPT)
        exported = [sys.executable, "-m", "voicecoach", "export", str(source), "-o", str(place / "benchmark.mp3")]
        environment = {**os.environ, "VOICECOACH_CACHE": str(place / "warm")}
        subprocess.run(exported, env=environment, capture_output=True, check=True)
        warm, cold = [], []
        for number in range(RUNS):
            warm.append(child("begin", source, place / "warm", backend))
            cold.append(child("begin", source, place / f"cold{number}", backend))
        for state, figures, wanted in (("cached", warm, 0.6), ("not cached", cold, 1.2)):
            report(f"command to open device, speech {state}", [f["open"] for f in figures], f"at most {wanted}")
            report(f"command to first frame, speech {state}", [f["heard"] for f in figures], "")
        played = child("whole", source, place / "warm", backend)
        share = 100 * played["cpu"] / played["wall"]
        print(f"{'a whole workout':44}{played['wall']:7.1f} s")
        print(f"{'its CPU, the start included':44}{share:7.2f} % of a core (wanted: below 5)")
        print(f"{'its peak memory':44}{played['peak'] / MB:7.1f} MB")


def report(what: str, figures: list[float], wanted: str) -> None:
    spread = f"{min(figures):.2f} to {max(figures):.2f}" + (f"; wanted: {wanted}" if wanted else "")
    print(f"{what:44}{statistics.median(figures):7.2f} s median of {len(figures)} ({spread})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("task", nargs="?")
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("--backend", default="miniaudio")
    parser.add_argument("--born", type=float, default=0.0)
    given = parser.parse_args()
    if given.task:
        print(json.dumps({"begin": begin, "whole": whole}[given.task](given.source, given.backend, given.born)))
    else:
        main(given.backend)
