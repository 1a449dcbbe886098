"""Imports every page it finds, because a page that nobody imports is a silent 404."""

import importlib
import pkgutil

MODULES = tuple(
    importlib.import_module(f"{__name__}.{module.name}")
    for module in pkgutil.iter_modules(__path__)
)
