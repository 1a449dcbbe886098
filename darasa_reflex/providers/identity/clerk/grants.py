"""What the claims of a session token grant.

Rules: clerk/javascript, `authorization.ts` (read 2026-11).
"""

_SCOPES = frozenset({"u", "o", "uo", "ou"})


def features_of(claim: object) -> frozenset[str]:
    """Return the features a person has, by their own plan or that of their organisation.

    Args:
        claim: `fea` of a token: "u:one,o:another,uo:both". As in Clerk's own code, one part
            without a scope spoils all of them, and unknown scopes grant nothing.
    """
    if not isinstance(claim, str) or not claim:
        return frozenset()
    parts = [part.strip().partition(":") for part in claim.split(",")]
    if not all(colon for _, colon, _ in parts):
        return frozenset()
    return frozenset(slug for scope, _, slug in parts if scope in _SCOPES and slug)
