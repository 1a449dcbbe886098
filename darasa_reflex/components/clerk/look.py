"""The look of Clerk's components: the colours of assets/theme.css, which follow the theme.

https://clerk.com/docs/guides/customizing-clerk/appearance-prop/variables (read 2026-11).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_VARIABLES = {
    "colorPrimary": "var(--brand)",
    "colorPrimaryForeground": "var(--on-accent)",
    "colorDanger": "var(--danger)",
    "colorSuccess": "var(--good)",
    "colorWarning": "var(--warning)",
    "colorNeutral": "var(--text)",
    "colorForeground": "var(--text)",
    "colorMutedForeground": "var(--muted)",
    "colorMuted": "var(--ground)",
    "colorBackground": "var(--surface)",
    "colorInput": "var(--surface)",
    "colorInputForeground": "var(--text)",
    "colorRing": "var(--brand)",
    "colorModalBackdrop": "var(--veil)",
    "fontFamily": "var(--font)",
    "fontSize": "0.9375rem",
    "borderRadius": "8px",
}
# Cards lie flat on the page, and what is pressed is large enough for a thumb, as everywhere here.
_TALL = {"minHeight": "44px"}
_ELEMENTS = {
    "cardBox": {"boxShadow": "none", "border": "1px solid var(--hairline)"},
    "formButtonPrimary": _TALL,
    "formFieldInput": _TALL,
    "pricingTableCardFooterButton": _TALL,
    "socialButtonsBlockButton": _TALL,
    "footerActionLink": {"display": "inline-flex", "alignItems": "center", "minHeight": "24px"},
    "userButtonTrigger": {"width": "44px", "height": "44px", "justifyContent": "center"},
}

LOOK: Mapping[str, Any] = MappingProxyType(
    {"variables": _VARIABLES, "elements": _ELEMENTS, "options": {"shimmer": False}}
)
