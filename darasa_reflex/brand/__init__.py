"""Under which name, sign and colours this server meets people.

brand: What the folder of DARASA_BRAND says, read once.
colours: A whole set of colours from one accent, each pair with enough contrast to be read.
sign: Our own sign, and a letter for a brand that has none.
"""
