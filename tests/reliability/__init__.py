"""The torture of `make torture`: kills, flipped bits, hostile files, crafted pictures, silent children; each in real processes."""
