"""CNN Desktop: a folder of photos in, an image classifier you can trust out."""

from cnn_desktop.domain.environment import be_quiet

__version__ = "0.1.0"

be_quiet()  # every process that may import a library that sends something imports this first
