"""Readers with plans, for all tests of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.site.plan.reader import WAYS, NewReader, Reader, choose


@pytest.fixture
def new_reader(browser: Browser, address: str) -> Iterator[NewReader]:
    """Readers, each with a profile of their own; none of them asks anything of anyone else."""
    made: list[Reader] = []

    def new(width: int = 1280, hand: str = "mouse", **options: Any) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", **options
        )
        context.set_default_timeout(8000)
        reader = Reader(context, address, context.new_page(), hand)
        reader.page.close()
        reader.page = reader.tab()
        made.append(reader)
        return reader

    yield new
    for reader in made:
        reader.context.close()
        own = (f"GET {address}", "GET blob:", "GET data:")
        assert [asked for asked in reader.asked if not asked.startswith(own)] == []
        assert reader.said == []


@pytest.fixture(params=WAYS[:2], ids=lambda way: f"{way[0]}-{way[1]}")
def reader(new_reader: NewReader, request: pytest.FixtureRequest) -> Reader:
    """A reader at a wide screen with a mouse, and one with a narrow screen and no mouse."""
    width, hand = request.param
    return new_reader(width, hand)


@pytest.fixture
def planner(reader: Reader) -> Reader:
    """A reader whose plan holds the two foundational actions of a large hotel."""
    reader.go()
    choose(reader.page)
    reader.do(reader.page.get_by_role("button", name="Start from the foundational"))
    expect(reader.page.locator(".tk-card")).to_have_count(2)
    return reader
