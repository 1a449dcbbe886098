"""Any text for tests that hold for all there may be."""

from hypothesis import strategies as st

# All but halves of characters. By itself `st.text` tries of each of 1.1 million if UTF-8 has it:
# 2 to 3 s in every process of a fresh checkout.
_CHARACTERS = st.characters(exclude_categories=("Cs",))


def any_text(longest: int) -> st.SearchStrategy[str]:
    """Return texts of any characters, of so many at most."""
    return st.text(_CHARACTERS, max_size=longest)
