from __future__ import annotations

from typing import TYPE_CHECKING

from builders import at, step
from voicecoach.model.plan import Cue, Lead, Phrase, Priority, Values
from voicecoach.model.workout import CueOverride, Settings
from voicecoach.source import Source
from voicecoach.wording import Words, load_pack, pack_of

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = Source("workout.md", "---\ncoach: friendly\n---\n")


def spoken(moment: str, values: Values, pack: object = None) -> list[str]:
    """The wordings of one cue, from long to short."""
    words = Words(pack or load_pack("friendly"), 1)  # type: ignore[arg-type]
    (worded,) = words.word([step(Cue(moment, Lead(), Priority.ESSENTIAL, values))])
    return [wording.text for wording in worded.cues[0].wordings]


def test_wordings_go_from_long_to_short() -> None:
    values: Values = {"duration": Phrase("seconds", {"seconds": 20}), "seconds": 20}
    assert spoken("rest", values, load_pack("minimal")) == [
        "Rest. 20 seconds.",
        "Rest.",
    ]


def test_forms_that_come_out_the_same_are_offered_once() -> None:
    assert spoken("next_again", {"exercise": "Squat"}) == ["Next: Squat.", "Squat."]


def test_a_number_of_one_takes_the_singular() -> None:
    values: Values = {"remaining": Phrase("minutes", {"minutes": 1}), "seconds": 60}
    assert spoken("remaining", values, load_pack("minimal")) == ["One minute left."]


def test_lists_are_joined_as_the_language_does() -> None:
    values: Values = {"section": "Core", "rounds": "", "moves": ("Plank", "Dead bug", "Crunch")}
    assert spoken("section", values)[0] == "Core. Plank, Dead bug and Crunch."


def test_a_missing_value_takes_its_part_with_it() -> None:
    assert spoken("section", {"section": "Core", "rounds": "", "moves": ()})[0] == "Core."


def test_the_longest_form_tells_what_it_fills() -> None:
    words = Words(load_pack("friendly"), 1)
    values: Values = {"exercise": "Squat", "position": "Stand tall.", "setup": "Stand.", "action": "Sit."}
    (worded,) = words.word([step(Cue("next", Lead(), Priority.ESSENTIAL, values))])
    assert worded.cues[0].wordings[0].tells == {"exercise", "position", "action"}


def test_own_words_stand_over_the_packs() -> None:
    override = CueOverride("halfway", "Half of it is yours.", at(2))
    pack, faults, _ = pack_of(Settings(cues=(override,)), SOURCE)
    assert (spoken("halfway", {}, pack), faults) == (["Half of it is yours."], ())


def test_an_empty_wording_is_silence() -> None:
    pack, _, _ = pack_of(Settings(cues=(CueOverride("halfway", "", at(2)),)), SOURCE)
    assert spoken("halfway", {}, pack) == []


def test_an_empty_list_is_silence() -> None:
    pack, _, _ = pack_of(Settings(cues=(CueOverride("halfway", [], at(2)),)), SOURCE)
    assert spoken("halfway", {}, pack) == []


def test_a_note_and_a_name_sound_an_earcon() -> None:
    pack, faults, _ = pack_of(Settings(cues=(CueOverride("halfway", "\u266a halfway", at(2)),)), SOURCE)
    (worded,) = Words(pack, 1).word([step(Cue("halfway", Lead(), Priority.TIMING))])
    assert (worded.cues[0].earcon, worded.cues[0].wordings, faults) == ("halfway", (), ())


def test_a_step_and_its_chapter_get_their_names() -> None:
    titles = {"exercise": "Lunge", "side": Phrase("left"), "set": "", "round": 2, "rounds": 3}
    named = step(heading=Phrase("title_work", titles), kind=step().kind)
    (worded,) = Words(load_pack("friendly"), 1).word([named])
    assert worded.chapter == "Lunge, left side, round 2 of 3"


def test_an_unknown_pack_is_told_at_its_place() -> None:
    pack, (fault,), _ = pack_of(Settings(coach="frindly", coach_span=at(2)), SOURCE)
    assert pack.name == "friendly"
    assert (fault.code, fault.message, fault.hint, fault.span) == (
        "unknown-pack",
        'no cue pack is called "frindly"',
        'did you mean "friendly"?',
        at(2),
    )


def test_every_fault_in_own_words_is_told() -> None:
    overrides = (CueOverride("halfwey", "Half.", at(3)), CueOverride("rest", "Rest {x}", at(4)))
    _, faults, _ = pack_of(Settings(cues=overrides), SOURCE)
    assert [(fault.code, fault.span) for fault in faults] == [("bad-cue", at(3)), ("bad-cue", at(4))]


def test_a_phrase_without_words_is_empty(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[phrases]\nreps = []\nname_rest = ""\n')
    pack, faults, _ = pack_of(Settings(coach="mine"), Source(str(tmp_path / "script.md"), ""))
    assert (Words(pack, 1).phrase(Phrase("reps", {"reps": 3})), faults) == ("", ())


def test_no_sound_stands_inside_other_words(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[phrases]\nreps = "\u266a tick"\n', "utf-8")
    _, (fault,), _ = pack_of(Settings(coach="mine"), Source(str(tmp_path / "script.md"), ""))
    assert fault.message == "a sound stands alone for a moment, not among words"


def test_a_cue_may_speak_of_what_its_step_knows_and_its_own_values_stand_over_that() -> None:
    cue = Cue("rest", Lead(), Priority.ESSENTIAL, {"duration": Phrase("seconds", {"seconds": 20})})
    pack, _, _ = pack_of(Settings(cues=(CueOverride("rest", "{duration}, then {next}.", at(2)),)), SOURCE)
    known: Values = {"next": "Squat", "duration": Phrase("minutes", {"minutes": 1})}
    assert [wording.text for wording in Words(pack, 1).cue(cue, known).wordings] == ["20 seconds, then Squat."]
