"""Runs first in the frozen program: its environment becomes that of the shell again.

PyInstaller's launcher sets LD_LIBRARY_PATH and `_PYI_…`. The system has read the former by now, so this process keeps the bundle's
libraries; but a browser or a file manager that is opened from here must not get them, and a child, which is the launcher again, has to
begin anew.
"""

import os

_shell_path = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _shell_path:
    os.environ["LD_LIBRARY_PATH"] = _shell_path
for _name in [_name for _name in os.environ if _name.startswith(("_PYI_", "_MEIPASS"))]:
    del os.environ[_name]
