"""Media keys, headsets and the panel of a Linux desktop, by MPRIS over D-Bus.

The interfaces are those of the MPRIS D-Bus Interface Specification 2.2 (specifications.freedesktop.org). A step is a
track of its own, so that "next" is the next step, and a panel shows how long it still lasts.
"""

# No `from __future__ import annotations`: dbus-fast reads the annotations to learn the types on the bus.
import asyncio
import os
import threading
import time
from collections.abc import Callable
from typing import Annotated, Any

from dbus_fast import DBusError, ErrorType, NameFlag, PropertyAccess, RequestNameReply, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.errors import DBusFastError
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from voicecoach.playback.player import Snapshot
from voicecoach.playback.remote import Shown, Steered
from voicecoach.playback.transport import LOUDEST, Command, Do
from voicecoach.units import MS_PER_SECOND, Ms

__all__ = ["BUS_NAME", "serve"]

BUS_NAME = "org.mpris.MediaPlayer2.voicecoach"
_PATH = "/org/mpris/MediaPlayer2"
_TRACKS = "/voicecoach/step/"
_NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"

_US_PER_MS = 1_000
_LOOK_SECONDS = 0.1
_SLIP: Ms = 500
"""So far a panel that goes on counting by itself may be off before it is told where we are."""

_READ = PropertyAccess.READ

_Strings = Annotated[list[str], DBusSignature("as")]


def serve(workout: Steered, show: Callable[[Snapshot], Shown], over: threading.Event) -> None:
    """As in :class:`voicecoach.playback.remote.Remote`; without a session bus it returns at once."""
    try:
        asyncio.run(_serve(workout, show, over))
    except (DBusFastError, OSError, EOFError, KeyError):  # there is no bus, or it went; KeyError: nor a HOME
        return


async def _serve(workout: Steered, show: Callable[[Snapshot], Shown], over: threading.Event) -> None:
    bus = await MessageBus().connect()
    try:
        player = _Player(workout, show)
        bus.export(_PATH, _Root(workout))
        bus.export(_PATH, player)
        taken = await bus.request_name(BUS_NAME, NameFlag.DO_NOT_QUEUE)
        if taken is not RequestNameReply.PRIMARY_OWNER:
            await bus.request_name(f"{BUS_NAME}.instance{os.getpid()}", NameFlag.DO_NOT_QUEUE)
        while bus.connected and not over.is_set():
            player.look(time.monotonic())
            await asyncio.sleep(_LOOK_SECONDS)
    finally:
        bus.disconnect()


class _Root(ServiceInterface):
    """``org.mpris.MediaPlayer2``: what the program is."""

    def __init__(self, workout: Steered) -> None:
        super().__init__("org.mpris.MediaPlayer2")
        self._workout = workout

    @dbus_method(name="Raise")
    def raise_(self) -> None:
        """Nothing: the terminal is not ours."""

    @dbus_method(name="Quit")
    def quit(self) -> None:
        self._workout.tell(Command(Do.STOP))

    @dbus_property(_READ, name="CanQuit")
    def can_quit(self) -> DBusBool:
        return True

    @dbus_property(_READ, name="CanRaise")
    def can_raise(self) -> DBusBool:
        return False

    @dbus_property(_READ, name="HasTrackList")
    def has_track_list(self) -> DBusBool:
        return False

    @dbus_property(_READ, name="Identity")
    def identity(self) -> DBusStr:
        return "voicecoach"

    @dbus_property(_READ, name="SupportedUriSchemes")
    def supported_uri_schemes(self) -> _Strings:
        return []

    @dbus_property(_READ, name="SupportedMimeTypes")
    def supported_mime_types(self) -> _Strings:
        return []


class _Player(ServiceInterface):
    """``org.mpris.MediaPlayer2.Player``: the workout.

    Args:
        workout: What is steered.
        show: What is shown of it.
    """

    def __init__(self, workout: Steered, show: Callable[[Snapshot], Shown]) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player")
        self._workout = workout
        self._show = show
        self._shown = self._now()
        self._told = self._properties(self._shown)
        self._position = self._shown.position
        self._since = time.monotonic()

    def look(self, clock: float) -> None:
        """Tell the bus what has changed since the last look; ``clock`` in seconds."""
        before, now = self._shown, self._now()
        expected = 0 if now.track != before.track else self._expected(clock)
        self._shown = now
        properties = self._properties(now)
        changed = {name: value for name, value in properties.items() if value != self._told[name]}
        if changed:
            self._told = properties
            self.emit_properties_changed(changed)
        slipped = abs(now.position - expected) > _SLIP
        if slipped:
            self.seeked(now.position * _US_PER_MS)
        if slipped or now.track != before.track or now.playing != before.playing:
            self._position, self._since = now.position, clock

    def _expected(self, clock: float) -> float:
        """Where a panel takes us to be that has been told nothing since, in ms from the start of the step."""
        gone = (clock - self._since) * MS_PER_SECOND if self._shown.playing else 0.0
        return self._position + gone

    def _now(self) -> Shown:
        return self._show(self._workout.snapshot())

    def _tell(self, do: Do, value: int = 0) -> None:
        self._workout.tell(Command(do, value))

    @staticmethod
    def _properties(now: Shown) -> dict[str, Any]:
        """What the bus is told of whenever it changes."""
        return {"PlaybackStatus": _status(now), "Metadata": _metadata(now), "Volume": now.volume / LOUDEST}

    @dbus_method(name="Next")
    def next(self) -> None:
        self._tell(Do.NEXT)

    @dbus_method(name="Previous")
    def previous(self) -> None:
        self._tell(Do.PREVIOUS)

    @dbus_method(name="Play")
    def play(self) -> None:
        self._tell(Do.PLAY)

    @dbus_method(name="Pause")
    def pause(self) -> None:
        self._tell(Do.PAUSE)

    @dbus_method(name="PlayPause")
    def play_pause(self) -> None:
        self._tell(Do.PLAY_PAUSE)

    @dbus_method(name="Stop")
    def stop(self) -> None:
        self._tell(Do.STOP)

    @dbus_method(name="Seek")
    def seek(self, offset: DBusInt64) -> None:
        """Behind the end of the step this is the next one, as the specification has it."""
        now = self._now()
        wanted = now.position + offset // _US_PER_MS
        if now.length and wanted > now.length:
            self._tell(Do.NEXT)
        else:
            self._tell(Do.SEEK, now.start + max(0, wanted))

    @dbus_method(name="SetPosition")
    def set_position(self, track: DBusObjectPath, position: DBusInt64) -> None:
        """A track that is over, or a position beyond it, means nothing, as the specification has it."""
        now = self._now()
        if track == _track(now) and 0 <= position <= now.length * _US_PER_MS:
            self._tell(Do.SEEK, now.start + position // _US_PER_MS)

    @dbus_method(name="OpenUri")
    def open_uri(self, uri: DBusStr) -> None:
        raise DBusError(ErrorType.NOT_SUPPORTED, f"voicecoach plays one workout, and cannot open {uri}")

    @dbus_signal(name="Seeked")
    def seeked(self, position: int) -> DBusInt64:
        return position

    @dbus_property(_READ, name="PlaybackStatus")
    def playback_status(self) -> DBusStr:
        return _status(self._now())

    @dbus_property(_READ, name="Metadata")
    def metadata(self) -> DBusDict:
        return _metadata(self._now())

    @dbus_property(_READ, name="Position")
    def position(self) -> DBusInt64:
        return self._now().position * _US_PER_MS

    @dbus_property(name="Volume")
    def volume(self) -> DBusDouble:
        return self._now().volume / LOUDEST

    @volume.setter  # type: ignore[no-redef]  # so are properties written
    def volume(self, value: DBusDouble) -> None:
        self._tell(Do.VOLUME, round(max(0.0, min(1.0, value)) * LOUDEST))

    @dbus_property(name="Rate")
    def rate(self) -> DBusDouble:
        return 1.0

    @rate.setter  # type: ignore[no-redef]  # as above
    def rate(self, value: DBusDouble) -> None:
        """Nothing: a second is a second."""

    @dbus_property(_READ, name="MinimumRate")
    def minimum_rate(self) -> DBusDouble:
        return 1.0

    @dbus_property(_READ, name="MaximumRate")
    def maximum_rate(self) -> DBusDouble:
        return 1.0

    @dbus_property(_READ, name="CanGoNext")
    def can_go_next(self) -> DBusBool:
        return True

    @dbus_property(_READ, name="CanGoPrevious")
    def can_go_previous(self) -> DBusBool:
        return True

    @dbus_property(_READ, name="CanPlay")
    def can_play(self) -> DBusBool:
        return True

    @dbus_property(_READ, name="CanPause")
    def can_pause(self) -> DBusBool:
        return True

    @dbus_property(_READ, name="CanSeek")
    def can_seek(self) -> DBusBool:
        return True

    @dbus_property(_READ, name="CanControl")
    def can_control(self) -> DBusBool:
        return True


def _status(now: Shown) -> str:
    if now.over:
        return "Stopped"
    return "Playing" if now.playing else "Paused"


def _track(now: Shown) -> str:
    return f"{_TRACKS}{now.track}" if now.track >= 0 else _NO_TRACK


def _metadata(now: Shown) -> dict[str, Variant]:
    known = {
        "mpris:trackid": Variant("o", _track(now)),
        "xesam:title": Variant("s", now.title),
        "xesam:artist": Variant("as", [now.artist]),
        "xesam:album": Variant("s", now.album),
        "xesam:trackNumber": Variant("i", now.track + 1),
    }
    return known | {"mpris:length": Variant("x", now.length * _US_PER_MS)} if now.length else known
