"""A project on disk: store, schema, lock, runs, history, undo. No Qt, no torch."""
