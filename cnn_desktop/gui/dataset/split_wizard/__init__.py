"""The split wizard: what stays together, how large the parts are, and what that leads to."""
