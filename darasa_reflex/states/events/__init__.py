"""Every event on its way to a handler: who sent it, what it holds, how it is refused.

addresses: Addresses of pages, where states lead to them.
call_events: Events of the voice room, checked: any browser can send anything.
door: How people come in, and how the sign-in of this tab stands.
errors: Where errors become words.
guard: The one guard: every event that Reflex can dispatch passes here before its handler runs.
incoming: What a tab may send: the size of its frames, and what its events carry.
languages: In which language an event is answered: as the page that sent it chose it.
refusals: How a refused event is answered: in the page that it loads, or as a toast.
screen: What a page shows while it loads, and when there is nothing it may show.
tabs: Tabs of browsers: how many a person may have open, and what is kept of closed ones.
toasts: What a person is told over the page, whatever it shows.
who: Who sent an event, and which thing it is about. Every handler asks first.
"""
