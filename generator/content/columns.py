"""The columns of the open data's tables: their names, which stay, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping

BETWEEN = " | "
"""What stands between the items of a list in one cell; a bar in an item becomes `\\|`."""

COLUMNS: Mapping[str, str] = {
    "id": "The action's id. Fixed for ever and never used again.",
    "sector_id": "The sector's id.",
    "sector": "The sector's name.",
    "status": "draft until the toolkits' owners have signed the sector off, then published.",
    "theme_id": "The theme's id.",
    "theme": "The theme's name.",
    "audience_id": "The id of the kind of organisation; it belongs to the sector.",
    "audience": "The name of the kind of organisation.",
    "staff": "How many people such an organisation has, in words.",
    "priority": "For this audience: foundational (do it first) or enhanced (takes it further).",
    "lead_id": "The id of the role that leads the action in such an organisation.",
    "lead": "The role that leads the action in such an organisation.",
    "title": "The action: one thing to do.",
    "why": "What is wrong today, and for whom.",
    "steps": "List: how to do it, in order; the steps of this audience alone come last.",
    "done_when": "How to tell that it is done.",
    "takes": "How long until it is in place.",
    "repeats": "How often it comes round.",
    "cost": "What it costs beyond time; empty where nobody has said.",
    "evidence_strength": "strong, promising, mixed, practice or not-assessed.",
    "evidence_about": "Who was studied and where, and what was not.",
    "sources": "List of named entries: every publication that the action's texts cite.",
    "law": "List of named entries: the law that bears on it and binds such organisations, or"
    " some of them. Not legal advice.",
    "groups": "List of named entries: the priority groups it aims at.",
    "frameworks": "List of named entries: what it serves; the id is the framework's, a stroke,"
    " and the item's.",
    "words_to_copy": "List: each title, a colon, and the words, on lines of their own where they"
    " have lines.",
    "resources": "List of named entries: where to go on to.",
    "examples": "List: who does it, a colon, and what they have published about it.",
    "needs": "List of named entries: the actions to do before it.",
    "related": "List of named entries: the actions a reader may want next.",
    "checked_on": "The day someone last held the action against its sources.",
    "check_due": "The day the next check falls due.",
    "edition": "The day of the action's newest change.",
    "address": "Its address below the site's own.",
}

RULES: tuple[str, ...] = (
    (
        "One row for each action and each kind of organisation that it applies to. Retired "
        "actions are left out."
    ),
    (
        "UTF-8 with a byte order mark, so that Excel reads it right; commas between cells; "
        "lines end with CR LF. The first row names the columns."
    ),
    (
        "Dates are written 2026-11-22. Texts are plain words: bold words and links lose their"
        " marks, and citations are in the column of sources."
    ),
    (
        "The items of a list have a bar with a space on each side between them. A bar inside "
        "an item is written with a backslash before it."
    ),
    (
        "A named entry is its id, a colon, and its name in words. The id leads to the entry "
        "in toolkits.json."
    ),
    (
        "A spreadsheet would run a cell that starts with one of the signs = + - @, a tab or a"
        " line break, so such a cell gets an apostrophe in front. The same holds for their "
        "wide and small forms, and where only white space or apostrophes stand before the "
        "sign. To have the cell as it was written, take one apostrophe away."
    ),
)
"""How the tables are written, for those who read them by program."""
