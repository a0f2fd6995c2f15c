"""The shared files as a podcast.

After "RSS 2.0 Specification" (rssboard.org), "A Podcaster's Guide to RSS" (Apple) and the namespace of Podcasting 2.0
(github.com/Podcastindex-org/podcast-namespace).
"""

from __future__ import annotations

import re
from email.utils import formatdate
from hashlib import sha256
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from voicecoach.sharing.addresses import FEED, chapters_address, cover_address, sound_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.sharing.shelf import Item

__all__ = ["feed"]

_TITLE = "Workouts"
_SUMMARY = "Workouts of voicecoach, from the computer that shares them; they can be fetched as long as it does."
_ATOM = "http://www.w3.org/2005/Atom"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_CHAPTERS_TYPE = "application/json+chapters"

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Source: "Extensible Markup Language (XML) 1.0", section 2.2."""


def feed(items: Sequence[Item], base: str) -> bytes:
    """The feed, as the bytes of its file.

    Args:
        items: What is shared, in the order in which it is shown.
        base: The address under which everything is, with its slash: podcast programs take no relative ones.
    """
    for prefix, name in (("atom", _ATOM), ("itunes", _ITUNES), ("podcast", _PODCAST)):
        ET.register_namespace(prefix, name)
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _add(channel, "title", _TITLE)
    _add(channel, "link", base)
    _add(channel, "description", _SUMMARY)
    _add(channel, "generator", "voicecoach")
    ET.SubElement(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=base + FEED)
    _add(channel, f"{{{_ITUNES}}}block", "Yes")  # not for any directory
    covered = next((item for item in items if item.tags.cover), None)
    if covered:
        ET.SubElement(channel, f"{{{_ITUNES}}}image", href=base + cover_address(covered))
    for item in items:
        _add_item(channel, item, base)
    rss_text: bytes = ET.tostring(rss, "utf-8", xml_declaration=True)
    return rss_text


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NO_XML.sub("", text)


def _add_item(channel: ET.Element, item: Item, base: str) -> None:
    """An episode."""
    told = ET.SubElement(channel, "item")
    address = base + sound_address(item)
    _add(told, "title", item.tags.title)
    _add(told, "description", item.tags.description or item.tags.title)
    _add(told, "pubDate", formatdate(item.changed, usegmt=True))
    _add(told, f"{{{_ITUNES}}}episode", str(item.number))
    ET.SubElement(told, "guid", isPermaLink="false").text = _identity(item)
    ET.SubElement(told, "enclosure", url=address, length=str(item.size), type=item.media_type)
    if item.seconds:
        _add(told, f"{{{_ITUNES}}}duration", str(round(item.seconds)))
    if item.tags.chapters:
        chapters = base + chapters_address(item)
        ET.SubElement(told, f"{{{_PODCAST}}}chapters", url=chapters, type=_CHAPTERS_TYPE)
    if item.tags.cover:
        ET.SubElement(told, f"{{{_ITUNES}}}image", href=base + cover_address(item))


def _identity(item: Item) -> str:
    """The same for the same file, whenever and at whatever address it is shared."""
    return sha256(f"{item.file_name} {item.tag}".encode()).hexdigest()
