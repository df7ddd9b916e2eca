"""How much a finished file holds, read in the file itself."""

from __future__ import annotations

import csv
import io
import json
import re

_COUNT = re.compile(rb"<</Type/Pages/Count (\d+)")


def pages(pdf: bytes) -> int:
    """How many pages a PDF of ours has: Typst writes the count first, before any text."""
    found = _COUNT.search(pdf)
    if found is None:
        raise ValueError("this is no PDF that Typst wrote")
    return int(found[1])


def rows(table: bytes) -> int:
    """How many rows a table has below its head: one for each action and audience."""
    return sum(1 for _ in csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))) - 1


def actions(whole: bytes) -> int:
    """How many actions toolkits.json holds, retired ones aside."""
    return sum(len(sector["actions"]) for sector in json.loads(whole)["sectors"])
