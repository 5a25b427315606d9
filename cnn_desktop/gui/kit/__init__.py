"""Widgets that more than one step uses; theme, icons, words."""
