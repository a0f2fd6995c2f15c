"""From a script to a workout that sounds now: the stages of an export, with a device at their end.

With :mod:`voicecoach.intake` and :mod:`voicecoach.pipeline` it is the assembly. The first step sounds while the rest is
still being spoken.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.mixing.mixer import Mixer
from voicecoach.model.plan import Cue, Lead, Phrase, Priority, Step, StepKind
from voicecoach.model.timeline import Bus
from voicecoach.model.workout import Music
from voicecoach.pipeline import first_wordings, outline, rough_length, worded
from voicecoach.planning import hushed
from voicecoach.planning.phrases import duration, side_of
from voicecoach.playback.beginning import THE_TOP, Beginning
from voicecoach.playback.driver import Driver
from voicecoach.playback.marks import resume_at
from voicecoach.playback.pacing import HastyLengths, Lengths, PatientLengths
from voicecoach.playback.player import Player
from voicecoach.playback.timeline import LiveTimeline
from voicecoach.playback.transport import LOUDEST
from voicecoach.rendering import Sounds
from voicecoach.scheduling import schedule
from voicecoach.sounds import Earcons
from voicecoach.stream import LIVE_RATE
from voicecoach.units import MS_PER_SECOND, frames_of
from voicecoach.wording import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from voicecoach.intake import Script
    from voicecoach.model.plan import Value, Values
    from voicecoach.model.timeline import PlacedStep
    from voicecoach.pipeline import LiveChoice
    from voicecoach.playback.ring import Ring
    from voicecoach.speech.speaker import Speaker
    from voicecoach.stream import Stream
    from voicecoach.units import Frames, Ms

__all__ = ["Placing", "assemble", "open_live"]

_FIRST_WORDS_SECONDS = 10.0
"""So long the first words may take, the voice's loading included; then it begins without them."""

_SILENCE_SECONDS = 5.0
"""Where nothing is timed, after the opening for one, the workout may so long be silent until the next words come."""

_IN_TIME_SECONDS = 1.0
"""Anywhere else a step is placed at least so long before it is written: no count-in and no end tone waits for words."""

_LAST_WORDS_SECONDS = 5.0
"""So long a sentence that is being spoken may take when the workout ends."""

_LOOK_SECONDS = 0.05


@contextmanager
def open_live(
    script: Script, speaker: Speaker, stream: Stream, choice: LiveChoice, notify: Callable[[str], None]
) -> Iterator[Driver]:
    """Play a workout.

    Args:
        script: Without an error.
        speaker: Who speaks.
        stream: On what; its device is closed at the end.
        choice: From where on, and how loud.
        notify: Is told one line when something out of the ordinary happens.

    Yields:
        What plays; it is closed at the end.

    Raises:
        VoicecoachError: If there is no such place to begin at.
    """
    if script.workout.settings.music != Music():
        notify("The music of this script is in exported files only; a live workout has none.")
    player, placing = assemble(script, speaker, choice.volume, stream.ring)
    driver = Driver(player, stream.open_device, notify)
    driver.open(stream.hand_over())
    try:
        placing.start(Beginning(choice.start, choice.at))
        player.begin_at(placing.begin())
        placing.begun()
        driver.start()
        yield driver
        placing.check()
    finally:
        driver.close()
        placing.close()


def assemble(
    script: Script, speaker: Speaker, volume: int = LOUDEST, ring: Ring | None = None
) -> tuple[Player, Placing]:
    """The player of a script, and what places its steps; neither has begun.

    Args:
        script: Without an error.
        speaker: Who speaks.
        volume: In percent.
        ring: What the device takes from; a new one by default.
    """
    earcons = Earcons(LIVE_RATE)
    sounds = Sounds(speaker, earcons, LIVE_RATE)
    lengths = Lengths(speaker.duration)
    timeline = LiveTimeline(LIVE_RATE)
    coach = _Coach(script, lengths)
    player = Player(timeline, lambda: Mixer(LIVE_RATE, 1, sounds, {}), coach, volume, ring)
    return player, Placing(script, timeline, speaker, lengths, earcons, player, coach)


class Placing:
    """Places the steps in a thread of its own, as soon as their words are spoken or may not be waited for longer."""

    def __init__(
        self,
        script: Script,
        timeline: LiveTimeline,
        speaker: Speaker,
        lengths: Lengths,
        earcons: Earcons,
        player: Player,
        coach: _Coach,
    ) -> None:
        self._script = script
        self._timeline = timeline
        self._speaker = speaker
        self._lengths = lengths
        self._earcons = earcons
        self._player = player
        self._coach = coach
        self._beginning = THE_TOP
        self._playing = False
        self._stopped = False
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="placing", daemon=True)

    def start(self, beginning: Beginning = THE_TOP) -> None:
        """Begin to place; nothing is spoken for steps before the one the workout begins in."""
        self._beginning = beginning
        self._thread.start()

    def begun(self) -> None:
        """From now on the workout plays: words can come too late."""
        self._playing = True

    def close(self) -> None:
        """Place no more."""
        self._stopped = True
        self._lengths.close(_LAST_WORDS_SECONDS)

    def begin(self) -> Frames:
        """The frame to begin at, waiting until it is placed.

        Raises:
            VoicecoachError: If there is no such place.
        """
        beginning = self._beginning
        if beginning == THE_TOP:
            return 0
        found = self._first()
        if found is None and beginning.at:
            return 0
        if found is None:
            raise VoicecoachError(
                f'there is no step "{beginning.place}"; write a time (4:30), the number of a step in `voicecoach '
                "plan`, or how its name begins"
            )
        number, frame = found
        return resume_at(self._timeline.marks[number], frame) if beginning.at else frame

    def _first(self) -> tuple[int, Frames] | None:
        """The first step that holds the beginning, and where; None when all steps are placed and none has it."""
        seen = 0
        while True:
            complete = self._timeline.complete
            for step in self._timeline.steps[seen : len(self._timeline.marks)]:
                seen += 1
                if (found := self._beginning.moment(step)) is not None:
                    return step.number, frames_of(found, LIVE_RATE)
            if complete:
                self.check()
                return None
            time.sleep(_LOOK_SECONDS)

    def check(self) -> None:
        """Raise what ended the thread, if anything did."""
        if self._failure is not None:
            raise self._failure

    def _leeway(self) -> float:
        """Seconds until the next step must be placed."""
        if self._stopped:
            return 0.0
        marks, idle = self._timeline.marks, self._player.ring.idle / LIVE_RATE
        if not self._playing:
            return _FIRST_WORDS_SECONDS
        if not len(marks):
            return _FIRST_WORDS_SECONDS - idle
        ahead = self._player.ahead / LIVE_RATE
        if marks[len(marks) - 1].kind is StepKind.SAY:
            return ahead + _SILENCE_SECONDS - idle
        return ahead - _IN_TIME_SECONDS

    def _run(self) -> None:
        try:
            self._place()
        except BaseException as error:  # noqa: BLE001 - it is raised where the end of the workout is awaited
            self._failure = error
        finally:
            self._timeline.finish()

    def _place(self) -> None:
        self._timeline.outline = outline(self._script)
        total = self._timeline.outline[-1].end
        needed = self._beginning.first_needed(self._timeline.outline)
        spoken = islice(worded(self._script, total), needed, None)
        self._lengths.soon(text for step in spoken for text in first_wordings(step))
        patient = PatientLengths(self._lengths, self._leeway)
        hasty = HastyLengths(self._speaker.duration, self._speaker.has, rough_length)

        def is_needed() -> bool:
            return len(self._timeline.marks) >= needed

        def length_of(text: str) -> Ms:
            return patient(text) if is_needed() else hasty(text)

        def onset_of(text: str) -> Ms:
            at_hand = length_of(text) and (is_needed() or text not in hasty.guessed)
            return self._speaker.onset(text) if at_hand else 0

        for placed in schedule(worded(self._script, total), length_of, self._earcons.duration, onset_of):
            if self._stopped:
                return
            if is_needed():
                self._coach.prepare(placed)
                self._timeline.add(_heard(placed, frozenset()))
            else:
                self._timeline.add(_heard(placed, hasty.guessed))
            patient.next_step()


def _heard(step: PlacedStep, unspoken: Collection[str]) -> PlacedStep:
    """A step without words that nobody has spoken, those of no length among them: the player must not ask for them."""
    said = (event for event in step.events if event.end > event.start)
    return replace(step, events=tuple(event for event in said if event.bus is Bus.EARCON or event.name not in unspoken))


class _Coach:
    """The words for what no timeline knows beforehand: where we are. Safe for several threads."""

    def __init__(self, script: Script, lengths: Lengths) -> None:
        self._words = Words(script.pack, script.seed)
        self._lengths = lengths
        settings = script.workout.settings
        self._talk = settings.talk
        self._known: Values = {"title": settings.title, "listener": settings.listener}
        self._lock = threading.Lock()
        self._chosen: dict[tuple[str, int, Ms], str] = {}

    def prepare(self, step: PlacedStep) -> None:
        """Have spoken what is said when the listener jumps to a step."""
        text = self.started(step) if step.kind is StepKind.WORK else ""
        if text:
            self._lengths.soon([text])

    def started(self, step: PlacedStep) -> str:
        """Which step begins."""
        length: Value = "" if step.hold else duration(step.end - step.start)
        amount = Phrase("reps", {"reps": step.reps}) if step.reps else length
        return self._of_step("jumped", step, step.start, {"amount": amount, "reps": step.reps or ""})

    def resumed(self, step: PlacedStep, left: Ms) -> str:
        """Which step goes on, and how long still; of repetitions, nobody knows how many are left."""
        if step.hold or step.reps:
            return self._of_step("resumed", step, 0, {})
        whole = max(1, round(left / MS_PER_SECOND))
        return self._of_step("resumed", step, whole, {"remaining": duration(left), "seconds": whole})

    def waiting(self) -> str:
        """That the workout waits for the listener."""
        return self._say("waiting", {})

    def length(self, text: str) -> Ms | None:
        """How long a text lasts, in ms; None while it is being spoken for the first time."""
        return self._lengths.at_hand(text)

    def _of_step(self, moment: str, step: PlacedStep, time: Ms, values: Values) -> str:
        """The same words whenever the same is asked: they may have been spoken ahead."""
        key = (moment, step.number, time)
        about: Values = {"exercise": step.name, "side": side_of(step.side), "section": step.section}
        if key not in self._chosen:
            self._chosen[key] = self._say(moment, about | values)
        return self._chosen[key]

    def _say(self, moment: str, values: Values) -> str:
        cue = Cue(moment, Lead(), Priority.ESSENTIAL, self._known | values)
        with self._lock:
            worded = self._words.word([Step(StepKind.SAY, Phrase("name_line"), cues=(cue,))])
            (worded_step,) = hushed(worded, self._talk)
        wordings = worded_step.cues[0].wordings
        return wordings[0].text if wordings else ""
