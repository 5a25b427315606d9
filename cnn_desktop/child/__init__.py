"""The process that does jobs for the window: streams, queue, and the one table from a job to its function."""
