"""The Evaluation step."""
