"""Cards that open by links: also by one that was followed before they were there."""

import reflex as rx

from darasa_reflex.components import scripts


class CardList(rx.Component):
    """A list of `details`. The one that the address leads into opens when the list appears.

    Links within the page need no script: browsers open what they lead into.
    """

    library = scripts.library(__file__, "card_list.jsx")
    tag = "CardList"


card_list = CardList.create
