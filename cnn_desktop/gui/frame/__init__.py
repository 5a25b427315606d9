"""Window, rail, menus, message bar, drops, start page, preferences, tour."""
