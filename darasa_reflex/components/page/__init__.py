"""What every page stands in: header, navigation, messages.

branded: What a brand brings to the built pages.
dialogs: Questions that are asked before something is gone.
frame: What surrounds every page.
headings: The h1 of a page, and its sections.
languages: Further languages of the pages: a catalogue each, and who chooses one.
lean: Pages without what no reader needs: style sheets, icons, the entry of scripts.
links: Links inside the app, and buttons.
notices: What a page shows when it has nothing to show, and messages.
theme: Icons, and the choice of light and dark.
toasts: Short messages over the page.
"""
