"""``voicecoach share``: workouts to the phone, over the local network."""

from __future__ import annotations

import signal
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.options import choice_of, coach_options, sharables_argument, voice_options
from voicecoach.cli.progress import progress_bars
from voicecoach.cli.scripts import note, playable, show
from voicecoach.cli.wording import length_text, size_text
from voicecoach.errors import VoicecoachError
from voicecoach.sharing.addresses import FEED
from voicecoach.sharing.network import LOOPBACK, Place, lan_address, listen, new_token
from voicecoach.sharing.shelf import MEDIA_TYPES, open_shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from socket import socket
    from types import FrameType

    from voicecoach.pipeline import Choices, VoiceChoice
    from voicecoach.sharing.shelf import Item

__all__ = ["share_command"]

_PORT = 8734
_HIGHEST_PORT = 65_535
_INTERRUPTED = 130


@click.command("share")
@sharables_argument
@click.option("--lan", is_flag=True, help="Let other devices of the network in, by an address that cannot be guessed.")
@click.option("--address", default="", metavar="ADDRESS", help="This computer's address in the network; implies --lan.")
@click.option(
    "--port",
    type=click.IntRange(0, _HIGHEST_PORT),
    default=_PORT,
    show_default=True,
    help="Where to listen; 0 for any that is free.",
)
@coach_options
@voice_options
def share_command(  # noqa: PLR0913 - one for each option, as click hands them over
    *,
    listed: tuple[Path, ...],
    lan: bool,
    address: str,
    port: int,
    choices: Choices,
    engine: str,
    voice: str,
    pace: int | None,
) -> int:
    """Have the phone play, save and subscribe to workouts: sound files, or scripts, which are exported first.

    Prints the address of a page with a player, and with --lan a QR code of it. Nothing but what is listed can be
    reached. Goes on until Ctrl-C.
    """
    _check_installed()
    host = address or (lan_address() if lan else LOOPBACK)
    token = new_token() if lan or address else ""
    choice = choice_of(engine, voice, pace)
    with listen(host, port) as listener, _sounds(listed, choices, choice) as paths, open_shelf(paths) as items:
        return _serve(items, Place(host, listener.getsockname()[1], token), listener)


def _check_installed() -> None:
    """Tell before anything is exported that the server is missing."""
    try:
        import voicecoach.sharing.qr  # noqa: PLC0415 - an extra
        import voicecoach.sharing.server  # noqa: F401, PLC0415 - as above
    except ImportError as error:
        raise VoicecoachError(
            f"sharing needs a server, which is not there ({error}); install it with `pip install 'voicecoach[share]'`"
        ) from error


@contextmanager
def _sounds(listed: Sequence[Path], choices: Choices, choice: VoiceChoice) -> Iterator[list[Path]]:
    """The sound files of what is listed; those of scripts are gone in the end."""
    with tempfile.TemporaryDirectory(prefix="voicecoach-share-", ignore_cleanup_errors=True) as folder:
        yield [
            path if path.suffix.lower() in MEDIA_TYPES else _exported(path, Path(folder) / str(number), choices, choice)
            for number, path in enumerate(listed)
        ]


def _exported(path: Path, folder: Path, choices: Choices, choice: VoiceChoice) -> Path:
    """The MP3 file of a script."""
    script = playable(path, choices=choices)
    folder.mkdir()
    target = folder / f"{path.stem}.mp3"
    with pipeline.open_speaker(script, choice, note) as speaker, progress_bars() as progress:
        made = pipeline.export(script, target, speaker, progress, notify=note)
    show(made.diagnostics, script.sources)
    return target


def _serve(items: Sequence[Item], place: Place, listener: socket) -> int:
    """Tell where it is, and serve until somebody ends it."""
    from voicecoach.sharing.server import server_of  # noqa: PLC0415 - an extra

    server = server_of(items, place, lambda: _tell(items, place))
    try:
        with _closed_terminal_ends(server.handle_exit):
            server.run(sockets=[listener])
    except KeyboardInterrupt:
        click.echo("\nNo longer shared.", err=True)
    return _INTERRUPTED


@contextmanager
def _closed_terminal_ends(end: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Have SIGHUP end the server as its own signals do, and come again once everything is closed."""
    number = getattr(signal, "SIGHUP", None)
    if number is None or signal.getsignal(number) is signal.SIG_IGN:  # Windows has none, and nohup wants it ignored
        yield
        return
    asked = []

    def ask(came: int, frame: FrameType | None) -> None:
        asked.append(came)
        end(came, frame)

    before = signal.signal(number, ask)
    try:
        yield
    finally:
        signal.signal(number, before)
    if asked:
        signal.raise_signal(number)


def _tell(items: Sequence[Item], place: Place) -> None:
    """Print where everything is; a QR code only where somebody can see one."""
    for item in items:
        length = f"{length_text(item.tags.duration)}, " if item.tags.duration else ""
        click.echo(f"{item.tags.title} ({length}{size_text(item.size)})")
    if place.token and sys.stdout.isatty():
        from voicecoach.sharing.qr import qr_text  # noqa: PLC0415 - an extra

        click.echo(qr_text(place.address))
    click.echo(f"Page:    {place.address}")
    click.echo(f"Podcast: {place.address}{FEED}")
    where = "any device of this network that knows the address" if place.token else "this computer alone; see --lan"
    click.echo(f"For {where}. End with Ctrl-C.")
    sys.stdout.flush()  # whoever started this by a program waits for it
