"""The Model step."""
