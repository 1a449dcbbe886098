"""Files that lie beside a component and are for the browser."""

from pathlib import Path

# `rx.asset` is these two behind a look at the whole call stack, to find out who calls. That look
# takes 50 ms a file when the app starts, and half a second under pytest.
from reflex.assets import AssetPathStr, _link_shared_asset, _versioned_asset_path
from reflex_base import constants
from reflex_base.environment import EnvironmentVariables


def shared(module: str, file: Path) -> AssetPathStr:
    """Return the address of a file that `rx.asset(…, shared=True)` would give, and link it there.

    Args:
        module: `__name__` of the component's module.
        file: Where the file lies.
    """
    external = constants.Dirs.EXTERNAL_APP_ASSETS
    folder = f"{external}/{module.replace('.', '/')}"
    if not EnvironmentVariables.REFLEX_BACKEND_ONLY.get():
        linked = Path.cwd() / constants.Dirs.APP_ASSETS / folder
        linked.mkdir(parents=True, exist_ok=True)
        _link_shared_asset(linked / file.name, file)
    return _versioned_asset_path(f"/{folder}/{file.name}", file)
