"""Darasa: mock interviews. From the top: pages, components and states; features; providers; core.

brand: Under which name, sign and colours this server meets people.
commands: What `python -m darasa_reflex` does: one file a command.
components: Parts of pages, in folders by the page that shows them. They hold no state.
core: What every layer may use and none owns: it knows nothing of interviews.
darasa_reflex: The app object: pages, guard, error handler, mounted routes. No logic.
endpoints: The network edge: sockets, webhooks, native posts, and what stands before them.
features: What Darasa does, in one folder a subject. They own the ports that providers fill.
pages: One file a page; folders by subject.
parts: Providers as casts, chosen by settings and put together; `wiring` gives them to services.
providers: One folder a port, in it one file or folder for each engine that fills it.
settings: What a deployment may change, read in one place.
states: Reflex state classes, in folders by the page they serve, and the guard of all events.
testing: Suites that check a provider against what its port promises.
wiring: Settings → providers → services. Nothing else builds objects.
"""
