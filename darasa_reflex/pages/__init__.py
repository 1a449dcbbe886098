"""One file a page; folders by subject."""

import importlib
import pkgutil

MODULES = tuple(
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(__path__, f"{__name__}.")
    if not module.ispkg
)
