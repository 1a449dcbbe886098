"""How a page is registered: address, title, layout, what it loads, its place in the menu."""

from collections.abc import Callable, Sequence
from typing import Any

import reflex as rx

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.page.frame import frame
from darasa_reflex.components.words import Text
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._doors import corner
from darasa_reflex.states.set_up.plan import PlanState

Content = Callable[[], rx.Component]
Load = Any  # an event handler of a state, which Reflex's own types do not name

DESCRIPTION = _("Spoken mock interviews for the job you want, and feedback you can check.")
# Words and addresses of the menu, in the order in which the pages are found.
_menu: list[tuple[Text, str]] = []


def page(
    address: str,
    title: Text,
    *,
    on_load: Load | Sequence[Load] = (),
    menu: Text | None = None,
    clerk_in_main: bool = False,
    by_link: bool = False,
    description: Text = DESCRIPTION,
) -> Callable[[Content], Content]:
    """Register a function as the page at an address.

    The function returns what stands in `main`: a `title_bar`, which holds the one h1, and the rest.

    Args:
        address: Route, with ids as `[job_info_id]`.
        title: Of the browser's tab, without the name of the app.
        on_load: Events of the page's state that read what it shows.
        menu: Words of its entry in the menu. None: no entry.
        clerk_in_main: Whether it holds `in_clerk` itself, so that the header must not.
        by_link: Whether it is for whoever has a link: without a menu, and unknown to search
            engines.
        description: For search engines.
    """
    if menu is not None:
        _menu.append((menu, address))

    def register(content: Content) -> Content:
        def whole() -> rx.Component:
            if by_link:
                return frame(content(), (), rx.fragment(), languages=True)
            end = corner(clerk_in_main=clerk_in_main)
            # Whoever is signed in has it in Settings.
            return frame(content(), _menu, end, languages=not address.startswith("/app"))

        whole.__name__ = content.__name__
        loads = on_load if isinstance(on_load, Sequence) else (on_load,)
        rx.page(
            route=address,
            title=rx.Var.create(f"{title} · {brand().name}"),
            description=description,
            on_load=[*loads, *(() if by_link else (PlanState.load,))],
            meta=[{"name": "robots", "content": "noindex, nofollow"}] if by_link else [],
        )(whole)
        return content

    return register
