"""The children of the window: processes, and the threads that read them."""
