"""One file a page; folders by subject.

_coming: What is still on its way, as several pages show it.
_doors: The end of the header: who is there.
_frame: How a page is registered: address, title, layout, what it loads, its place in the menu.
doors: What stands before the app: landing, sign-in, onboarding, plans.
interview: Set-up, room and report of an interview, and all interviews of a job.
jobs: All jobs, one job, and the form that describes it.
practice: An answer given again, and progress.
questions: A person's own questions.
settings: Choices, consents, export and deletion.
"""

import importlib
import pkgutil

MODULES = tuple(
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(__path__, f"{__name__}.")
    if not module.ispkg
)
