"""Connects each tab to the session. A tab shows plain data and tells intentions; everything between the two is here."""
