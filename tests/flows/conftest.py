"""Fixtures for the tests of the workflows and their scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.github import Fake, github
from tests.flows.workflows import lines, run, with_environment
from tests.frozen import copy


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A GitHub on this machine."""
    with github() as found:
        yield found


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen toolkit as the preview that the pull request's workflow builds."""
    folder = with_environment(copy(tmp_path_factory.mktemp("preview") / "project"))
    done = run(lines("pull-request", "content", "Build a preview that opens from a folder"), folder)
    assert done.returncode == 0, done.stderr
    return folder / ".make/preview"
