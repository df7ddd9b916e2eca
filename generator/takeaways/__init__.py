"""Take-aways: a sheet becomes the bytes of one file format each."""
