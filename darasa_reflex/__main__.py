"""`python -m darasa_reflex COMMAND`; `--help` lists the commands, docs say what they do."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from darasa_reflex.core.errors import DarasaError

Command = Callable[[argparse.Namespace], int]


def main() -> int:
    """Run one command; return its exit code. Expected failures are one sentence."""
    given = _parser().parse_args()
    try:
        return given.call(given)
    except DarasaError as error:
        print(error.message, file=sys.stderr)  # noqa: T201
    except ValidationError as invalid:
        wrong = ", ".join(str(error["loc"][0]) for error in invalid.errors(include_input=False))
        print(f"These settings have a value they may not have: {wrong}.", file=sys.stderr)  # noqa: T201
    except BrokenPipeError:  # whoever reads has read enough; what is still held must not fail, too
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="darasa_reflex", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def add(name: str, call: Command, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(call=call)
        return added

    add("run", _late("serve", "run"), "build what is needed, and serve")
    add("dev", _late("serve", "dev"), "serve, and take up every change")
    add("build", _late("build", "build"), "build the pages")
    add("migrate", _late("tables.migrations", "migrate"), "bring the database up to date")
    words = add("words", _late("words", "words", "languages"), "bring the catalogues up to date")
    words.add_argument("languages", nargs="*", metavar="LANGUAGE", help="one that has none yet")
    add("hume-config", _late("hume_config", "publish"), "make the configuration at Hume")
    scoring = add("score", _late("score", "score", "file"), "rate a transcript in a file")
    scoring.add_argument("file", type=Path)
    lost = add("set-password", _late("password", "set_password", "email"), "for who forgot theirs")
    lost.add_argument("email")
    fetching = add("models", _models, "fetch ears and voices, or remove one")
    fetching.add_argument("keys", nargs="*", metavar="KEY")
    fetching.add_argument("--remove", metavar="KEY")
    fetching.add_argument("--set-up", action="store_true")
    _add_own(add)
    return parser


def _add_own(add: Callable[[str, Command, str], argparse.ArgumentParser]) -> None:
    """Add the commands that act for a person."""
    ticket = add(
        "ticket",
        _late("ticket", "print_ticket", "job", "minutes", "email"),
        "print what opens a new interview, as JSON",
    )
    interviews = add(
        "interviews",
        _late("own_data", "print_interviews", "job", "email"),
        "list a person's interviews as JSON",
    )
    report = add(
        "report",
        _late("own_data", "print_report", "interview", "email"),
        "print the newest feedback on an interview as JSON",
    )
    export = add(
        "export",
        _late("own_data", "print_everything", "email"),
        "print everything of a person as JSON",
    )
    for one in (ticket, interviews, report, export):
        one.add_argument("--as", dest="email", metavar="EMAIL", help="whom it is for")
    for one in (ticket, interviews):
        one.add_argument("--job", default="", metavar="WORDS", help="words of the job")
    ticket.add_argument("--minutes", type=int, default=10)
    report.add_argument("interview", metavar="ID")


def _late(module: str, function: str, *options: str) -> Command:
    """Return a command that is imported when it runs: each pays only for what it uses."""

    def call(given: argparse.Namespace) -> int:
        command = getattr(importlib.import_module(f"darasa_reflex.commands.{module}"), function)
        return command(*(getattr(given, name) for name in options))

    return call


def _models(given: argparse.Namespace) -> int:
    from darasa_reflex.commands import models  # noqa: PLC0415

    if given.set_up:
        return models.set_up()
    return models.remove(given.remove) if given.remove else models.fetch(given.keys)


if __name__ == "__main__":
    sys.exit(main())
