"""The names of languages that ID3 asks for: three letters of ISO 639-2, where BCP 47 uses two of ISO 639-1."""

from __future__ import annotations

from voicecoach.languages import primary

__all__ = ["alpha3"]

_PAIRS = """
    aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bhbih bibis bmbam
    bnben bobod brbre bsbos cacat ceche chcha cocos crcre csces cuchu cvchv cycym dadan dedeu dvdiv dzdzo eeewe
    elell eneng eoepo esspa etest eueus fafas ffful fifin fjfij fofao frfra fyfry gagle gdgla glglg gngrn guguj
    gvglv hahau heheb hihin hohmo hrhrv hthat huhun hyhye hzher iaina idind ieile igibo iiiii ikipk ioido isisl
    itita iuiku jajpn jvjav kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor krkau kskas kukur kvkom kwcor
    kykir lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal mnmon mrmar msmsa
    mtmlt mymya nanau nbnob ndnde nenep ngndo nlnld nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori ososs
    papan pipli plpol pspus ptpor quque rmroh rnrun roron rurus rwkin sasan scsrd sdsnd sesme sgsag sisin skslk
    slslv smsmo snsna sosom sqsqi srsrp ssssw stsot susun svswe swswa tatam tetel tgtgk ththa titir tktuk tltgl
    tntsn toton trtur tstso tttat twtwi tytah uguig ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid
    yoyor zazha zhzho zuzul
"""
"""Each word is a code of ISO 639-1 and, joined to it, that of ISO 639-2/T (source: the Library of Congress's list)."""

_ALPHA3 = {pair[:2]: pair[2:] for pair in _PAIRS.split()}


def alpha3(tag: str) -> str:
    """The three letters for the language of a BCP 47 tag, such as ``eng`` for ``en-GB``; empty where it has none."""
    language = primary(tag)
    return language if len(language) == 3 else _ALPHA3.get(language, "")  # noqa: PLR2004 - a code of three letters
