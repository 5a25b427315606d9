"""Formats, Preprocess, folders and tables: from files to a scan."""
