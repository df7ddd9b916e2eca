"""What a plan adds up to: levels, what is next, an earlier plan, a yearly summary."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.plan.reader import FIRST, Reader, card, saved, text_of
from tests.site.visiting import visit

SUMS = """async ([done, relevant]) => {
  const { sums } = await import('/assets/javascripts/plan-sums.js');
  const action = (priority, more = {}) => ({ title: 'T', sector: 's', theme: 't', edition: '',
    address: '', for: { a: [priority, 'lead'] }, ...more });
  const actions = {
    'AAA-AAA-01': action('enhanced'),
    'AAA-AAA-02': action('foundational', { needs: ['AAA-AAA-03'] }),
    'AAA-AAA-03': action('foundational'), 'AAA-AAA-04': action('enhanced'),
    'AAA-AAA-05': { ...action('foundational'), for: { other: ['foundational', 'lead'] } },
  };
  const data = { themes: { t: 'Theme' }, actions, retired: {}, frameworks: { f: { title: 'F',
    items: [{ id: '1', title: 'One' }, { id: '2', title: 'Two', outside: 'No' }] } } };
  actions['AAA-AAA-02'].frameworks = { f: ['1'] };
  actions['AAA-AAA-03'].frameworks = { f: ['1'] };
  const answers = Object.fromEntries(Object.keys(actions).map(id => [id, { chosen: true,
    status: done.includes(id) ? 'done' : relevant.includes(id) ? 'not-started' : 'not-relevant',
    done: '', edition: '' }]));
  const own = sums(data, { sector: 's', audience: 'a', answers }, '2027-01-01');
  return [own.standings()[0].level, own.next().map(id => id.slice(-2)).join(' '),
    own.served('f').map(row => row[2]).join(' ')];
}"""
ONE, TWO, THREE, FOUR = (f"AAA-AAA-0{number}" for number in (1, 2, 3, 4))
EVERY = [ONE, TWO, THREE, FOUR]
OUTSIDE = "Outside these toolkits"
NONE = "No action for you serves it"


@pytest.mark.parametrize(
    ("done", "relevant", "expected"),
    [
        ([], EVERY, ["Starting", "03 01 04", f"No {OUTSIDE}"]),
        ([THREE], EVERY, ["Building", "02 01 04", f"Partly {OUTSIDE}"]),
        ([ONE, FOUR], EVERY, ["Starting", "03", f"No {OUTSIDE}"]),
        ([TWO, THREE], EVERY, ["Established", "01 04", f"Yes {OUTSIDE}"]),
        ([TWO, THREE, ONE], EVERY, ["Established", "04", f"Yes {OUTSIDE}"]),
        ([TWO, THREE, ONE, FOUR], EVERY, ["Leading", "", f"Yes {OUTSIDE}"]),
        ([TWO, THREE], [TWO, THREE], ["Established", "", f"Yes {OUTSIDE}"]),
        ([], [TWO], ["Starting", "02", f"No {OUTSIDE}"]),
        ([], [], ["Starting", "", f"{NONE} {OUTSIDE}"]),
    ],
)
def test_the_sums_of_invented_actions(
    page: Page, address: str, done: list[str], relevant: list[str], expected: list[str]
) -> None:
    """Levels, the next three and a framework's answers, less what is not relevant."""
    visit(page, f"{address}/about/")
    assert page.evaluate(SUMS, [done, relevant]) == expected


def test_a_plan_is_compared_with_an_earlier_one(planner: Reader, tmp_path: Path) -> None:
    """The earlier levels stand beside today's, until the reader has seen enough."""
    page = planner.page
    planner.open_file(saved(tmp_path / "earlier.json"))
    planner.do(page.get_by_role("button", name="Only compare"))
    expect(page.locator("#plan-levels thead")).to_contain_text("8 May 2026")
    row = page.locator("#plan-levels tbody tr").first
    expect(row.locator("strong")).to_have_text("Starting")
    expect(row).to_contain_text("Established: 1 of 1 foundational, 0 of 1 enhanced")
    assert planner.kept()["answers"][FIRST]["status"] == "not-started"
    planner.do(page.get_by_role("button", name="Stop comparing"))
    expect(page.locator("#plan-levels thead")).not_to_contain_text("2026")


def test_the_yearly_summary_is_a_table_and_a_file(planner: Reader) -> None:
    """By the items of a framework: yes where all is done, and what no action serves is said."""
    page = planner.page
    card(page).get_by_label("Status").select_option("done")
    page.get_by_label("Framework").select_option("fair-test-standard")
    planner.do(page.get_by_text("Show the summary"))
    expect(page.locator("#plan-summary tbody tr").first).to_contain_text("1. Fair recruitment")
    expect(page.locator("#plan-summary tbody tr").first).to_contain_text("Yes")
    with page.expect_download() as download:
        planner.do(page.get_by_role("button", name="Download the summary as CSV"))
    rows = list(csv.reader(io.StringIO(text_of(download.value.path()))))
    assert [row[2] for row in rows] == ["Answer", "Yes", NONE, OUTSIDE]
