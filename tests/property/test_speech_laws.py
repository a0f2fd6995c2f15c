"""Laws of the words that voices are given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.speech.normalize import normalize

WRITTEN = """a A x 1 10 1.5 . , - / * < ( [ ]( " ' & &amp; # ~ + ½ 1/2 1:30 3x s kg AM I' w/ www. É 加 💪 e.g. no. ea.
... — tempo set DB RDL AMRAP soooo GO <b> > $ % ° : ; II per min x12 _ ` |"""
PIECES = st.sampled_from([*WRITTEN.split(), "\n", "\0"])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=12).map(" ".join))


@given(TEXTS)
def test_normalizing_twice_changes_nothing(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(TEXTS, st.sampled_from(["de", "fr", "ru", "zh", "ja", "ar", "hi"]))
def test_normalizing_twice_changes_nothing_in_other_languages(text: str, language: str) -> None:
    once = normalize(text, language)
    assert normalize(once, language) == once


@given(TEXTS)
def test_english_is_left_with_letters_digits_and_stops(text: str) -> None:
    spoken = normalize(text)
    assert re.fullmatch(r"[^\W_]?|[^\W_](?:[^\W_]|[ .,?!'-])*", spoken), spoken
    assert "  " not in spoken


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=4))
def test_no_lexicon_stops_it(text: str, lexicon: dict[str, str]) -> None:
    assert isinstance(normalize(text, "en", lexicon), str)


@pytest.mark.parametrize(
    "piece", ["½", "1,", "3-", "1/2", "10 ", "1x", "ah", "(", "[a](", "<a", " \n", "'", "A/", "&amp;"]
)
def test_long_texts_take_their_length(piece: str) -> None:
    """A reading that looked ahead from every character would take minutes here."""
    assert len(normalize(piece * (10_000 // len(piece)))) < 2_000_000
