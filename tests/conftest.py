"""What every test finds: the builders, and a cache of its own instead of the user's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes the cache of whoever runs it; the tests of one run share theirs."""
    patch = pytest.MonkeyPatch()
    patch.setenv("VOICECOACH_CACHE", str(tmp_path_factory.mktemp("cache")))
