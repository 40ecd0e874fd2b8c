"""Settings of the whole suite: no property test is a timed test, and none reads the user's cache."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("copylint", deadline=None)
settings.load_profile("copylint")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder: Path = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(folder))
