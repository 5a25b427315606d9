"""The Dataset step."""
