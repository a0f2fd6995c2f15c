from __future__ import annotations

from pathlib import Path

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.registry import open_sink


@pytest.mark.parametrize("name", ["legs.ogg", "legs", "legs.mp3.txt", ".mp3"])
def test_an_unknown_ending_names_the_known_ones(name: str) -> None:
    with pytest.raises(VoicecoachError) as caught:
        open_sink(Path(name), 24_000, 1)
    assert str(caught.value) == f'cannot tell what kind of file "{name}" shall be; end its name in .mp3 or .wav'
