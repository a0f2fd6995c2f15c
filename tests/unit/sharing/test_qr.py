"""The QR code in a terminal."""

from __future__ import annotations

import segno

from voicecoach.sharing.qr import qr_text

ADDRESS = "http://192.168.178.101:8734/k7wq-m3fz-2hpd-x9ra/"
HALVES = {" ": (1, 1), "▀": (0, 1), "▄": (1, 0), "█": (0, 0)}


def test_its_squares_are_those_of_the_address() -> None:
    lines = [line.removeprefix("\x1b[97;40m").removesuffix("\x1b[0m") for line in qr_text(ADDRESS).splitlines()]
    rows = [[HALVES[letter][half] for letter in line] for line in lines for half in (0, 1)]
    wanted = [list(row) for row in segno.make(ADDRESS, error="l", micro=False).matrix_iter(border=4)]
    assert rows[: len(wanted)] == wanted


def test_it_fits_a_terminal() -> None:
    lines = qr_text(ADDRESS).splitlines()
    assert len(lines) <= 23
    assert all(len(line) - len("\x1b[97;40m\x1b[0m") <= 80 for line in lines)
