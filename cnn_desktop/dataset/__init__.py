"""Reading, checking, splitting and storing photos: Pillow, numpy, SQLite. No torch, no Qt."""
