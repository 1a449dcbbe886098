"""`python -m darasa_reflex COMMAND`; `--help` lists the commands, docs say what they do."""

import argparse
import importlib
import sys
from pathlib import Path

from pydantic import ValidationError

from darasa_reflex.core.errors import DarasaError

# Commands without arguments: where each stands below `commands`.
_COMMANDS = {
    "run": ("serve", "run"),
    "dev": ("serve", "dev"),
    "build": ("build", "build"),
    "migrate": ("migrations", "migrate"),
    "ticket": ("ticket", "print_ticket"),
    "hume-config": ("hume_config", "publish"),
}


def main() -> int:
    """Run one command; return its exit code. Expected failures are one sentence."""
    parser = argparse.ArgumentParser(prog="darasa_reflex", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in _COMMANDS:
        commands.add_parser(name)
    commands.add_parser("score").add_argument("file", type=Path)
    commands.add_parser("set-password").add_argument("email")
    fetching = commands.add_parser("models")
    fetching.add_argument("keys", nargs="*", metavar="KEY")
    fetching.add_argument("--remove", metavar="KEY")
    fetching.add_argument("--set-up", action="store_true")
    given = parser.parse_args()
    try:
        return _run(given)
    except DarasaError as error:
        print(error.message, file=sys.stderr)  # noqa: T201
    except ValidationError as invalid:
        wrong = ", ".join(str(error["loc"][0]) for error in invalid.errors(include_input=False))
        print(f"These settings have a value they may not have: {wrong}.", file=sys.stderr)  # noqa: T201
    return 1


def _run(given: argparse.Namespace) -> int:
    # Imported late: each command pays only for what it uses.
    if given.command == "score":
        from darasa_reflex.commands import score  # noqa: PLC0415

        return score.score(given.file)
    if given.command == "set-password":
        from darasa_reflex.commands import password  # noqa: PLC0415

        return password.set_password(given.email)
    if given.command == "models":
        from darasa_reflex.commands import models  # noqa: PLC0415

        if given.set_up:
            return models.set_up()
        return models.remove(given.remove) if given.remove else models.fetch(given.keys)
    module, function = _COMMANDS[given.command]
    command = getattr(importlib.import_module(f"darasa_reflex.commands.{module}"), function)
    return command()


if __name__ == "__main__":
    sys.exit(main())
