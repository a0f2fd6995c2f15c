"""Which words for which moment: cue packs, their layers, and the choice among variants.

Everything the program can say stands in a pack; the code holds names of moments only.
"""

from voicecoach.wording.layers import load_pack, pack_of
from voicecoach.wording.pack import Pack
from voicecoach.wording.words import Words

__all__ = ["Pack", "Words", "load_pack", "pack_of"]
