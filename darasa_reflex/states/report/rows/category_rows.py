"""From rated or counted categories to what the page shows of them."""

from collections.abc import Sequence

from darasa_reflex.components.report.rows.report_rows import AnchorRow, CategoryRow
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import ENGLISH, language, short
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.core.words.stored import Told
from darasa_reflex.features.feedback.found.steps import FOUND, ORDER
from darasa_reflex.features.feedback.judging.rubric import BY_KEY, OVERALL
from darasa_reflex.features.feedback.report.category import CategoryResult, without_lead
from darasa_reflex.states.report.rows.answer_rows import capital

_TOP = 10
_ABOVE = marked("For the same reason as above.")


def category_rows(results: Sequence[CategoryResult], prose: str = ENGLISH) -> list[CategoryRow]:
    """Return categories in the order of the page; a reason that several share is told once.

    Args:
        results: All that are shown.
        prose: What a model wrote its sentences in, as in ISO 639-1.
    """
    seen: set[str] = set()
    rows: list[CategoryRow] = []
    for result in results:
        again = result.reason in seen and result.rating is None
        if again:
            rows.append(category_row(result, _(_ABOVE), language()))
        else:
            reason = without_lead(result.reason)
            rows.append(category_row(result, reason, language_of(result.reason, prose)))
        seen.add(result.reason)
    return rows


def category_row(result: CategoryResult, reason: str = "", told_in: str = ENGLISH) -> CategoryRow:
    """Return a category with its rating, its step, or a dash, and a reason in a language."""
    low, high = result.spread or (result.rating or 0, result.rating or 0)
    return CategoryRow(
        key=result.key,
        title=_("Overall") if result.key == OVERALL else _(result.title),
        question=_(result.question),
        rating="" if result.rating is None else short(result.rating),
        spread=_("{low} to {high}", low=short(low), high=short(high)) if low != high else "",
        place=_share(result.rating or 0),
        low=_share(low),
        width=_share(high - low),
        unsure=result.unsure,
        reason=reason,
        language=told_in,
        found=capital(_(FOUND[result.found])) if result.found else "",
        steps=[place < ORDER[result.found] for place in range(3)],
        anchors=_anchors(result),
    )


def language_of(text: str, prose: str) -> str:
    """Return what a text of a report is written in, as in ISO 639-1.

    Args:
        text: As it was read.
        prose: What a model wrote its sentences in, and older reports all of theirs.
    """
    return language() if isinstance(text, Told) else prose


def _anchors(result: CategoryResult) -> list[AnchorRow]:
    known = BY_KEY.get(result.key)
    levels = known.anchors.items() if known else ()
    return [AnchorRow(str(level), _(text), text == result.anchor) for level, text in levels]


def _share(level: float) -> str:
    return f"{100 * level / _TOP:g}%"
