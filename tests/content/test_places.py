"""Addresses on the site, word for word: bookmarks, printed sheets and the open data hold them."""

from __future__ import annotations

import pytest

from generator.content import places


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (places.sector("hospitality"), "hospitality/"),
        (places.sector_theme("hospitality", "recruitment"), "hospitality/recruitment/"),
        (places.audience("hospitality", "micro"), "hospitality/for/micro/"),
        (
            places.action("hospitality", "recruitment", "HOS-REC-01"),
            "hospitality/recruitment/#hos-rec-01",
        ),
        (places.theme("supplier-diversity"), "themes/supplier-diversity/"),
        (places.framework("wres"), "frameworks/wres/"),
        (places.source("acas-pay"), "evidence/#acas-pay"),
        (places.law("tips"), "law/#tips"),
        (places.resource("acas"), "resources/#acas"),
        (places.page("index.md"), ""),
        (places.page("coaching.md"), "coaching/"),
        (places.page("guides/index.md"), "guides/"),
    ],
)
def test_an_address_is_what_it_was(made: str, address: str) -> None:
    """An address stays for ever, whatever writes it."""
    assert made == address
