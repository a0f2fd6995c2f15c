"""Waiting for a page that forbids what the browser's driver would do it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_PATIENCE_MS = 20_000


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true in the page; its policy lets nobody evaluate text in there."""
    page.evaluate(
        f"""new Promise((resolve, reject) => {{
          const end = performance.now() + {_PATIENCE_MS};
          const look = () => {{
            if ({condition}) resolve();
            else if (performance.now() > end) reject(new Error("never came true"));
            else setTimeout(look, 20);
          }};
          look();
        }})"""
    )
