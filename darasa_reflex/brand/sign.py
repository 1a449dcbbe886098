"""Signs on 32 by 32: ours, a voice in a speech bubble, and a letter for a brand that has none."""

from html import escape

BUBBLE = (
    "M9 3h14a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6h-8l-6.3 4.7A1 1 0 0 1 7 27.9v-4.2"
    "A6 6 0 0 1 3 18V9a6 6 0 0 1 6-6Z"
)
VOICE = (
    "M9 11a1.5 1.5 0 0 1 3 0v5a1.5 1.5 0 0 1-3 0Zm5.5-2.5a1.5 1.5 0 0 1 3 0v10"
    "a1.5 1.5 0 0 1-3 0ZM20 11a1.5 1.5 0 0 1 3 0v5a1.5 1.5 0 0 1-3 0Z"
)


def ours(ground: str, ink: str) -> str:
    """Return our sign as SVG, in two colours as CSS has them."""
    return _drawn(f'<path fill="{ground}" d="{BUBBLE}"/><path fill="{ink}" d="{VOICE}"/>')


def letter(name: str, ground: str, ink: str) -> str:
    """Return the first letter of a name as SVG, in two colours as CSS has them."""
    return _drawn(
        f'<rect width="32" height="32" rx="8" fill="{ground}"/>'
        '<text x="16" y="22.5" text-anchor="middle" font-family="sans-serif" font-size="18" '
        f'font-weight="700" fill="{ink}">{escape(first(name))}</text>'
    )


def first(name: str) -> str:
    """Return the letter that stands for a name."""
    return next((sign for sign in name if sign.isalnum()), name[:1]).upper()


def _drawn(inside: str) -> str:
    xmlns = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{xmlns}" viewBox="0 0 32 32" aria-hidden="true">{inside}</svg>'
