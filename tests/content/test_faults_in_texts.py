"""What an editor can get wrong inside texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.faults import FRAMEWORKS, REC, RESOURCES, SECTOR, SOURCES, THEME, Fault, told

FAULTS = [
    Fault(
        "words lost behind a hash",
        REC,
        "No advert goes out without pay and hours.",
        "No advert # without pay goes out.",
        "72:25",
        "lost-text",
        'What follows " #" would be lost: "without pay goes out.".',
        "Put the whole text in double quotes. A remark for editors goes on a line of its own.",
    ),
    Fault(
        "citation without its sign",
        REC,
        "[@test-trial]",
        "[test-trial]",
        "14:60",
        "broken-mark",
        '"[test-trial]" names a source, but cites nothing.',
        "Write it with an @: [@test-trial].",
    ),
    Fault(
        "invisible character spelled out",
        REC,
        "title: Show pay and hours in each advert",
        'title: "Show pay\\u200b and hours in each advert"',
        "68:12",
        "invisible-character",
        "A backslash in quotes stands here for a character nobody could see.",
        "Delete the backslash and the letters and digits after it.",
    ),
    Fault(
        "entry of the law that is not there",
        REC,
        "(/law/#pay-report)",
        "(/law/#pay-reports)",
        "34:35",
        "unknown-page",
        'The page "/law/" has no entry "pay-reports".',
        'Did you mean "pay-report"?',
    ),
    Fault(
        "link whose words name another address",
        REC,
        "[one trial](https://example.org/trial?a=1&b=2)",
        "[https://www.gov.uk/pay](https://example.org/trial)",
        "14:12",
        "misleading-link",
        ('The words of this link say "www.gov.uk", and it goes to "https://example.org/trial".'),
        "Write words that say what readers find there.",
    ),
    Fault(
        "link with a header for mail",
        REC,
        "[one trial](https://example.org/trial?a=1&b=2)",
        "[one trial](mailto:a%0aBcc:b@example.org)",
        "14:12",
        "unsafe-link",
        (
            'The link "one trial" goes to "mailto:a%0aBcc:b@example.org", which is not a web '
            "address we can show."
        ),
        "Write a whole address that starts with https://, a mailto: address, or an address within "
        "the site such as /law/.",
    ),
    Fault(
        "accents spelled out, too many",
        REC,
        "title: Show pay and hours in each advert",
        'title: "Show pa\\u0301\\u0301\\u0301\\u0301\\u0301y and hours in each advert"',
        "68:12",
        "stacked-marks",
        "More than 4 accents stand on one letter here, and would cover the lines around it.",
        "Type the word again, with the accents that its spelling needs.",
    ),
    Fault(
        "half a character",
        REC,
        "title: Show pay and hours in each advert",
        'title: "Show pay \\ud83d and hours in each advert"',
        "68:24",
        "unreadable",
        "A backslash in quotes stands here for no whole character; some programs write emoji so.",
        "Type the character itself in its place, or delete the backslash and what belongs to it.",
    ),
    Fault(
        "link to http",
        REC,
        "(https://example.org/trial?a=1&b=2)",
        "(http://example.org/trial)",
        "14:12",
        "unsafe-link",
        (
            'The link "one trial" goes to "http://example.org/trial", which is not a web '
            "address we can show."
        ),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "link to script",
        REC,
        "(https://example.org/trial?a=1&b=2)",
        "(javascript:alert(1))",
        "14:12",
        "unsafe-link",
        (
            'The link "one trial" goes to "javascript:alert(1)", which is not a web '
            "address we can show."
        ),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "link to data",
        REC,
        "(https://example.org/trial?a=1&b=2)",
        "(data:text/html,x)",
        "14:12",
        "unsafe-link",
        (
            'The link "one trial" goes to "data:text/html,x", which is not a web address '
            "we can show."
        ),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "link without host",
        REC,
        "(https://example.org/trial?a=1&b=2)",
        "(https://trial)",
        "14:12",
        "unsafe-link",
        ('The link "one trial" goes to "https://trial", which is not a web address we can show.'),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "link to nobody",
        REC,
        "(https://example.org/trial?a=1&b=2)",
        "(mailto:nobody)",
        "14:12",
        "unsafe-link",
        ('The link "one trial" goes to "mailto:nobody", which is not a web address we can show.'),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "link to a relative file",
        REC,
        "[what the law says](/law/#pay-report)",
        "[what the law says](law.md)",
        "34:17",
        "unsafe-link",
        ('The link "what the law says" goes to "law.md", which is not a web address we can show.'),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "link to another host by slashes",
        REC,
        "[what the law says](/law/#pay-report)",
        "[what the law says](//example.org/)",
        "34:17",
        "unsafe-link",
        (
            'The link "what the law says" goes to "//example.org/", which is not a web '
            "address we can show."
        ),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "url to http",
        SOURCES,
        "url: https://example.org/act",
        "url: http://example.org/act",
        "33:8",
        "unsafe-link",
        '"http://example.org/act" is not a whole web address that starts with https://.',
        "Copy the address from the browser; it must start with https://.",
    ),
    Fault(
        "url with a space",
        SOURCES,
        "url: https://example.org/act",
        "url: https://example.org/a act",
        "33:8",
        "unsafe-link",
        '"https://example.org/a act" is not a whole web address that starts with https://.',
        "Copy the address from the browser; it must start with https://.",
    ),
    Fault(
        "url of a framework",
        FRAMEWORKS,
        "url: https://example.org/charter",
        "url: www.example.org/charter",
        "14:8",
        "unsafe-link",
        '"www.example.org/charter" is not a whole web address that starts with https://.',
        "Copy the address from the browser; it must start with https://.",
    ),
    Fault(
        "number of an item that would be more than an anchor",
        FRAMEWORKS,
        'id: "2"',
        'id: "2 onclick=alert(1)"',
        "8:12",
        "wrong-form",
        '"2 onclick=alert(1)" does not have the form of an item\'s number.',
        'Write its number there, such as "1", "2.3" or A1: letters, digits, points and hyphens.',
    ),
    Fault(
        "numbers of items that differ by capitals only",
        FRAMEWORKS,
        "{id: A1, title: Boards answer for fairness}",
        "{id: A1, title: Boards answer for fairness}\n    - {id: a1, title: Again}",
        "17:12",
        "duplicate-id",
        'The id "a1" is already used at toolkits/frameworks.yml, line 16.',
        "Give the newer one an id of its own. An id is never used twice, not even after its "
        "action retires: links and printed sheets still name it.",
    ),
    Fault(
        "url with a user",
        RESOURCES,
        "url: https://example.org/fund",
        "url: https://me@example.org/fund",
        "12:8",
        "unsafe-link",
        ('"https://me@example.org/fund" is not a whole web address that starts with https://.'),
        "Copy the address from the browser; it must start with https://.",
    ),
    Fault(
        "link broken by a space",
        REC,
        "(https://example.org/trial?a=1&b=2)",
        "(https://example.org/trial ?a=1&b=2)",
        "14:22",
        "broken-mark",
        "A link or a citation here is not complete, so it would be shown as typed.",
        (
            "Write [words](https://address) without spaces in the address, or "
            "[@source-id] for a citation."
        ),
    ),
    Fault(
        "citation broken",
        REC,
        "[@test-trial]",
        "[@ test-trial]",
        "14:60",
        "broken-mark",
        "A link or a citation here is not complete, so it would be shown as typed.",
        (
            "Write [words](https://address) without spaces in the address, or "
            "[@source-id] for a citation."
        ),
    ),
    Fault(
        "figure without source",
        REC,
        "why: People with no savings",
        "why: 40% of people with no savings",
        "69:10",
        "figure-without-source",
        '"40%" is a figure, and no source is cited for it.',
        "Add the source's id in this text: [@source-id].",
    ),
    Fault(
        "figure in a challenge",
        SECTOR,
        "Staff do not trust the system.",
        "Two out of three staff do not trust it.",
        "51:11",
        "figure-without-source",
        '"Two out of three" is a figure, and no source is cited for it.',
        "Add the source's id in this text: [@source-id].",
    ),
    Fault(
        "money",
        REC,
        "why: People with no savings",
        "why: People with £20 of savings",
        "69:22",
        "figure-without-source",
        '"£20" is a figure, and no source is cited for it.',
        "Add the source's id in this text: [@source-id].",
    ),
    Fault(
        "count",
        REC,
        "why: People with no savings",
        "why: 200 workers with no savings",
        "69:10",
        "figure-without-source",
        '"200 workers" is a figure, and no source is cited for it.',
        "Add the source's id in this text: [@source-id].",
    ),
    Fault(
        "placeholder",
        REC,
        "why: People with no savings",
        "why: TBC people with no savings",
        "69:10",
        "placeholder",
        '"TBC" looks like a placeholder that was left behind.',
        "Write the real words, or leave the field out.",
    ),
    Fault(
        "link to a page that is not there",
        REC,
        "[what the law says](/law/#pay-report)",
        "[what the law says](/laws/)",
        "34:35",
        "unknown-page",
        'The site has no page "/laws/".',
        'Did you mean "/law/"?',
    ),
    Fault(
        "link to an action that is not there",
        REC,
        "[what the law says](/law/#pay-report)",
        "[what the law says](/hospitality/culture/#hos-cul-03)",
        "34:35",
        "unknown-page",
        'There is no action "HOS-CUL-03" to link to.',
        'Did you mean "hos-cul-02"?',
    ),
    Fault(
        "link to a theme that is not there",
        THEME,
        "(/law/#equal-treatment)",
        "(/themes/cultur/)",
        "8:11",
        "unknown-page",
        'The site has no page "/themes/cultur/".',
        'Did you mean "/themes/culture/"?',
    ),
    Fault(
        "placeholder on a later line",
        REC,
        "Marks such as `code`",
        "Marks (tbc) such as `code`",
        "15:14",
        "placeholder",
        '"tbc" looks like a placeholder that was left behind.',
        "Write the real words, or leave the field out.",
    ),
    Fault(
        "link to no page of the site",
        THEME,
        "(/law/#equal-treatment)",
        "(/Law/#equal-treatment)",
        "8:3",
        "unsafe-link",
        (
            'The link "the law" goes to "/Law/#equal-treatment", which is not a web '
            "address we can show."
        ),
        (
            "Write a whole address that starts with https://, a mailto: address, or an "
            "address within the site such as /law/."
        ),
    ),
    Fault(
        "citation without an end",
        SECTOR,
        "too little. [@test-survey]",
        "too little [@test-survey",
        "50:53",
        "broken-mark",
        "A link or a citation here is not complete, so it would be shown as typed.",
        (
            "Write [words](https://address) without spaces in the address, or "
            "[@source-id] for a citation."
        ),
    ),
    Fault(
        "placeholder in a title",
        REC,
        "title: Show pay and hours in each advert",
        "title: Lorem ipsum",
        "68:12",
        "placeholder",
        '"Lorem" looks like a placeholder that was left behind.',
        "Write the real words, or leave the field out.",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_one_fault_gives_one_problem_word_for_word(toolkit_folder: Path, fault: Fault) -> None:
    """File, line, column, code, message and fix are those of the table; nothing else is told."""
    fault.make(toolkit_folder)
    assert told(toolkit_folder) == [fault.told]
