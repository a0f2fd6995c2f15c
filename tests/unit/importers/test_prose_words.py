"""The small questions that the reader of prose asks of words."""

from __future__ import annotations

import re
from functools import cache

import pytest

from unit.importers.knowledge import library
from voicecoach.importers.prose.amounts import amount_in, amount_of, amount_of_each
from voicecoach.importers.prose.chatter import begins_comments, is_chatter, is_furniture
from voicecoach.importers.prose.circuits import rests_in, rounds_in
from voicecoach.importers.prose.instructions import instructs, is_instruction, repeats_only, sentences
from voicecoach.importers.prose.labels import Role, label_of
from voicecoach.importers.prose.matcher import Matcher
from voicecoach.importers.prose.names import introduced, named
from voicecoach.importers.prose.points import point
from voicecoach.importers.prose.shortening import brief, long_setup, plain_words, short_action, short_setup
from voicecoach.importers.prose.sides import neutral, sided
from voicecoach.importers.prose.sorting import told_of
from voicecoach.importers.prose.tells import told_by
from voicecoach.importers.prose.variations import variations_in
from voicecoach.importers.prose.vocabulary import table
from voicecoach.model.workout import MostReps, Reps, Timed


@cache
def matcher() -> Matcher:
    return Matcher(library())


@pytest.mark.parametrize(
    ("text", "role", "rest"),
    [
        ("Starting position: Lie down.", Role.SETUP, "Lie down."),
        ("SET UP - Lie down.", Role.SETUP, "Lie down."),
        ("Get set", Role.SETUP, ""),
        ("How to do it:", Role.ACTION, ""),
        ("How to do a proper glute bridge: Lift.", Role.ACTION, "Lift."),
        ("Step 2: Lift.", Role.ACTION, "Lift."),
        ("Instructions", Role.ACTION, ""),
        ("Variations: Hop.", Role.VARIATION, "Hop."),
        ("Make it easier: Sit.", Role.EASIER, "Sit."),
        ("Too easy? Hop.", Role.HARDER, "Hop."),
        ("Repeat? No.", None, ""),
        ("Progression: Hop.", Role.HARDER, "Hop."),
        ("Tip: Stay tall.", Role.FORM, "Stay tall."),
        ("Common mistakes:", Role.MISTAKE, ""),
        ("Sets & Reps: 3 x 12", Role.AMOUNT, "3 x 12"),
        ("Muscles worked (mostly): abs", Role.MUSCLES, "abs"),
        ("Why it works: it does.", Role.OTHER, "it does."),
        ("Squat: lower.", None, ""),
        ("Lift your hips: they matter.", None, ""),
    ],
)
def test_labels(text: str, role: Role | None, rest: str) -> None:
    found = label_of(text)
    assert (found.role if found else None, found.rest if found else "") == (role, rest)


def test_a_label_in_bold_needs_no_colon() -> None:
    found = label_of("Starting position Lie down.", "Starting position")
    assert found is not None
    assert (found.role, found.rest) == (Role.SETUP, "Lie down.")


@pytest.mark.parametrize(
    ("text", "names", "amount"),
    [
        ("Squats", ("Squat",), ""),
        ("1. Glute Bridges", ("Glute bridge",), ""),
        ("Exercise 2: Side Lunge", ("Side lunge",), ""),
        ("EXERCISE THREE - BIRD DOG", ("Bird dog",), ""),
        ("A1) Goblet Squat", ("Goblet squat",), ""),
        ("How to Do a Push-Up", ("Push-up",), ""),
        ("Double and Single Leg Bridges", ("Double-leg bridge", "Single-leg bridge"), ""),
        ("Forward & Reverse Lunges", ("Forward lunge", "Reverse lunge"), ""),
        ("Squats x 20", ("Squat",), "20"),
        ("Squats - 3 sets of 12", ("Squat",), "3 sets of 12"),
        ("Plank (30 seconds)", ("Plank",), "30 seconds"),
        ("20 walking lunges", ("Walking lunge",), "20"),
        ("30 second plank", ("Plank",), "30 second"),
        ("20 walking lunges, alternating between each leg", ("Walking lunge",), "20, alternating between each leg"),
        ("Bulgarian Split Squats", ("Bulgarian split squat",), ""),
        ("JUMPING JACKS!", ("Jumping jacks",), ""),
    ],
)
def test_names(text: str, names: tuple[str, ...], amount: str) -> None:
    found = named(text, library())
    assert found is not None
    assert (found.names, found.amount, found.sure) == (names, amount, True)


@pytest.mark.parametrize(
    "text",
    [
        "Why squats?",
        "My favorite workout",
        "Warm-up",
        "The workout",
        "Equipment",
        "Final thoughts",
        "Lower your hips and hold.",
        "Week 2",
        "",
        "---",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert named(text, library()) is None


def test_a_name_that_nobody_knows_is_not_sure() -> None:
    found = named("Grandma's Own", library())
    assert found is not None
    assert (found.names, found.sure) == (("Grandma's own",), False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("First up is the reverse lunge.", "reverse lunge"),
        ("And last, Grandma's own.", "Grandma's own"),
        ("Next, the good old hip hinge:", "hip hinge"),
        ("First, lower your hips, then stand.", ""),
        ("The reverse lunge is hard.", ""),
    ],
)
def test_sentences_that_introduce_an_exercise(text: str, name: str) -> None:
    assert introduced(text) == name


@pytest.mark.parametrize(
    ("text", "amount", "sets", "each"),
    [
        ("3 sets of 12", Reps(12), 3, False),
        ("3x12", Reps(12), 3, False),
        ("20 reps x 3 sets", Reps(20), 3, False),
        ("Three sets of fifteen", Reps(15), 3, False),
        ("2-3 sets of 10-15 reps", Reps(10), 2, False),
        ("12-15 reps", Reps(12), 1, False),
        ("30-45 seconds", Timed(30_000), 1, False),
        ("1:30", Timed(90_000), 1, False),
        ("a minute", Timed(60_000), 1, False),
        ("3 x 30 sec", Timed(30_000), 3, False),
        ("10 each side", Reps(10), 1, True),
        ("20, alternating legs", Reps(20), 1, False),
        ("max reps in 40s", MostReps(40_000), 1, False),
        ("to failure", MostReps(40_000, to_failure=True), 1, False),
        ("some", None, 1, False),
    ],
)
def test_amounts(text: str, amount: object, sets: int, each: bool) -> None:
    found = amount_of(text)
    assert (found.amount, found.sets, found.each) == (amount, sets, each)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Lower for 3 seconds. Repeat 10 times each side.", Reps(10)),
        ("Hold for 2 seconds at the top. Do 3 sets of 12.", Reps(12)),
        ("Hold for one full minute.", Timed(60_000)),
        ("Do as many as you can in 30 seconds.", MostReps(30_000)),
        ("Aim for about 90 degrees.", None),
        ("Stand with your feet 12 inches apart. Repeat.", None),
        ("This takes 5 minutes of your day.", None),
        ("Pause for 2 counts. Hold for 5 seconds.", None),
        ("Repeat the whole circuit 3 times.", None),
    ],
)
def test_amounts_in_descriptions(text: str, amount: object) -> None:
    assert amount_in(text).amount == amount


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Complete reps, then switch sides.", True),
        ("Repeat with the other leg.", True),
        ("Do 10 on each leg.", True),
        ("Hold a dumbbell in each hand.", False),
        ("Place both feet on the floor.", False),
        ("Alternate legs, 10 on each side.", False),
    ],
)
def test_sides(text: str, both: bool) -> None:
    assert sided(text) is both


@pytest.mark.parametrize(
    ("text", "rounds", "rests"),
    [
        ("Repeat the whole circuit 3 times.", 3, (0, 0)),
        ("Do three rounds, resting 60 seconds between rounds.", 3, (0, 60_000)),
        ("Go through the list twice.", 2, (0, 0)),
        ("Rest 30 seconds between exercises.", 0, (30_000, 0)),
        ("I did this three times last week.", 0, (0, 0)),
    ],
)
def test_rounds_and_rests(text: str, rounds: int, rests: tuple[int, int]) -> None:
    assert (rounds_in(text), rests_in(text)) == (rounds, rests)


def test_an_amount_for_every_exercise() -> None:
    assert amount_of_each(["I love these.", "Hold each stretch for 30 seconds."]).amount == Timed(30_000)


@pytest.mark.parametrize(
    "text",
    [
        "Erin said...",
        "7 comments",
        "Comments (4)",
        "Leave a reply",
        "Posted by Ana on May 3",
        "RoadWarrior77 wrote:",
        "View all 41 comments",
        "Old Bert says:",
        "Kim on 3 March 2019",
        "Related posts",
    ],
)
def test_comments_begin(text: str) -> None:
    assert begins_comments(text)


@pytest.mark.parametrize(
    "text", ["Squat", "My trainer said: lower.", "Tempo 3-1-1", "March on the spot", "Share the weight evenly"]
)
def test_what_is_no_comment_and_no_furniture(text: str) -> None:
    assert not begins_comments(text)
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reply",
        "March 3, 2019 at 9:14 am",
        "12 Likes | 2 Comments",
        "Share | Tweet | Pin it",
        "by Noor A. | 5 min read",
        "ADVERTISEMENT",
    ],
)
def test_furniture_of_a_page(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize("text", ["What do you think?", "Use code LEGS20 for 20% off!", "Subscribe to my newsletter."])
def test_chatter(text: str) -> None:
    assert is_chatter(text)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Lower your hips.", True),
        ("Slowly lower the body.", True),
        ("With your feet apart, bend your knees.", True),
        ("Swing your arms, then stop.", True),
        ("You should keep your back straight.", True),
        ("I lowered my hips yesterday.", False),
        ("Lunges work your hips.", False),
        ("Bring some friends.", False),
    ],
)
def test_what_instructs(text: str, does: bool) -> None:
    assert instructs(text) is does


def test_a_paragraph_of_instructions_and_one_of_talk() -> None:
    assert is_instruction("Stand with your feet apart. Lower your hips. Repeat 10 times.")
    assert not is_instruction("We did squats with the bar on our shoulders. My knees hurt. Lower them, they said.")


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Repeat.", True),
        ("Repeat 10 times on each side.", True),
        ("Complete reps, then switch sides.", True),
        ("Rest 30 seconds.", True),
        ("Repeat by lowering your hips again and again.", False),
        ("Rest your head on the floor.", False),
    ],
)
def test_sentences_that_only_go_on(text: str, only: bool) -> None:
    assert repeats_only(text) is only


def test_sentences_end_where_sentences_end() -> None:
    assert sentences("Lower (slowly!) to approx. 90 degrees. Pause... Stand up.") == [
        "Lower (slowly!) to approx. 90 degrees.",
        "Pause...",
        "Stand up.",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Supine on the floor", "lie on your back on the floor"),
        ("Squeeze your buttox w/ a dumb bell", "Squeeze your glutes with a dumbbells"),
        ("It is sooooo BIG!!!", "It is so big!"),
        ("bent to 90\u00b0", "bent to 90 degrees"),
    ],
)
def test_plain_words(written: str, said: str) -> None:
    assert plain_words(written) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Standing with feet shoulder-width apart.", "Stand with feet shoulder-width apart."),
        ("Begin by lying on your back, knees bent.", "Lie on your back, knees bent."),
        ("Stand tall, make sure your feet are hip-width apart.", "Stand tall, feet hip-width apart."),
        (
            "Lie on your back on the floor, with your knees bent, feet flat on the floor, arms at your sides.",
            "Lie on your back on the floor, with your knees bent.",
        ),
        (
            "Stand an arm's length from a wall with your palms flat against it.",
            "Stand an arm's length from a wall with your palms flat.",
        ),
        ("", ""),
    ],
)
def test_a_short_set_up_has_twelve_words_and_is_a_sentence(text: str, short: str) -> None:
    assert short_setup(text) == short
    assert len(short.split()) <= 12


def test_a_long_action_is_cut_at_a_clause() -> None:
    told = short_action(
        "Step forward and lower your body until both knees are bent. Push through your front heel, bring the back foot "
        "forward to meet the other one, and step straight into the next lunge with the other leg."
    )
    assert len(told.split()) <= 30
    assert told.startswith("Step forward and lower your body until both knees are bent. Push through your front heel")
    assert not re.search(r"\b(?:and|the|with|to)\.$", told)


def test_a_long_set_up_stays_in_sentences() -> None:
    assert long_setup("standing tall. Now hold the bar") == "Stand tall. Hold the bar."


def test_no_cut_sentence_ends_in_a_word_that_wants_another() -> None:
    assert (
        brief("Put your hands on the edge of the very old chair that my aunt had", 6) == "Put your hands on the edge."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Make sure the weight of your body is in your heels (so you don't fall), and go low.",
            "Keep the weight in your heels.",
        ),
        ("making sure legs are bent at 90 degrees", "Keep your legs bent at 90 degrees."),
        ("Avoid arching your back.", "No arching your back."),
        ("Try not to sag in the middle.", "Don't sag in the middle."),
        ("The elbows should be close to the torso.", "Keep the elbows close to the torso."),
        ("The weight of your front foot should be in the heel.", "Keep the weight in the heel."),
        ("Both feet are facing forward.", "Keep both feet facing forward."),
        ("Your arms will be tired.", ""),
        ("The palms of the hands should be facing your torso.", "Keep the palms facing your torso."),
        ("Breathe out as you perform this movement.", ""),
        ("Be sure to use a slow and controlled motion.", ""),
        ("The dip should not be excessive.", "The dip should not be excessive."),
        ("Your torso should remain upright.", "Keep your torso upright."),
        ("Keep your back flat during this portion of the movement.", ""),
        ("Your back is the star of this one.", "Your back is the star of this one."),
        ("Your knees should not drift inwards.", "Don't let your knees drift inwards."),
        ("This will be your starting position.", ""),
        ("Both knees, hips, and ankles turn red and purple and blue in the end.", ""),
        ("Hold for two seconds.", ""),
        ("I keep my knees straight.", ""),
    ],
)
def test_form_points(text: str, told: str) -> None:
    assert point(text) == told


def test_a_description_is_sorted() -> None:
    told = told_of(
        "", "Stand on one leg. Keep your feet together and open your knee. Close it slowly. Repeat 10 times."
    )
    assert told.position == "Stand on one leg."
    assert told.action == "Open your knee. Close it slowly."
    assert told.points == ("Keep your feet together.",)


def test_a_sentence_with_the_set_up_and_the_action_is_parted() -> None:
    told = told_of("", "Stand on one leg and draw your name in the air with the other foot. Keep your hips level.")
    assert (told.position, told.action) == ("Stand on one leg.", "Draw your name in the air with the other foot.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cross right leg over left thigh", "Cross one leg over the other thigh"),
        ("Step back with your right foot", "Step back with one foot"),
        ("Put your whole left foot on the stair", "Put one whole foot on the stair"),
        (
            "Let your knees fall to the right. Look to the left.",
            "Let your knees fall to one side. Look to the other side.",
        ),
        ("Turn right around", "Turn right around"),
        (
            "Lift your right knee out to the side and bring your right elbow down to it",
            "Lift one knee out to the side and bring the elbow on that side down to it",
        ),
        ("Lift your left leg. Lower the left leg", "Lift one leg. Lower that leg"),
        ("Bend your left knee, then lift the right heel", "Bend one knee, then lift the other heel"),
    ],
)
def test_words_that_fit_either_side(text: str, told: str) -> None:
    assert neutral(text) == told


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("Stand on your right leg.", "Stand on one leg."),
        ("Reach your left leg behind you.", "Reach the other leg behind you."),
        ("Squeeze your right glute.", "Squeeze the glute on that side."),
        ("Straighten your right leg.", "Straighten that leg."),
    ],
)
def test_a_part_of_a_description_knows_which_side_came_first(part: str, told: str) -> None:
    whole = (
        "Stand on your right leg. Reach your left leg behind you. Squeeze your right glute. Straighten your right leg."
    )
    assert neutral(part, whole) == told


@pytest.mark.parametrize(
    ("text", "base", "names"),
    [
        (
            "Try this on a single leg, add hand weights, or a dumb bell for a challenge.",
            "Squat",
            ["Single-leg squat", "Weighted squat"],
        ),
        (
            "Add weight, put either back or front leg on elevated surface, do walking lunges, etc.",
            "Lunge",
            ["Weighted lunge", "Rear-foot-elevated lunge", "Front-foot-elevated lunge", "Walking lunge"],
        ),
        ("Drop to your knees if that's too tough.", "Push-up", ["Kneeling push-up"]),
        ("Hold a kettlebell, or use a resistance band.", "Squat", ["Weighted squat", "Banded squat"]),
        ("Jump up explosively at the end.", "Squat", ["Jumping squat"]),
        ("Repeat on the other side.", "Lunge", []),
        ("Enjoy it in the park.", "Squat", []),
    ],
)
def test_variations(text: str, base: str, names: list[str]) -> None:
    assert [each.name for each in variations_in(text, base, library())] == names


def test_a_variation_in_the_posts_own_words() -> None:
    text = "Try single legs. Cross right leg over left thigh, or extend right leg out straight. Then switch sides."
    (variation,) = variations_in(text, "Double-leg bridge", library())
    assert variation.how == "Cross one leg over the other thigh, or extend one leg out straight."
    assert variation.sided


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lie on your back with your knees bent. Squeeze and lift your hips towards the ceiling.", "Bridge"),
        ("Stand with feet apart. Move the hips back as if sitting in a chair, then stand.", "Squat"),
        ("Take a big step backwards (or forward) and lower until both knees are bent.", "Lunge"),
        ("On your elbows and toes with your body in a straight line. Hold still.", "Plank"),
        (
            "Hands under your shoulders, on your toes. Bend your elbows and lower your chest, then push back up.",
            "Push-up",
        ),
        ("Get on all fours. Reach one arm forward and the opposite leg back. Hold.", "Bird dog"),
        ("On hands and knees, round your back like a cat, then let your belly sink.", "Cat-cow"),
        ("Lie on your side, knees bent. Keep the feet together and open the top knee.", "Clamshell"),
        ("Lie face down. Lift your arms, chest and legs off the floor.", "Superman"),
        ("I went to the shops and bought a lovely pair of trainers and then we had coffee.", None),
        ("", None),
    ],
)
def test_nameless_descriptions_are_known_by_their_words(text: str, name: str | None) -> None:
    assert matcher().best(text) == name


def test_the_library_knows_every_movement_with_tells() -> None:
    assert [row["name"] for row in table("tells")["tell"] if library().lookup(row["name"]) is None] == []


def test_the_tells_that_need_the_most_come_first() -> None:
    found = told_by("On all fours, extend one arm and the opposite leg back, knee straight, foot towards the ceiling.")
    needs = [len(tell.needs) for tell in found]
    assert found[0].name == "Bird dog"
    assert needs == sorted(needs, reverse=True)
