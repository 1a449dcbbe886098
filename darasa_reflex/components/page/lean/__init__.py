"""Pages without what no reader needs: style sheets, icons.

lean: What is left out of the built pages: all of Radix Themes that none of them uses.
lucide: Icons of the set that Reflex brings, as data.
"""
