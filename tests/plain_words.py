"""Words as recognizers write them."""

from __future__ import annotations

import re

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def number_words(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f" {ONES[ones]}" if ones else "")


def plain(text: str) -> str:
    """A cue as the recognizer writes it: small letters, numbers as words, nothing else."""
    spelled = re.sub(r"\d+", lambda found: f" {number_words(int(found[0]))} ", text.replace(" kg", " kilos"))
    return " ".join(re.findall(r"[a-z']+", spelled.lower())).replace("half way", "halfway")
