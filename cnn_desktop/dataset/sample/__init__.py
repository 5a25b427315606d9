"""The built-in sample: drawn photos."""
