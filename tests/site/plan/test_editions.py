"""A plan and a new edition: what changed, what was retired, what comes round again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.site.plan.reader import FIRST, NewReader, Reader, card, saved


def test_changes_since_the_answer_are_told_and_no_word_is_lost(
    reader: Reader, tmp_path: Path
) -> None:
    """A plan of March 2026: one action corrected, one retired, one that no edition knows."""
    answer = {
        "title": "Score interviews", "edition": "2026-03-03", "chosen": True,
        "status": "in-progress", "who": "Amina", "when": "", "notes": "Old words", "done": "",
    }  # fmt: skip
    ids = (FIRST, "HOS-REC-03", "HOS-REC-99")
    file = saved(tmp_path / "old.json", answers=dict.fromkeys(ids, answer))
    page = reader.go()
    reader.open_file(file)
    told = page.locator("#plan-changes")
    expect(told.locator("summary")).to_have_text("Changed since you answered: 3 actions")
    reader.do(told.locator("summary"))
    expect(told).to_contain_text("6 May 2026: The number of questions is five, not six.")
    expect(told).to_contain_text("It is retired. It slowed hiring")
    expect(told).to_contain_text("In place of HOS-REC-03.")
    expect(told).to_contain_text("It is not in this edition.")
    for id_ in ids:
        expect(card(page, id_).get_by_label("Notes")).to_have_value("Old words")
    reader.do(page.get_by_role("button", name="I have read these changes"))
    expect(told).not_to_contain_text("five, not six")
    expect(told).to_contain_text("It is retired.")
    assert reader.kept()["answers"][FIRST]["edition"] == "2026-05-06"
    assert reader.kept()["answers"]["HOS-REC-03"]["notes"] == "Old words"


def test_what_replaces_a_retired_action_is_added_in_one_step(
    reader: Reader, tmp_path: Path
) -> None:
    """The retired one stays with its words, the new one stands beside it."""
    answer = {
        "title": "Ask for references", "edition": "2026-03-03", "chosen": True,
        "status": "done", "who": "", "when": "", "notes": "Kept", "done": "2026-04-01",
    }  # fmt: skip
    page = reader.go()
    reader.open_file(saved(tmp_path / "old.json", answers={"HOS-REC-03": answer}))
    told = page.locator("#plan-changes")
    reader.do(told.locator("summary"))
    reader.do(told.get_by_role("button", name="Add to my plan"))
    expect(card(page)).to_be_visible()
    expect(card(page, "HOS-REC-03").get_by_label("Notes")).to_have_value("Kept")


def test_an_action_that_repeats_comes_due_again(new_reader: NewReader, tmp_path: Path) -> None:
    """Done in March 2027 and every three months: in June it is due, and counts as not done."""
    answer = {
        "title": "Hold a meeting about rotas", "edition": "2026-03-04", "chosen": True,
        "status": "done", "who": "", "when": "", "notes": "", "done": "2027-03-31",
    }  # fmt: skip
    reader = new_reader()
    reader.page.clock.set_fixed_time("2027-06-29T12:00:00")
    page = reader.go()
    reader.open_file(saved(tmp_path / "plan.json", answers={"HOS-CUL-02": answer}))
    words = "Last done March 2027, due again June 2027."
    expect(card(page, "HOS-CUL-02")).to_contain_text(words)
    expect(page.locator("#plan-again")).to_be_hidden()
    culture = page.locator("#plan-levels tbody tr").nth(1)
    expect(culture).to_contain_text("1 of 1")
    page.clock.set_fixed_time("2027-06-30T12:00:00")
    page = reader.go()
    expect(page.locator("#plan-again summary")).to_have_text("Due again: 1 action")
    expect(page.locator("#plan-again")).to_contain_text(words)
    expect(culture.locator("td").nth(2)).to_have_text("0 of 1")
    card(page, "HOS-CUL-02").get_by_label("Last done").fill("2027-06-30")
    expect(page.locator("#plan-again")).to_be_hidden()
