"""The two sides of the body in a description: whether each of them works by itself, and words that fit either."""

from __future__ import annotations

import re

from voicecoach.importers.prose.vocabulary import any_of

__all__ = ["neutral", "sided"]

_ADJECTIVE = "(?:whole|entire|bent|straight|front|back|top|bottom|upper|lower)"
_PAIRS = tuple(
    re.compile(
        rf"\b(?:(?:your|the) )?(?P<how>{_ADJECTIVE} )?{first} (?P<one>\w+)(?P<between>[^.]{{0,60}}?)"
        rf"\b(?:your |the )?{second} (?P<other>\w+)",
        re.IGNORECASE,
    )
    for first, second in (("right", "left"), ("left", "right"))
)
_LIMB = re.compile(
    rf"\b(?:(?:your|the) )?(?P<how>{_ADJECTIVE} )?(?P<side>right|left) (?P<part>{any_of('variations', 'sided')})\b",
    re.IGNORECASE,
)
_TO_SIDE = re.compile(
    rf"(?<=\bto )(?:the|your) (?P<side>right|left)\b(?! {any_of('variations', 'sided')})", re.IGNORECASE
)
_EACH = re.compile(rf"\b{any_of('amounts', 'sides')}(?!\w)", re.IGNORECASE)
_BY_TURNS = re.compile(rf"\b{any_of('amounts', 'by_turns')}\b", re.IGNORECASE)
_ONE = re.compile(r"\bone \w+")
_ONE_OR_OTHER = re.compile(r"\b(?:one|other) \w+")


def sided(text: str) -> bool:
    """Whether a description is done first on one side and then on the other, and not by turns."""
    return _EACH.search(text) is not None and _BY_TURNS.search(text) is None


def neutral(text: str, whole: str = "") -> str:
    """Words that fit either side: "cross one leg over the other thigh" for "cross right leg over left thigh".

    Args:
        text: A part of a description.
        whole: All of it, which tells what was spoken of before; empty for the part alone.
    """
    told = text.strip()
    for pattern in _PAIRS:
        told = pattern.sub(_paired, told, count=1)
    told = _Sides(whole or text, text).without(told)
    first = _TO_SIDE.search(whole or text)
    near = "that side" if _ONE_OR_OTHER.search(told) else "one side"
    return _TO_SIDE.sub(lambda match: near if first and match["side"] == first["side"] else "the other side", told)


class _Sides:
    """Which side of the body is which in a description: the one that is named first is "one", or "that", side."""

    def __init__(self, whole: str, text: str) -> None:
        first = _LIMB.search(whole)
        before = whole[: max(whole.find(text.strip()), 0)]
        self._first = first["side"].lower() if first else ""
        self._named = [_sided_part(match) for match in _LIMB.finditer(before)]

    def without(self, text: str) -> str:
        """A text whose limbs have no side any more."""
        return _LIMB.sub(self._limb, text)

    def _limb(self, match: re.Match[str]) -> str:
        how, (side, part) = match["how"] or "", _sided_part(match)
        alone = not (self._named or _ONE.search(match.string[: match.start()]))
        again, paired = (side, part) in self._named, any(part == named for _, named in self._named)
        self._named.append((side, part))
        if alone:
            return f"one {how}{part}"
        if side == self._first:
            return f"that {how}{part}" if again else f"the {how}{part} on that side"
        return f"the other {how}{part}" if paired else f"the opposite {how}{part}"


def _sided_part(match: re.Match[str]) -> tuple[str, str]:
    return match["side"].lower(), match["part"].lower()


def _paired(match: re.Match[str]) -> str:
    return f"one {match['how'] or ''}{match['one']}{match['between']}the other {match['other']}"
