"""XML of strangers as a tree that knows its lines; the only module that knows the XML library.

Entities, document types and external references are refused, and the depth is bounded, so that no file can make the
program swell or reach out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.sax.xmlreader import AttributesImpl, Locator

    from voicecoach.source import Source

__all__ = ["Element", "tree_of"]

_DEEPEST = 40
_MOST_ELEMENTS = 50_000
"""Elements within one another, and in all: far more than any workout has."""

_ENCODING = re.compile(r"""(<\?xml[^>]{0,200}?)\sencoding=(?:"[^"]{0,50}"|'[^']{0,50}')""")
"""What a declaration says of bytes that have become characters since."""

_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_STRAY = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)(?P<name>[A-Za-z][A-Za-z0-9]{1,30};)?"
)


@dataclass(slots=True)
class Element:
    """An element of XML.

    Attributes:
        tag: Its name in lower case.
        written: Its name as it was written.
        attributes: Their values by their names in lower case.
        line: Where it begins, from 1.
        children: The elements inside, in order.
        pieces: The text directly inside, as it came.
    """

    tag: str
    written: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly inside, trimmed."""
        return "".join(self.pieces).strip()

    def first(self, tag: str) -> Element | None:
        """The first child of a name, or None."""
        return next(self.all(tag), None)

    def all(self, *tags: str) -> Iterator[Element]:
        """The children of some names."""
        return (child for child in self.children if child.tag in tags)


def tree_of(source: Source) -> Element:
    """The root of an XML text. Ampersands that begin no entity, which hand-written files are full of, are mended.

    Raises:
        VoicecoachError: If it is no XML, or XML that may do harm.
    """
    bare = source.text.lstrip()
    skipped = source.text[: len(source.text) - len(bare)].count("\n")
    text = _with_whole_entities(_ENCODING.sub(r"\1", bare, count=1))
    builder = _Builder(skipped)
    try:
        parseString(text.encode(), builder, forbid_dtd=True)
    except SAXParseException as error:
        place = f"{source.name}:{(error.getLineNumber() or 1) + skipped}"
        raise VoicecoachError(f"{place}: this is not whole XML: {error.getMessage()}") from None
    except (SAXException, DefusedXmlException, _TooMuchError):
        message = "declares entities, or its elements have no end: such XML is not read"
        raise VoicecoachError(f"{source.name} {message}") from None
    except ValueError:
        raise VoicecoachError(f"{source.name} holds characters that no XML has; save it as UTF-8") from None
    if builder.root is None:
        raise VoicecoachError(f"{source.name} holds no XML")
    return builder.root


def _with_whole_entities(text: str) -> str:
    """A text whose ampersands all begin an entity; in CDATA they are what they are."""
    pieces = _CDATA.split(text)
    return "".join(piece if number % 2 else _STRAY.sub(_mended, piece) for number, piece in enumerate(pieces))


def _mended(match: re.Match[str]) -> str:
    """The character of an entity that only HTML knows, or the ampersand itself."""
    character = unescape(match[0]) if match["name"] else ""
    return character if character and character != match[0] else f"&amp;{match['name'] or ''}"


class _TooMuchError(Exception):
    """More elements, or deeper ones, than any workout has."""


class _Builder(ContentHandler):
    """Puts the tree together."""

    def __init__(self, skipped: int) -> None:
        super().__init__()
        self.root: Element | None = None
        self._skipped = skipped
        self._count = 0
        self._open: list[Element] = []
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the library's name
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the library's name
        line = (self._locator.getLineNumber() if self._locator else None) or 1
        attributes = {key.lower(): value for key, value in attrs.items()}
        element = Element(name.lower(), name, attributes, line + self._skipped)
        if self._open:
            self._open[-1].children.append(element)
        self.root = self.root or element
        self._open.append(element)
        self._count += 1
        if len(self._open) > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise _TooMuchError

    def endElement(self, name: str) -> None:  # noqa: N802 - the library's name
        del name
        self._open.pop()

    def characters(self, content: str) -> None:
        if self._open:
            self._open[-1].pieces.append(content)
