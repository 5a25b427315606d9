"""The training, from the snapshot to the saved model."""
