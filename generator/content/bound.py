"""Whom a law binds."""

from __future__ import annotations

from generator.content.model import Audience, Law


def binds(law: Law, audience: Audience) -> bool:
    """Whether a law binds organisations of this kind, or some of them."""
    if law.binds == "everyone":
        return True
    if isinstance(law.binds, int):
        most = audience.people.most if audience.people else None
        return most is None or most >= law.binds
    return audience.id in law.binds
