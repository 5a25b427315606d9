"""The window: PySide6 and pyqtgraph. Never imports torch, torchvision, timm, learning or the command line."""
