"""One file for each verb of the command line, and the child process that does the window's jobs."""
