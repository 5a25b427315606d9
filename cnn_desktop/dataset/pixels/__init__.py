"""Decoded photos: kept, augmented, brought in batches."""
