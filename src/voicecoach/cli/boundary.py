"""The one place where exceptions become messages and exit codes.

0 done, 1 something the user can fix, 2 wrong usage, 3 a bug of ours, 130 interrupted (143 for SIGTERM, 129 for a closed
terminal).
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import click

from voicecoach.cli.group import voicecoach
from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

__all__ = ["main"]

_FIXABLE = 1
_BUG = 3
_INTERRUPTED = 130
_SIGNALLED = 128
"""A shell's exit code for a signal is this and the signal's number."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit code; no traceback ever reaches the user."""
    with suppress(ValueError):  # only the main thread may set handlers
        signal.signal(signal.SIGTERM, _terminate)
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # Windows has none
            signal.signal(signal.SIGHUP, _terminate)  # and nohup wants it ignored
    sys.exit(_run(arguments))


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    """End like an interrupt, so that everything opened is closed and nothing half-written stays."""
    del frame
    raise SystemExit(_SIGNALLED + number)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = voicecoach.main(arguments, "voicecoach", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted: nothing was written.", err=True)
        return _INTERRUPTED
    except VoicecoachError as error:
        click.echo(f"error: {error}", err=True)
        return _FIXABLE
    except BrokenPipeError:
        _leave_pipe()
        return _FIXABLE
    except Exception as error:  # noqa: BLE001 - whatever is left is a bug, and the user gets one line of it
        return _report(error)
    return result if isinstance(result, int) else 0


def _leave_pipe() -> None:
    """Whoever read our output has gone: end quietly, as others do, whatever is still buffered."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(error: Exception) -> int:
    from voicecoach.cli.bugs import write_report  # noqa: PLC0415 - needed once, if ever

    place = write_report(error)
    told = f"error: this is a bug in voicecoach ({type(error).__name__}: {error})"
    click.echo(" ".join(told.split()) + (f"; details are in {place}" if place else ""), err=True)
    return _BUG
