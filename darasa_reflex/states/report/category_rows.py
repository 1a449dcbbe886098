"""From rated or counted categories to what the page shows of them."""

from collections.abc import Sequence

from darasa_reflex.components.report.report_rows import AnchorRow, CategoryRow
from darasa_reflex.features.feedback.found.steps import ORDER
from darasa_reflex.features.feedback.judging.rubric import BY_KEY, OVERALL
from darasa_reflex.features.feedback.report.report import CategoryResult

_TOP = 10
_ABOVE = "For the same reason as above."


def category_rows(results: Sequence[CategoryResult]) -> list[CategoryRow]:
    """Return categories in the order of the page; a reason that several share is told once."""
    seen: set[str] = set()
    rows: list[CategoryRow] = []
    for result in results:
        again = result.reason in seen and result.rating is None
        rows.append(category_row(result, _ABOVE if again else without_lead(result.reason)))
        seen.add(result.reason)
    return rows


def category_row(result: CategoryResult, reason: str = "") -> CategoryRow:
    """Return a category with its rating, its step, or a dash."""
    low, high = result.spread or (result.rating or 0, result.rating or 0)
    return CategoryRow(
        key=result.key,
        title="Overall" if result.key == OVERALL else result.title,
        question=result.question,
        rating="" if result.rating is None else f"{result.rating:g}",
        spread=f"{low:g} to {high:g}" if low != high else "",
        place=_share(result.rating or 0),
        low=_share(low),
        width=_share(high - low),
        unsure=result.unsure,
        reason=reason,
        found=(result.found or "").capitalize(),
        steps=[place < ORDER[result.found] for place in range(3)],
        anchors=_anchors(result),
    )


def without_lead(reason: str) -> str:
    """Return a reason without the words that the page says in another way."""
    for lead in ("Not enough evidence: ", "Not enough to tell: ", "Unsure: "):
        if reason.startswith(lead):
            rest = reason.removeprefix(lead)
            return rest[:1].upper() + rest[1:]
    return reason


def _anchors(result: CategoryResult) -> list[AnchorRow]:
    known = BY_KEY.get(result.key)
    levels = known.anchors.items() if known else ()
    return [AnchorRow(str(level), text, text == result.anchor) for level, text in levels]


def _share(level: float) -> str:
    return f"{100 * level / _TOP:g}%"
