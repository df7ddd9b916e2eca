"""Take-aways: a sheet becomes the bytes of one file format each."""

FORMATS = ("pdf", "docx", "xlsx", "csv", "json")
"""What a take-away can be."""
