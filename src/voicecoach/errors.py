"""What a user can mend, as opposed to a bug of ours."""

__all__ = ["VoicecoachError"]


class VoicecoachError(Exception):
    """Something the user can fix; its text is one clear message with the place and the remedy.

    Every other exception that reaches the command line is a bug of the program and is reported as one.
    """
