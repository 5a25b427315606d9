"""What a trained network makes of one photo, and why it answers as it does."""
