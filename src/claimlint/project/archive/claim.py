"""An output belongs to one run at a time: two would write over each other."""

from __future__ import annotations

import os
from time import monotonic, sleep

from claimlint.errors import ClaimlintError

PATIENCE = 5.0
"""Seconds to wait for another run: the processes of one that was killed take a moment to notice."""


class Claim:
    """Holds a file or folder for this run and the processes that it starts, until it is let go or they end, however
    that is. Does nothing on Windows, and on file systems without locks."""

    def __init__(self, path: str) -> None:
        """Raises ClaimlintError when another run has it, and OSError when it cannot be opened."""
        self._file = -1
        try:
            import fcntl
        except ImportError:
            return
        self._file = os.open(path, os.O_RDONLY)
        last = monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if monotonic() > last:
                    self.release()
                    raise ClaimlintError("is being written by another run", path=path) from None
                sleep(0.05)
            except OSError:
                return
            else:
                return

    def release(self) -> None:
        """Let it go."""
        if self._file >= 0:
            os.close(self._file)
        self._file = -1
