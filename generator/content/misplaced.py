"""The sentences for files and folders that may not lie where they do."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.problems import Place, Problem


def link(place: Place) -> Problem:
    """A symbolic link, to a file or a folder."""
    return Problem(
        place,
        "symbolic-link",
        "This is a link to another place, and what lies there may not be ours to show.",
        "Put the file itself here, or delete the link.",
    )


def no_file(place: Place) -> Problem:
    """A pipe, a socket, a device."""
    return Problem(
        place,
        "cannot-open",
        "This is neither a file nor a folder.",
        "Delete it, or put a file in its place.",
    )


def wrong_name(place: Place) -> Problem:
    """A name that some disk cannot hold, or that an address cannot show."""
    return Problem(
        place,
        "bad-name",
        "Not every computer can hold a file or a folder of this name.",
        "Rename it: letters from A to Z without accents, digits, hyphens and points, no spaces, "
        "such as team-photo.jpg.",
    )


def windows_name(place: Place, name: str) -> Problem:
    """A name that Windows keeps for a device."""
    return Problem(
        place,
        "bad-name",
        f'Windows keeps the name "{name}" for itself, so nobody there could open this.',
        "Choose another name.",
    )


def twin(place: Place, other: str) -> Problem:
    """A name that differs from its neighbour's only by capital letters."""
    return Problem(
        place,
        "bad-name",
        f'This and "{other}" beside it are one and the same on Windows and on a Mac.',
        "Rename one of them, so that they differ by more than capital letters.",
    )


def stray(place: Place) -> Problem:
    """A YAML file too deep to be a sector's."""
    return Problem(
        place,
        "unexpected-file",
        "The toolkits do not know this file, so nothing of it would be shown.",
        "Move it into the folder of its sector, or remove it.",
    )


def own_folder(place: Place, name: str) -> Problem:
    """A file in a folder that the site makes itself."""
    return Problem(
        place,
        "reserved-name",
        f'The site makes the folder "{name}" itself; a file here could hide one of its own.',
        "Put it in another folder, such as toolkits/pictures.",
    )


def wrong_kind(place: Place, ending: str, kinds: Iterable[str]) -> Problem:
    """A file of a kind that a browser might run, or that nobody has looked into."""
    what = f'of the kind "{ending}"' if ending else "without an ending"
    return Problem(
        place,
        "wrong-kind",
        f"A file {what} may not lie here: it would be published as it is.",
        f"Save it as one of these kinds, or keep it elsewhere: {', '.join(kinds)}.",
    )


def pretended(place: Place, ending: str) -> Problem:
    """A file that is not what its name says."""
    return Problem(
        place,
        "wrong-kind",
        f'This file is named "{ending}", and what is in it is of another kind.',
        "Open it in a program for such files, and save it again as what its name says.",
    )


def too_large(place: Place, size: int, limit: int) -> Problem:
    """A picture or the like that takes too long on a phone."""
    return Problem(
        place,
        "file-too-large",
        f"This file has {size:,} bytes; the limit is {limit:,}.",
        "Save it smaller: readers open it on phones.",
    )


def too_deep(place: Place, limit: int) -> Problem:
    """Folders within folders beyond the limit."""
    return Problem(
        place,
        "too-deep",
        f"This lies more than {limit} folders deep; nothing in the toolkits does.",
        "Move it up.",
    )


def too_many(place: Place, limit: int) -> Problem:
    """More files than anybody could look after."""
    return Problem(
        place,
        "too-many-files",
        f"There are more than {limit:,} files and folders in toolkits/ and themes/.",
        "Move what is not content elsewhere.",
    )
