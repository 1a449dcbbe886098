"""Every event on its way to a handler: who sent it, what it holds, how it is refused.

addresses: Addresses of pages, where states lead to them.
call_events: Events of the voice room, checked: any browser can send anything.
closed_tabs: What Reflex 0.10.1 keeps of tabs that are closed.
door: How people come in, and how the sign-in of this tab stands.
errors: Where errors become words.
frames: Messages of the event socket, looked at before Reflex 0.10.1 reads them.
guard: The one guard: every event that Reflex can dispatch passes here before its handler runs.
languages: In which language an event is answered: as the page that sent it chose it.
open_tabs: How many tabs people may have open on this server.
payloads: What a browser sends, checked: types are hints to Reflex, not checks.
refusals: How a refused event is answered: in the page that it loads, or as a toast.
screen: What a page shows while it loads, and when there is nothing it may show.
toasts: What a person is told over the page, whatever it shows.
who: Who sent an event, and which thing it is about. Every handler asks first.
"""
