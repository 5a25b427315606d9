"""Starting and ending: the application, its error guard, notifications, the self-test."""
