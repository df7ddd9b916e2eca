"""The look: colours that can be told apart, and overrides of what Material still has."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
THEME = ROOT / "generator" / "theme"
MATERIAL = Path(str(files("material"))) / "templates"
STYLE = (THEME / "assets/stylesheets/toolkits.css").read_text(encoding="utf-8")

TEXT = ["ink", "quiet", "link", "warn", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "hue-6"]
GROUNDS = ["ground", "raised"]


def tokens(block: str) -> dict[str, str]:
    """The colours of one set of tokens."""
    return dict(re.findall(r"--tk-([\w-]+): (#[0-9a-f]{6});", block))


BLOCKS = {
    "light": STYLE[STYLE.index(":root {") : STYLE.index("/* Dark:")],
    "dark by the system": STYLE[STYLE.index("@media (prefers-color-scheme: dark)") :].split("}\n}")[
        0
    ],
    "dark by choice": STYLE[STYLE.index(':root[data-colours="dark"] {') :].split("}")[0],
}
SETS = {name: tokens(block) for name, block in BLOCKS.items()}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    """Black on white is 21, a colour on itself 1, and #767676 on white the well-known 4.54."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", SETS)
def test_text_has_a_contrast_of_seven(name: str) -> None:
    """Every colour that words have, on every ground they stand on."""
    colours = SETS[name]
    pairs = {(word, ground) for word in TEXT for ground in GROUNDS}
    low = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    low[("on-bar", "bar")] = contrast(colours["on-bar"], colours["bar"])
    assert {pair: ratio for pair, ratio in low.items() if ratio < 7} == {}


@pytest.mark.parametrize("name", SETS)
def test_lines_and_rings_have_a_contrast_of_three(name: str) -> None:
    """What shows where a part begins, or what has the focus."""
    colours = SETS[name]
    pairs = {(mark, ground) for mark in ("line", "focus") for ground in GROUNDS}
    low = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 3} == {}


def test_nothing_but_colours_differs_in_the_dark() -> None:
    """So rules about anything else need to be asked in one of the two only."""
    system = STYLE[STYLE.index("@media (prefers-color-scheme: dark)") :].split("}\n}")[0]
    choice = STYLE[STYLE.index(':root[data-colours="dark"] {') :].split("}")[0]
    assert STYLE.count("prefers-color-scheme") == 1
    for part in (system, choice):
        lines = [line.strip() for line in part.splitlines() if line.strip().endswith(";")]
        assert lines
        assert all(line.startswith(("--tk-", "color-scheme:")) for line in lines)
    selectors = re.findall(r"[^{},]*\[data-colours=[^{},]*", STYLE)
    assert {one.strip().removeprefix("@media print {").strip() for one in selectors} <= {
        ':root:not([data-colours="light"])', ':root[data-colours="dark"]',
        ':root[data-colours="light"]',
    }  # fmt: skip


def test_dark_is_the_same_however_it_is_chosen() -> None:
    """The system's dark and the reader's dark are one set of colours, and as many as the light."""
    assert SETS["dark by the system"] == SETS["dark by choice"]
    assert set(SETS["light"]) == set(SETS["dark by choice"])


def test_no_colour_stands_outside_the_tokens() -> None:
    """Rules name tokens; a colour of their own would escape the tests above. Paper is exempt."""
    rules = STYLE[STYLE.index("/* Material's own variables") : STYLE.index("/* ---- Paper ---- */")]
    colour = r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\("
    assert re.findall(colour, re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)) == []


# Material's files that ours stand in the place of, as they were when ours were written (9.8.1).
REPLACED = {
    "base.html": "8536d352b0093623",
    "main.html": "9948b55a7bc979c3",
    "404.html": "80c93494b5432b1b",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/nav.html": "af33f6e032f632eb",
    "partials/toc.html": "fde48f583563364b",
    "partials/footer.html": "50c2a75f013b7b03",
    "partials/source-file.html": "ce5277decac9a8cf",
    "assets/stylesheets/main.57a0d79d.min.css": "57a0d79d880c51fe",
    "assets/javascripts/workers/search.a7633da7.min.js": "da1b3df5e5f00cc7",
}


# And MkDocs' own, which Material leaves as it is (1.6.1).
SITEMAP = "0950766d642ac999"


def test_the_site_map_we_replace_is_as_it_was() -> None:
    """When MkDocs changes its template, read what changed and see whether ours must follow."""
    own = Path(str(files("mkdocs"))) / "templates/sitemap.xml"
    assert not (MATERIAL / "sitemap.xml").exists()
    assert hashlib.sha256(own.read_bytes()).hexdigest()[:16] == SITEMAP


@pytest.mark.parametrize("path", REPLACED)
def test_what_we_replace_or_rely_on_is_as_it_was(path: str) -> None:
    """When Material changes one of these, read what changed and see whether ours must follow."""
    found = hashlib.sha256((MATERIAL / path).read_bytes()).hexdigest()[:16]
    assert found == REPLACED[path]


def test_every_override_is_listed() -> None:
    """A file in the theme folder that Material has too stands in the table above."""
    ours = {p.relative_to(THEME).as_posix() for p in THEME.rglob("*") if p.is_file()}
    assert {path for path in ours if (MATERIAL / path).is_file()} <= set(REPLACED)
