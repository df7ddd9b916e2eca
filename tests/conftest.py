"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.frozen import FROZEN, copy

# Every run is the same, on a machine of any speed; `make test-all` has more of them.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.load_profile("same")


@pytest.fixture
def frozen() -> Path:
    """The frozen toolkit itself, to read only."""
    return FROZEN


@pytest.fixture
def toolkit_folder(tmp_path: Path) -> Path:
    """A copy of the frozen toolkit that a test may change."""
    return copy(tmp_path / "toolkit")
