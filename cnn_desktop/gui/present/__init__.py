"""Presenters: pure functions from facts to what a tab shows. No widgets here."""
