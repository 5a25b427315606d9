"""CNN Desktop: a folder of photos in, an image classifier you can trust out."""

__version__ = "0.1.0"
