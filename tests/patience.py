"""How long a test waits for what will happen: on any computer, however busy. Only a test that fails waits so long."""

from __future__ import annotations

PATIENCE = 60.0
"""Seconds. What takes longer hangs."""
