"""Looks whether the links that leave the site still lead somewhere, and writes what it found.

    python -m scripts.links SITE >REPORT

SITE is the built site. Each address is asked for once, at most one at a time from a host, with a
pause between. The exit code is 0 whatever was found: other people's sites block nobody's work.
"""

from __future__ import annotations

import os
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

PAUSE = 3.0  # seconds between two requests to a host
LONGEST_PAUSE = 60.0  # a host that asks for more patience than this is left alone
PATIENCE = 30.0  # seconds for an answer
TOGETHER = 8  # hosts
MOST_PAGES_NAMED = 3

GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
LASTING = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}

Pages = dict[str, set[str]]


@dataclass(frozen=True)
class Answer:
    """What a host said to one address."""

    address: str
    kind: str
    words: str


def main(words: list[str]) -> int:
    """Reads the site, asks, and prints the report."""
    links = links_of(Path(words[0]))
    print(report(ask_all(links), links))  # noqa: T201 # a script
    return 0


class _Links(HTMLParser):
    """The addresses of other hosts that a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes the address of a link."""
        address = dict(attrs).get("href") or ""
        if tag == "a" and address.startswith(("https://", "http://")):
            self.found.add(urldefrag(address).url)


def links_of(site: Path) -> Pages:
    """Every address that leaves the site, with the pages that link to it."""
    links: Pages = defaultdict(set)
    for file in sorted(site.rglob("*.html")):
        parser = _Links()
        parser.feed(file.read_text(encoding="utf-8"))
        for address in parser.found:
            links[address].add(file.relative_to(site).as_posix())
    return dict(links)


def ask_all(links: Pages) -> list[Answer]:
    """An answer for each address: several hosts at a time, each host one after the other."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in sorted(links):
        hosts[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(TOGETHER) as pool:
        return [answer for some in pool.map(_ask_host, hosts.values()) for answer in some]


def _ask_host(addresses: list[str]) -> list[Answer]:
    answers = []
    for number, address in enumerate(addresses):
        if number:
            time.sleep(PAUSE)
        answers.append(ask(address))
    return answers


def ask(address: str, *, again: bool = True) -> Answer:
    """What an address says. A host that is busy is asked once more, after the pause it names."""
    try:
        status, final = _status(address, "HEAD")
    except urllib.error.HTTPError as error:
        return _refused(address, error, again=again)
    except (urllib.error.URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return Answer(address, "broken", f"no answer: {reason}")
    if final:
        return Answer(address, "moved", f"leads to {final}")
    return Answer(address, "well", f"{status}")


def _refused(address: str, error: urllib.error.HTTPError, *, again: bool) -> Answer:
    if error.code in GONE:
        return Answer(address, "broken", f"{error.code} {error.reason}")
    if error.code in BUSY and again:
        asked = error.headers.get("Retry-After", "")
        pause = float(asked) if asked.isdigit() else PAUSE
        if pause <= LONGEST_PAUSE:
            time.sleep(pause)
            return ask(address, again=False)
    return Answer(address, "unknown", f"{error.code} {error.reason}")


class _Hops(urllib.request.HTTPRedirectHandler):
    """Follows redirections, and remembers whether all of them are meant to last."""

    lasting = True

    def redirect_request(self, *words: Any) -> urllib.request.Request | None:
        """Looks at the status: the third word, after the request and its answer."""
        self.lasting = self.lasting and words[2] in LASTING
        return super().redirect_request(*words)


def _status(address: str, method: str) -> tuple[int, str]:
    """The status, and the address that replaces this one for good, if any."""
    hops = _Hops()
    request = urllib.request.Request(  # noqa: S310 # links_of takes http and https alone
        address, method=method, headers={"User-Agent": _name(), "Accept": "*/*"}
    )
    try:
        with urllib.request.build_opener(hops).open(request, timeout=PATIENCE) as answer:
            moved = hops.lasting and _without_slash(answer.url) != _without_slash(address)
            return answer.status, answer.url if moved else ""
    except urllib.error.HTTPError as error:
        # Some hosts know only the full question; they say so in several ways.
        if method == "HEAD" and error.code not in BUSY:
            return _status(address, "GET")
        raise


def _name() -> str:
    """Who asks, and where to complain: the repository, when a workflow runs this."""
    where = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    place = f" (+{'/'.join(map(str, where))})" if all(where) else ""
    return f"inclusive-employer-toolkits-links/1{place}"


def _without_slash(address: str) -> str:
    return urldefrag(address).url.rstrip("/")


def report(answers: list[Answer], links: Pages) -> str:
    """What was found, in Markdown: what is broken first."""
    lines = [f"## Links to other sites\n\nAddresses asked for: {len(answers)}."]
    for kind, heading in (
        ("broken", "Broken: mend these"),
        ("moved", "Moved: look whether the new address says the same"),
        ("unknown", "Not known: these hosts turn programs away, so open them yourself"),
    ):
        some = [answer for answer in answers if answer.kind == kind]
        if some:
            lines.append(f"### {heading}\n\n" + "\n".join(_line(own, links) for own in some))
    if all(answer.kind == "well" for answer in answers):
        lines.append("All of them answered.")
    return "\n\n".join(lines)


def _line(answer: Answer, links: Pages) -> str:
    pages = sorted(links[answer.address])
    more = f" and {len(pages) - MOST_PAGES_NAMED} more" if len(pages) > MOST_PAGES_NAMED else ""
    named = ", ".join(pages[:MOST_PAGES_NAMED])
    return f"- `{answer.address}`: {answer.words}. On {named}{more}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
