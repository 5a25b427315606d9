"""The Training step."""
