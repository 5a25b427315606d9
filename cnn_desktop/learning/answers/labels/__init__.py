"""Which labels are probably wrong: probabilities out of fold, confident learning, neighbours, one ranked list."""
