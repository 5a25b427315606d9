"""The frozen program's first file."""

import sys

from cnn_desktop.__main__ import main

sys.exit(main())
