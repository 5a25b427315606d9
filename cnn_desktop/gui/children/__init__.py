"""The window's child processes, and questions to them."""
