"""A command group that imports a command's module when the command is called, so that --help answers at once."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """Knows its commands by name.

    Args:
        told: Every command with its line in the list.
        prefix: What the names of its modules begin with: the command ``NAME`` is the function ``NAME_command`` of the
            module ``voicecoach.cli.PREFIXNAME``.
    """

    def __init__(self, *arguments: Any, told: Mapping[str, str], prefix: str = "", **others: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **others)
        self._told = told
        self._prefix = prefix

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: D102 - click's
        return sorted((*super().list_commands(ctx), *self._told))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: D102 - click's
        if cmd_name not in self._told:
            return super().get_command(ctx, cmd_name)
        module = f"{self._prefix}{cmd_name}"
        module = f"{module}_" if iskeyword(module) else module
        command: click.Command = getattr(import_module(f"voicecoach.cli.{module}"), f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: D102 - click's
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(self._told.items()))
