"""Requests and their answers."""

from __future__ import annotations

import re
import secrets
from email.utils import formatdate
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse

from voicecoach.sharing.ranges import UNSATISFIABLE, wanted_range
from voicecoach.sharing.shelf import Item

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection

    from starlette.types import Receive, Scope, Send

    from voicecoach.sharing.table import Document, Table

__all__ = ["SharingApp"]

_CHUNK = 1 << 16
"""Bytes that are read at once: for each connection there are a few of these in memory."""

_PORT = re.compile(r":\d*$", re.ASCII)
_METHODS = ("GET", "HEAD")

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}


class SharingApp:
    """Answers what is in its table, and everything else with "not found"; an ASGI application.

    Args:
        table: What there is, by address.
        token: The first part of every address; empty for none.
        hosts: The names by which it may be called, in lower case; empty for any. A page of a stranger's, opened on this
            computer, could otherwise have its own name point here and read everything.
    """

    def __init__(self, table: Table, token: str, hosts: Collection[str] = ()) -> None:
        """Nothing is asked yet."""
        self._table = table
        self._token = token
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        response = self._answer(Request(scope))
        for name, value in _ALWAYS.items():
            response.headers[name] = value
        await response(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        address = self._address(request)
        if address is None or address not in self._table:
            return PlainTextResponse("There is nothing here.\n", 404)
        if request.method not in _METHODS:
            return PlainTextResponse("This can only be read.\n", 405, {"Allow": ", ".join(_METHODS)})
        if not address and not request.url.path.endswith("/"):
            return RedirectResponse(f"/{self._token}/")
        found = self._table[address]
        return _sound(found, request) if isinstance(found, Item) else _document(found)

    def _address(self, request: Request) -> str | None:
        """What is asked for, in the words of the table; None for those who may not ask."""
        path: str = request.scope["path"].removeprefix("/")
        if self._hosts and _PORT.sub("", request.headers.get("host", "")).lower() not in self._hosts:
            return None
        if not self._token:
            return path
        token, _, rest = path.partition("/")
        return rest if secrets.compare_digest(token.encode("utf-8", "replace"), self._token.encode()) else None


def _document(document: Document) -> Response:
    return Response(document.content, media_type=document.media_type)


def _sound(item: Item, request: Request) -> Response:
    """The file, or the part of it that is asked for."""
    changed = formatdate(item.changed, usegmt=True)
    headers = {"Accept-Ranges": "bytes", "ETag": item.tag, "Last-Modified": changed}
    part = _part(request, item, changed)
    if part is UNSATISFIABLE:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{item.size}"})
    status = 200
    if part is not None:
        status = 206
        headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{item.size}"
    wanted = range(item.size) if part is None else part
    headers["Content-Length"] = str(len(wanted))
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=item.media_type)
    return StreamingResponse(_chunks(item, wanted), status, headers, item.media_type)


def _part(request: Request, item: Item, changed: str) -> range | None:
    """The bytes that are asked for, unless they would continue an older file. Source: RFC 9110, section 13.1.5."""
    unchanged = request.headers.get("if-range", item.tag) in (item.tag, changed)
    if request.method != "GET" or not unchanged:
        return None
    return wanted_range(request.headers.get("range", ""), item.size)


async def _chunks(item: Item, wanted: range) -> AsyncIterator[bytes]:
    """The bytes of a file; fewer where it has become shorter, which ends the connection."""
    place = wanted.start
    while place < wanted.stop:
        chunk = await run_in_threadpool(item.read, place, min(_CHUNK, wanted.stop - place))
        if not chunk:
            return
        place += len(chunk)
        yield chunk
