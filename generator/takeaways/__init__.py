"""Take-aways: a sheet becomes the bytes of one file format each."""

FORMATS = ("pdf", "docx", "xlsx", "csv", "json")
"""What a take-away can be."""

AUTHOR = "The inclusive employer toolkits"
"""Who the properties of a file name."""


class TakeAwayError(ValueError):
    """A file that cannot be made; the message names it and says what to change."""
