"""What a frozen trunk sees, computed once by the quickest engine."""
