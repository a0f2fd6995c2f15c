from __future__ import annotations

import pytest

from voicecoach.importers.prose.chatter import begins_comments, is_chatter, is_furniture


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
