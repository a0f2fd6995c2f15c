"""Speed and memory of an export, beside other ways to the same file.

    python benchmarks/export.py [--quick]

One run prints, on one cue list spoken by the pyttsx3 engine, for half an hour and for ten hours:

- a naive pydub script, and sox with lame, where they are installed (half an hour only);
- lameenc alone, fed with all samples of the mix;
- the export with its speech cached: cold, with nothing encoded before, and warm, after it was exported once;
- the export after one phrase of the script has changed;
- half an hour of stereo music on two threads, beside one.

``--quick`` leaves ten hours and the slow ways out. CPU, wall time and peak memory are those of whole processes,
children included, unless it says "after start-up": then the program, its libraries and the voice are loaded already.
Ratios are taken in pairs A B A B, and worth quoting; single times depend on the machine.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

RATE = 24_000
MUSIC_RATE = 44_100
MUSIC_MINUTES = 30
PAIRS = 3
ROUNDS_OF_HALF_AN_HOUR = 11
ROUNDS_OF_TEN_HOURS = 222
KB_PER_MB = 1024
PYDUB = Path(__file__).with_name("naive_pydub.py")

ROUND = """- Squat: 40s, with dumbbells
- Rest: 20s
- Push-up: 10 reps, tempo 2-0-1
- Rest: 15s
- Reverse lunge: 20s each side
"""


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds, seconds, MB; and what it told of itself."""

    cpu: float
    wall: float
    peak: float
    told: dict[str, float]


def script(rounds: int, halfway: str = "Half of it is done.") -> str:
    return f"---\ntitle: Benchmark\ncues:\n  halfway: {halfway}\n---\n\n## Circuit ({rounds} rounds)\n{ROUND}"


# What runs in processes of its own.


def cpu_so_far() -> float:
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def export(source: Path, target: Path) -> dict[str, float]:
    """An export, and its CPU behind the loading of everything."""
    from voicecoach import pipeline

    with pipeline.open_speaker(pipeline.read(source), pipeline.VoiceChoice("pyttsx3"), print) as speaker:
        speaker.clip("Ready.")
    loaded = cpu_so_far()
    workout = pipeline.read(source)
    with pipeline.open_speaker(workout, pipeline.VoiceChoice("pyttsx3"), print) as speaker:
        made = pipeline.export(workout, target, speaker)
    return {"after": cpu_so_far() - loaded, "minutes": made.duration / 60_000, "loaded": loaded}


def encode(source: Path, target: Path) -> dict[str, float]:
    """Lameenc alone for the samples of a WAV file, set as the export sets it."""
    import wave

    from voicecoach.sinks.lame import encoder

    made = encoder(RATE, 1, 4)
    with wave.open(str(source)) as file, target.open("wb") as out:
        while samples := file.readframes(1 << 20):
            out.write(made.encode(samples))
        out.write(made.flush())
    return {}


def cues(source: Path, target: Path) -> dict[str, float]:
    """Every sound of a workout in a WAV file, and the list of when they come."""
    from voicecoach import pipeline
    from voicecoach.model.timeline import Tags
    from voicecoach.rendering import Sounds
    from voicecoach.sinks.wav import WavSink
    from voicecoach.sounds import Earcons

    workout = pipeline.read(source)
    target.parent.mkdir(exist_ok=True)
    told: list[dict[str, object]] = []
    files: dict[tuple[str, str], Path] = {}
    with pipeline.open_speaker(workout, pipeline.VoiceChoice("pyttsx3"), print) as speaker:
        timeline = pipeline.timeline_of(workout, speaker)
        sounds = Sounds(speaker, Earcons(RATE), RATE)
        for event in timeline.events:
            key = event.bus.value, event.name
            if key not in files:
                files[key] = target.parent / f"{len(files)}.wav"
                sink = WavSink(files[key], RATE)
                sink.write(sounds(event)[:, None])
                sink.finish(Tags("", "", "", "en", 0))
            told.append({"start_ms": event.start, "file": str(files[key])})
    target.write_text(json.dumps([*told, {"start_ms": timeline.duration}]))
    return {"cues": len(told), "sounds": len(files)}


def music(threads: int, source: Path, target: Path) -> dict[str, float]:  # noqa: ARG001 - as all tasks
    """Stereo music, made anew every ten seconds, into a file; the wall time of the encoding alone."""
    import numpy as np

    from voicecoach.model.timeline import Tags
    from voicecoach.sinks.mp3 import Mp3Sink

    moments = np.arange(10 * MUSIC_RATE) / MUSIC_RATE
    rng = np.random.default_rng(1)
    chord = sum(np.sin(2 * np.pi * pitch * moments) for pitch in (110, 220, 277.2, 329.6, 554.4))
    beat = np.exp(-((moments % 0.5) / 0.05)) * np.sin(2 * np.pi * 70 * moments)
    hiss = rng.normal(0, 0.05, (2, len(moments))) * np.exp(-((moments % 0.25) / 0.02))
    block = np.asarray(np.stack([0.1 * chord + 0.3 * beat, 0.1 * np.roll(chord, 300) + 0.3 * beat], 1) + hiss.T, "f4")
    sink = Mp3Sink(target, MUSIC_RATE, 2, threads=threads)
    start = time.perf_counter()
    for _ in range(MUSIC_MINUTES * 6):
        sink.write(block)
    sink.finish(Tags("", "", "", "en", MUSIC_MINUTES * 60_000))
    return {"wall": time.perf_counter() - start}


TASKS: dict[str, Callable[[Path, Path], dict[str, float]]] = {
    "export": export,
    "encode": encode,
    "cues": cues,
    "music1": partial(music, 1),
    "music2": partial(music, 2),
}


# What measures them.


def measured(command: list[str | Path], cache: Path) -> Cost:
    """Run a command to its end."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(
            list(map(str, command)), env={**os.environ, "VOICECOACH_CACHE": str(cache)}, stdout=out
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command} failed")
        out.seek(0)
        lines = out.read().splitlines()
    told = json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / KB_PER_MB, told)


def child(task: str, source: Path, target: Path, cache: Path) -> Cost:
    return measured([sys.executable, __file__, "--task", task, source, target], cache)


def row(name: str, cost: Cost, remark: str = "") -> None:
    print(f"  {name:38}{cost.cpu:8.2f} s CPU {cost.wall:8.2f} s {cost.peak:7.1f} MB  {remark}", flush=True)


def ratio(name: str, pairs: list[tuple[float, float]], wanted: str) -> None:
    found = [a / b for a, b in pairs]
    spread = f"{min(found):.2f} to {max(found):.2f}"
    print(f"  {name:38}{statistics.median(found):8.2f} ({spread}; wanted: {wanted})", flush=True)


def half_an_hour(place: Path, cache: Path, *, quick: bool) -> None:
    source, wav, list_of_cues = place / "short.md", place / "short.wav", place / "cues" / "cues.json"
    source.write_text(script(ROUNDS_OF_HALF_AN_HOUR))
    made = child("export", source, wav, cache)
    told = child("cues", source, list_of_cues, cache).told
    print(f"{made.told['minutes']:.1f} minutes, {told['cues']:.0f} cues, {told['sounds']:.0f} different sounds")
    naive = None if quick else peers(list_of_cues, place, cache)
    cold, warm, alone = [], [], []
    for _ in range(PAIRS):
        shutil.rmtree(cache / "frames", ignore_errors=True)
        cold.append(child("export", source, place / "cold.mp3", cache))
        alone.append(child("encode", wav, place / "alone.mp3", cache))
        warm.append(child("export", source, place / "warm.mp3", cache))
    row("lameenc alone", alone[0])
    row("ours, cold", cold[0], f"{cold[0].told['after']:.2f} s CPU after start-up")
    row("ours, warm", warm[0], f"{warm[0].told['after']:.2f} s CPU after start-up")
    source.write_text(script(ROUNDS_OF_HALF_AN_HOUR, "Halfway through already."))
    changed = child("export", source, place / "changed.mp3", cache)
    row("ours, one phrase changed", changed, f"{changed.told['after']:.2f} s CPU after start-up (wanted: at most 0.5)")
    work = [(a.cpu, o.told["after"]) for a, o in zip(alone, cold, strict=True)]
    ratio("lameenc alone / ours cold, after start-up", work, "at least 2")
    ratio("lameenc alone / ours cold, CPU", [(a.cpu, o.cpu) for a, o in zip(alone, cold, strict=True)], "at least 2")
    ratio("lameenc alone / ours warm, CPU", [(a.cpu, o.cpu) for a, o in zip(alone, warm, strict=True)], "at least 2")
    if naive:
        ratio("pydub / ours cold, CPU", [(naive.cpu, one.cpu) for one in cold], "at least 20")
        ratio("pydub / ours warm, CPU", [(naive.cpu, one.cpu) for one in warm], "at least 20")


def peers(list_of_cues: Path, place: Path, cache: Path) -> Cost | None:
    """Other people's ways; what the naive one costs, if it is installed."""
    if shutil.which("sox") and shutil.which("lame"):
        row("sox and lame", with_sox(list_of_cues, place, cache))
    else:
        print("  sox and lame are not installed")
    if not shutil.which("ffmpeg") or subprocess.run([sys.executable, "-c", "import pydub"], check=False).returncode:
        print("  pydub or ffmpeg is not installed")
        return None
    naive = measured([sys.executable, PYDUB, list_of_cues, place / "pydub.mp3"], cache)
    row("naive pydub script", naive)
    return naive


def with_sox(list_of_cues: Path, place: Path, cache: Path) -> Cost:
    """Silences, then all in a row, then lame: one shell."""
    *events, end = json.loads(list_of_cues.read_text())
    lines, parts, now = [], [], 0
    for number, event in enumerate([*events, end]):
        gap = max(0, event["start_ms"] - now)
        if gap:
            parts.append(f"{place}/gap{number}.wav")
            lines.append(f"sox -r {RATE} -n -c 1 -b 16 {parts[-1]} trim 0 {gap / 1000}")
        if "file" in event:
            parts.append(event["file"])
            now = max(now, event["start_ms"]) + round((Path(event["file"]).stat().st_size - 44) / 2 / RATE * 1000)
    lines += [f"sox {' '.join(parts)} {place}/all.wav", f"lame --quiet -V4 {place}/all.wav {place}/sox.mp3"]
    (place / "all.sh").write_text("set -e\n" + "\n".join(lines))
    return measured(["sh", place / "all.sh"], cache)


def ten_hours(place: Path, cache: Path) -> None:
    source = place / "long.md"
    source.write_text(script(ROUNDS_OF_TEN_HOURS))
    spoken = child("export", source, place / "long.wav", cache)
    print(f"{spoken.told['minutes'] / 60:.1f} hours")
    row("lameenc alone", child("encode", place / "long.wav", place / "alone.mp3", cache))
    row("ours, all to be spoken, as WAV", spoken, "(memory wanted: below 150)")
    shutil.rmtree(cache / "frames", ignore_errors=True)
    row("ours, cold", child("export", source, place / "long.mp3", cache), "(wanted: under 4 s of CPU)")
    row("ours, warm", child("export", source, place / "long.mp3", cache), "(wanted: under 4 s of CPU)")


def with_music(place: Path, cache: Path) -> None:
    print(f"{MUSIC_MINUTES} minutes of stereo music at {MUSIC_RATE} Hz, the encoding alone")
    one, two = [], []
    for number in range(PAIRS):
        one.append(child("music1", place, place / f"one{number}.mp3", cache))
        two.append(child("music2", place, place / f"two{number}.mp3", cache))
    row("one thread", one[0])
    row("two threads", two[0])
    pairs = [(b.told["wall"], a.told["wall"]) for a, b in zip(one, two, strict=True)]
    ratio("two threads / one, wall time", pairs, "at most 0.65")


def main(*, quick: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        cache = place / "cache"
        half_an_hour(place, cache, quick=quick)
        if not quick:
            ten_hours(place, cache)
        with_music(place, cache)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--task"]:
        print(json.dumps(TASKS[sys.argv[2]](Path(sys.argv[3]), Path(sys.argv[4]))))
    else:
        main(quick="--quick" in sys.argv)
