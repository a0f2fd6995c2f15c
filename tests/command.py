"""The command as a user meets it: exit code, output, errors."""

from __future__ import annotations

import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from voicecoach.cli import main

SCRIPTS = Path(__file__).parent.parent / "scripts"


@dataclass(frozen=True)
class Result:
    code: object
    out: str
    err: str


def voicecoach(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    out, err = StringIO(), StringIO()
    handler = signal.getsignal(signal.SIGTERM)
    code: object = None
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", ["voicecoach"]):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code
        finally:
            signal.signal(signal.SIGTERM, handler)
    return Result(code, out.getvalue(), err.getvalue())
