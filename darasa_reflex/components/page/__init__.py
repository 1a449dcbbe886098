"""What every page stands in: header, navigation, messages.

branded: What a brand brings to the built pages.
dialogs: Questions that are asked before something is gone.
frame: What surrounds every page.
headings: The h1 of a page, and its sections.
language_choice: The choice of the language that pages are in; the browser keeps it.
languages: What further languages bring to the built pages: a catalogue each, and who chooses one.
lean: What is left out of the built pages: all of Radix Themes that none of them uses.
links: Links inside the app, and buttons.
lucide: Icons of the set that Reflex brings, as data.
notices: What a page shows when it has nothing to show, and messages.
theme: Icons, and the choice of light and dark.
toasts: Short messages over the page.
"""
