"""Networks, their weights, and where they can be cut."""
