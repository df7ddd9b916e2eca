"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frozen import FROZEN, copy


@pytest.fixture
def frozen() -> Path:
    """The frozen toolkit itself, to read only."""
    return FROZEN


@pytest.fixture
def toolkit_folder(tmp_path: Path) -> Path:
    """A copy of the frozen toolkit that a test may change."""
    return copy(tmp_path / "toolkit")
