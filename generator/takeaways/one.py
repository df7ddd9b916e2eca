"""One take-away, by its format, its sector and its kind of organisation."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.problems import did_you_mean
from generator.content.toolkit import Toolkit
from generator.takeaways import TakeAwayError, data, excel, pdf, table, word
from generator.takeaways.sheet import sheets


@dataclass(frozen=True, slots=True)
class Choice:
    """Which file is asked for; an empty sector is all of them, an empty audience likewise."""

    kind: str
    sector: str = ""
    audience: str = ""
    large_print: bool = False


class ChoiceError(ValueError):
    """A choice that does not exist or does not fit; the message says so, and what to choose."""


def write(toolkit: Toolkit, choice: Choice, site_url: str = "") -> bytes:
    """The bytes of one file. ChoiceError for a choice that cannot be met; TakeAwayError
    for one that cannot be made."""
    if choice.large_print and choice.kind != "pdf":
        raise ChoiceError("Large print is for pdf.")
    if choice.kind == "json":
        if choice.sector or choice.audience:
            raise ChoiceError("json holds everything: leave out --sector and --audience.")
        return data.write(toolkit)
    if choice.sector and choice.sector not in toolkit.sectors:
        near = did_you_mean(choice.sector, toolkit.sectors)
        raise ChoiceError(f'There is no sector "{choice.sector}". {near}')
    if choice.kind == "csv":
        if choice.audience:
            raise ChoiceError("csv holds every kind of organisation: leave out --audience.")
        return table.write(toolkit, choice.sector)
    return _from_sheet(toolkit, choice, site_url)


def _from_sheet(toolkit: Toolkit, choice: Choice, site_url: str) -> bytes:
    if not choice.sector:
        raise ChoiceError(
            f"A {choice.kind} is of one sector: add --sector {next(iter(toolkit.sectors))}."
        )
    found = {s.audience_id: s for s in sheets(toolkit, site_url) if s.sector_id == choice.sector}
    if choice.audience not in found:
        near = did_you_mean(choice.audience, filter(None, found))
        raise ChoiceError(
            f'{choice.sector} has no kind of organisation "{choice.audience}". {near}'
        )
    sheet = found[choice.audience]
    if not sheet.count:
        raise TakeAwayError(f"{sheet.title} has no action, so the file would be empty.")
    if choice.kind == "docx":
        return word.write(sheet)
    if choice.kind == "pdf":
        return pdf.write(sheet, large_print=choice.large_print)
    return excel.write([sheet] if choice.audience else [s for s in found.values() if s.audience_id])
