"""Models, the training loop, evaluation and prediction (torch). No Qt. Heavy libraries are imported where needed."""

import os

from cnn_desktop.domain.environment import here
from cnn_desktop.domain.errors import no_current_folder
from cnn_desktop.learning.tuning import late_compiler

if not here():
    raise no_current_folder()  # else Intel's library, which comes with torch, ends the process with words of its own
# Must be set before torch is loaded. Threads of OpenMP that wait by spinning take the cores from the decoding threads,
# the window and other programs: with the cores shared, training was five times slower (2 cores: 11 against 54 photos/s).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
late_compiler.put_off()
