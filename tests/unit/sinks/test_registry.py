from __future__ import annotations

import sys
from pathlib import Path

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.fidelity import Fidelity
from voicecoach.sinks.registry import open_sink

KNOWN = ".mp3, .m4a, .m4b, .opus, .ogg, .flac or .wav"


@pytest.mark.parametrize("name", ["legs.aac", "legs", "legs.mp3.txt", ".mp3"])
def test_an_unknown_ending_names_the_known_ones(name: str) -> None:
    with pytest.raises(VoicecoachError) as caught:
        open_sink(Path(name), 24_000, 1)
    assert str(caught.value) == f'cannot tell what kind of file "{name}" shall be; end its name in {KNOWN}'


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.m4a", "an M4A file"), ("a.M4B", "an M4B file"), ("a.ogg", "an Opus file"), ("a.flac", "a FLAC file")],
)
def test_without_the_extra_the_command_to_install_it_is_told(
    name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "voicecoach.sinks.container", raising=False)
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(VoicecoachError) as caught:
        open_sink(Path(name), 24_000, 1)
    assert str(caught.value) == (
        f"{kind} needs PyAV, which is not there (import of av halted; None in sys.modules); install it with "
        "`pip install 'voicecoach[formats]'`, or choose a name in .mp3"
    )


@pytest.mark.parametrize(("name", "kind"), [("a.wav", "a WAV file"), ("a.flac", "a FLAC file")])
@pytest.mark.parametrize("fidelity", [Fidelity(bitrate=64), Fidelity(quality=4)])
def test_what_loses_nothing_takes_no_quality(name: str, kind: str, fidelity: Fidelity) -> None:
    if kind == "a FLAC file":
        pytest.importorskip("av", reason="PyAV is not installed")
    with pytest.raises(VoicecoachError) as caught:
        open_sink(Path(name), 24_000, 1, fidelity=fidelity)
    assert str(caught.value) == f"{kind} keeps every sample as it is; leave --bitrate and --quality out"


def test_a_rate_that_opus_does_not_know() -> None:
    pytest.importorskip("av", reason="PyAV is not installed")
    with pytest.raises(VoicecoachError) as caught:
        open_sink(Path("a.opus"), 44_100, 1)
    assert str(caught.value) == (
        "an Opus file cannot hold 44100 samples a second; choose one of 8000, 12000, 16000, 24000, 48000"
    )
