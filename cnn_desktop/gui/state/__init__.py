"""What is open, what runs, settings, curves, undo. The session is the door to it."""
