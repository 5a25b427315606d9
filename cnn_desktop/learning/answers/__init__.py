"""What a trained model answers: tests and predictions."""
