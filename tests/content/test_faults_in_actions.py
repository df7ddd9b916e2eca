"""What an editor can get wrong in actions, and in the toolkit as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.faults import CUL, REC, SOURCES, Fault, told

FAULTS = [
    Fault(
        "related to itself",
        CUL,
        "related: [HOS-CUL-01]",
        "related: [HOS-CUL-02]",
        "44:15",
        "related-to-itself",
        '"HOS-CUL-02" is this action itself.',
        "Delete it from this list.",
    ),
    Fault(
        "retired reference",
        CUL,
        "related: [HOS-CUL-01]",
        "related: [HOS-REC-03]",
        "44:15",
        "retired-reference",
        '"HOS-REC-03" is retired.',
        "Point to HOS-REC-01, which readers are sent on to.",
    ),
    Fault(
        "needs loop of two",
        CUL,
        "    law: [equal-treatment]\n",
        ("    law: [equal-treatment]\n    needs: [HOS-REC-01]\n"),
        "28:12",
        "needs-loop",
        "These actions need each other: HOS-CUL-01 → HOS-REC-01 → HOS-CUL-01.",
        "An action needs only what must come before it. Remove one of the links.",
    ),
    Fault(
        "needs itself",
        CUL,
        "    law: [equal-treatment]\n",
        ("    law: [equal-treatment]\n    needs: [HOS-CUL-01]\n"),
        "28:12",
        "needs-loop",
        "These actions need each other: HOS-CUL-01 → HOS-CUL-01.",
        "An action needs only what must come before it. Remove one of the links.",
    ),
    Fault(
        "evidence without sources",
        REC,
        "      sources: [test-trial, test-review]\n",
        "",
        "38:17",
        "evidence-without-source",
        'Evidence called "strong" needs the studies that show it.',
        'Add "sources: [source-id]" under evidence, or write "strength: practice".',
    ),
    Fault(
        "evidence with no sources in list",
        REC,
        "      sources: [test-trial, test-review]\n",
        "      sources: []\n",
        "38:17",
        "evidence-without-source",
        'Evidence called "strong" needs the studies that show it.',
        'Add "sources: [source-id]" under evidence, or write "strength: practice".',
    ),
    Fault(
        "evidence sources as text",
        REC,
        "      sources: [test-trial, test-review]\n",
        "      sources: test-trial\n",
        "40:16",
        "wrong-type",
        '"sources" must be a list; here stands text.',
        (
            'Put it in square brackets: "sources: [test-trial]". Or start each item on a '
            'line of its own with "- ".'
        ),
    ),
    Fault(
        "lead not of the audience",
        REC,
        ("      micro:\n        priority: foundational\n        lead: owner-manager"),
        ("      micro:\n        priority: foundational\n        lead: board"),
        "24:15",
        "lead-not-here",
        '"board" is not among the leads of "micro" in sector.yml.',
        ("Choose from: owner-manager. Or add it to that list, if such organisations have one."),
    ),
    Fault(
        "source without address",
        SOURCES,
        "  no_url: A slide deck shown at a test meeting; it has no public address.\n",
        "",
        "24:3",
        "missing-field",
        "This source has no address.",
        'Add "url: https://…", or "no_url: …" with the reason why there is none.',
    ),
    Fault(
        "source with empty address",
        SOURCES,
        "url: https://example.org/act",
        "url:",
        "30:3",
        "missing-field",
        "This source has no address.",
        'Add "url: https://…", or "no_url: …" with the reason why there is none.',
    ),
    Fault(
        "retired without reason",
        REC,
        (
            "    reason: It slowed hiring and told nothing about the person.\n"
            "    replaced_by: [HOS-REC-01]\n"
        ),
        "",
        "88:13",
        "retired-without-reason",
        "A retired action must say where readers should go now.",
        'Add "replaced_by: [id]", or "reason: …" in one sentence.',
    ),
    Fault(
        "retired with empty reason",
        REC,
        (
            "    reason: It slowed hiring and told nothing about the person.\n"
            "    replaced_by: [HOS-REC-01]\n"
        ),
        "    reason:\n",
        "88:13",
        "retired-without-reason",
        "A retired action must say where readers should go now.",
        'Add "replaced_by: [id]", or "reason: …" in one sentence.',
    ),
    Fault(
        "audience without foundational",
        CUL,
        "      micro: {priority: foundational, lead: owner-manager}",
        "      micro: {priority: enhanced, lead: owner-manager}",
        "toolkits/hospitality/sector.yml:9:9",
        "audience-without-start",
        '"Micro-enterprises" has no foundational action in the theme culture.',
        "Mark at least one action of culture.yml as foundational for micro.",
    ),
    Fault(
        "source never cited",
        REC,
        (
            "    examples:\n"
            "      - who: Test café\n"
            "        what: It scores every interview, and says so in its adverts.\n"
            "        source: test-slides\n"
        ),
        "",
        "toolkits/sources.yml:24:7",
        "never-cited",
        'Nothing cites the source "test-slides".',
        "Cite it where it is used, as [@test-slides], or delete the entry.",
    ),
    Fault(
        "resource never named",
        REC,
        "    resources: [test-fund]\n",
        "",
        "toolkits/resources.yml:8:7",
        "never-cited",
        'No action names the resource "test-fund".',
        "Add it to the resources of the actions it helps with, or delete the entry.",
    ),
    Fault(
        "repeated action",
        CUL,
        (
            "    title: Hold a meeting about rotas\n"
            "    why: Late shifts fall on the same people when nobody looks at the whole "
            "rota.\n"
            "    steps:\n"
            "      - Look at three months of rotas together.\n"
        ),
        (
            "    title: Name one person whom anyone can tell\n"
            "    why: A complaint that must go to the person complained about is never made.\n"
            "    steps:\n"
            "      - Choose someone who writes no rotas.\n"
        ),
        "29:12",
        "repeated-action",
        "HOS-CUL-02 repeats HOS-CUL-01: they share 100% of their four-word runs.",
        (
            "Write it for this sector's own jobs and places, or retire one of the two. "
            "What is the same everywhere belongs in law, resources or words to copy."
        ),
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_one_fault_gives_one_problem_word_for_word(toolkit_folder: Path, fault: Fault) -> None:
    """File, line, column, code, message and fix are those of the table; nothing else is told."""
    fault.make(toolkit_folder)
    assert told(toolkit_folder) == [fault.told]
