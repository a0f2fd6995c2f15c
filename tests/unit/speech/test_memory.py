"""The clips at hand."""

import numpy as np

from voicecoach.speech.memory import ClipMemory
from voicecoach.speech.pcm import Pcm


def pcm(frames: int) -> Pcm:
    return Pcm(np.zeros(frames, np.int16), 24_000)


def test_oldest_used_goes_first() -> None:
    memory = ClipMemory(limit=400)
    memory.put("a", pcm(100), pinned=False)
    memory.put("b", pcm(100), pinned=False)
    memory.get("a")
    memory.put("c", pcm(100), pinned=False)
    assert memory.get("b") is None
    assert memory.get("a") is not None
    assert memory.get("c") is not None


def test_pinned_clip_never_goes() -> None:
    memory = ClipMemory(limit=400)
    memory.put("only here", pcm(1000), pinned=True)
    for name in "abcdef":
        memory.put(name, pcm(150), pinned=False)
    assert memory.get("only here") is not None


def test_clip_beyond_the_limit_is_kept_until_the_next() -> None:
    memory = ClipMemory(limit=10)
    memory.put("long", pcm(100), pinned=False)
    assert memory.get("long") is not None


def test_same_words_again_take_no_more_room() -> None:
    memory = ClipMemory(limit=400)
    for _ in range(5):
        memory.put("a", pcm(100), pinned=False)
    memory.put("b", pcm(100), pinned=False)
    assert memory.get("a") is not None
