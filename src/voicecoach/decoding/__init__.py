"""Sound files to samples: the one room that knows their formats.

WAV, MP3, FLAC and Ogg Vorbis are read by miniaudio, without anything else on the machine. Whatever it does not know is
left to ffmpeg, where that is installed.
"""
