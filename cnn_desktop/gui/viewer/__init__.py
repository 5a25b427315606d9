"""The Viewer step."""
