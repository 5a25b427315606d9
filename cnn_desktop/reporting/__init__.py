"""A test report as a page, a table, a card. No Qt, no torch."""
