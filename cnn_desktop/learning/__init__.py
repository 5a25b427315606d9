"""Models, the training loop, evaluation and prediction (torch). No Qt. Heavy libraries are imported where needed."""
