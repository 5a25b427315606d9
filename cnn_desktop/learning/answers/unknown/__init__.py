"""Which photos are like none that a model was trained with, and which of those a photo looks most like."""
