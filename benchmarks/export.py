"""Speed and memory of an export, beside the encoder alone.

    python benchmarks/export.py

One run prints, for a workout of about 30 minutes and 400 cues spoken by the pyttsx3 engine:

- the export with its speech already cached, against lameenc alone fed with the same samples, in pairs A B A B;
- the peak memory of a process that exports 30 minutes, and of one that exports 10 hours;
- the CPU time of ``voicecoach --help``.

Each figure comes from processes of its own. Ratios are worth quoting; single times depend on the machine.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Figures = dict[str, float]

RATE = 24_000
PAIRS = 5
ROUNDS_OF_HALF_AN_HOUR = 13
LONGER = 20
MB = 1024

ROUND = """- Squat: 40s, with dumbbells
- Rest: 20s
- Push-up: 10 reps, tempo 2-0-1
- Rest: 15s
- Reverse lunge: 20s each side
"""


def script(rounds: int) -> str:
    return f"---\ntitle: Benchmark\n---\n\n## Circuit ({rounds} rounds)\n{ROUND}"


def export(source: Path, target: Path) -> Figures:
    """CPU and peak memory of an export in this process."""
    from voicecoach import pipeline

    before = resource.getrusage(resource.RUSAGE_SELF)
    workout = pipeline.read(source)
    with pipeline.open_speaker(workout, pipeline.VoiceChoice("pyttsx3"), print) as speaker:
        made = pipeline.export(workout, target, speaker)
    after = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "peak": after.ru_maxrss,
        "duration": made.duration,
    }


def encode(source: Path, target: Path) -> Figures:
    """CPU of lameenc alone for the samples of a WAV file, set as the export sets it."""
    import wave

    from voicecoach.sinks.mp3 import _encoder

    with wave.open(str(source)) as file:
        samples = file.readframes(file.getnframes())
    before = resource.getrusage(resource.RUSAGE_SELF)
    encoder = _encoder(RATE, 1, 4)
    target.write_bytes(encoder.encode(samples) + encoder.flush())
    after = resource.getrusage(resource.RUSAGE_SELF)
    return {"cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, "peak": after.ru_maxrss}


def child(task: str, source: Path, target: Path, cache: Path) -> Figures:
    """Run a task in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, task, str(source), str(target)],
        env={**os.environ, "VOICECOACH_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def help_cpu() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "voicecoach", "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        cache = place / "cache"
        short, long = place / "short.md", place / "long.md"
        short.write_text(script(ROUNDS_OF_HALF_AN_HOUR))
        long.write_text(script(ROUNDS_OF_HALF_AN_HOUR * LONGER))
        cold = [child("export", short, place / "short.wav", cache), child("export", long, place / "long.mp3", cache)]
        ours, alone = [], []
        for _ in range(PAIRS):
            ours.append(child("export", short, place / "short.mp3", cache))
            alone.append(child("encode", place / "short.wav", place / "alone.mp3", cache))
        warm = [ours[-1], child("export", long, place / "long.mp3", cache)]
        report(short, cache, ours, alone)
        memory("speech cached", warm)
        memory("all to be spoken", cold)
        print(f"{'voicecoach --help':34}{median_of(help_cpu() for _ in range(PAIRS)):7.2f} s CPU (wanted: under 0.25)")


def report(short: Path, cache: Path, ours: list[Figures], alone: list[Figures]) -> None:
    plan = subprocess.run(
        [sys.executable, "-m", "voicecoach", "plan", "--json", "--engine", "pyttsx3", str(short)],
        env={**os.environ, "VOICECOACH_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    cues = sum(event["bus"] == "voice" for event in json.loads(plan.stdout)["events"])
    ratios = [a["cpu"] / b["cpu"] for a, b in zip(ours, alone, strict=True)]
    print(f"{'workout':34}{ours[0]['duration'] / 60_000:7.1f} min, {cues} cues")
    print(f"{'export, speech cached':34}{median_of(o['cpu'] for o in ours):7.2f} s CPU")
    print(f"{'lameenc alone, same samples':34}{median_of(a['cpu'] for a in alone):7.2f} s CPU")
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"{f'ratio, median of {PAIRS} pairs':34}{median_of(ratios):7.2f} ({spread}; wanted: at most 1.5)")


def memory(state: str, exports: list[Figures]) -> None:
    half_hour, ten_hours = (figures["peak"] / MB for figures in exports)
    hours = exports[1]["duration"] / 3_600_000
    print(f"peak memory, {state}")
    print(f"{'  this workout':34}{half_hour:7.1f} MB (wanted: below 150)")
    grown = f"{ten_hours - half_hour:+.1f}"
    print(f"{f'  {hours:.1f} hours of it':34}{ten_hours:7.1f} MB ({grown}; wanted: less than 15 more)")


def median_of(figures: Iterable[float]) -> float:
    return statistics.median(figures)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        task = {"export": export, "encode": encode}[sys.argv[1]]
        print(json.dumps(task(Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        main()
