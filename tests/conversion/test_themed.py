"""The theme's files are the same, listed sooner; an environment lasts as long as its folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.conversion import themed
from tests.frozen import FROZEN


@pytest.fixture
def config() -> MkDocsConfig:
    """The settings of the frozen toolkit, with Material as their theme."""
    return load_config(str(FROZEN / "mkdocs.yml"))


def files_of(config: MkDocsConfig) -> list[tuple[str, str | None]]:
    """What MkDocs takes from the theme: each file's path, and where it lies."""
    found = Files([])
    found.add_files_from_theme(config.theme.get_env(), config)
    return [(file.src_uri, file.abs_src_path) for file in found]


def test_the_theme_gives_the_very_same_files(config: MkDocsConfig) -> None:
    """In the same order; without looking at icons and other hidden files."""
    plain = files_of(config)
    every = len(config.theme.get_env().list_templates())
    themed.hasten(config.theme, {})
    assert files_of(config) == plain
    assert len(config.theme.get_env().list_templates()) < every / 10
    assert any("stylesheets/main." in path for path, _ in plain)


def test_the_environment_is_that_of_mkdocs_and_lasts(config: MkDocsConfig, tmp_path: Path) -> None:
    """Every build of a preview has it, until the theme has other folders."""
    plain = config.theme.get_env()
    known: themed.Known = {}
    themed.hasten(config.theme, known)
    env = config.theme.get_env()
    assert env.filters.keys() == plain.filters.keys()
    assert vars(env.loader)["searchpath"] == vars(plain.loader)["searchpath"]
    again = load_config(str(FROZEN / "mkdocs.yml"))
    themed.hasten(again.theme, known)
    assert again.theme.get_env() is env
    again.theme.dirs.insert(0, str(tmp_path))
    (tmp_path / "main.html").write_text("Ours", encoding="utf-8")
    assert again.theme.get_env().get_template("main.html").render() == "Ours"


def test_a_template_that_changes_is_read_again(tmp_path: Path) -> None:
    """At the next build of a preview, where somebody works on it; until then nothing is read."""
    page = tmp_path / "main.html"
    page.write_text("First", encoding="utf-8")
    known: themed.Known = {}

    def built() -> tuple[object, str]:
        config = load_config(str(FROZEN / "mkdocs.yml"))
        config.theme.dirs.insert(0, str(tmp_path))
        themed.hasten(config.theme, known)
        env = config.theme.get_env()
        return env, env.get_template("main.html").render()

    env, first = built()
    assert first == "First"
    assert built() == (env, "First")
    page.write_text("Second, later", encoding="utf-8")
    os.utime(page, (1, 1))
    assert built()[1] == "Second, later"
