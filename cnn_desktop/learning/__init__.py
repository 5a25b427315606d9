"""Models, the training loop, evaluation and prediction: torch. No Qt."""
