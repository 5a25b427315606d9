"""Public data sets: their own file formats, read into photos."""
