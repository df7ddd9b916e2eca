"""One page of each kind of the real site, for tests that try many states."""

from __future__ import annotations

KINDS = {
    "home": "/",
    "hand-written": "/coaching/",
    "sector": "/hospitality/",
    "theme of a sector": "/hospitality/recruitment/",
    "audience": "/hospitality/for/micro/",
    "checklist": "/hospitality/checklist/",
    "theme across sectors": "/themes/recruitment/",
    "every action": "/actions/",
    "my plan": "/plan/",
    "open data": "/data/",
    "groups": "/groups/",
    "framework": "/frameworks/wres/",
    "law": "/law/",
    "resources": "/resources/",
    "evidence": "/evidence/",
    "not found": "/404.html",
}
WIDE, NARROW = 1280, 320
