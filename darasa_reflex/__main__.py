"""`python -m darasa_reflex run | dev | build | migrate | ticket | hume-config | score FILE`."""

import argparse
import sys
from pathlib import Path

from pydantic import ValidationError

from darasa_reflex.core.errors import DarasaError


def main() -> int:
    """Run one command; return its exit code. Expected failures are one sentence."""
    parser = argparse.ArgumentParser(prog="darasa_reflex", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("run", "dev", "build", "migrate", "ticket", "hume-config"):
        commands.add_parser(name)
    commands.add_parser("score").add_argument("file", type=Path)
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
    if given.command == "hume-config":
        from darasa_reflex.commands import hume_config  # noqa: PLC0415

        return hume_config.publish()
    from darasa_reflex.commands import build, score, serve, ticket  # noqa: PLC0415

    match given.command:
        case "run":
            return serve.run()
        case "dev":
            return serve.dev()
        case "build":
            return build.build()
        case "migrate" | "ticket":
            return build.migrate() if given.command == "migrate" else ticket.print_ticket()
        case _:
            return score.score(given.file)


if __name__ == "__main__":
    sys.exit(main())
