"""/"""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

from darasa_reflex.brand.brand import brand
from darasa_reflex.components.page.headings import section, title_bar
from darasa_reflex.components.page.links import actions, button_link
from darasa_reflex.components.page.notices import notice
from darasa_reflex.components.report.made import how_made
from darasa_reflex.components.report.overview.categories import anchor_list, more
from darasa_reflex.components.report.report import TRANSCRIPT, report
from darasa_reflex.components.report.rows.report_rows import CategoryRow, ReportRow
from darasa_reflex.components.room.picture import room_picture
from darasa_reflex.components.room.transcript import BubbleRow, transcript
from darasa_reflex.components.words import gettext as _
from darasa_reflex.pages._frame import page
from darasa_reflex.states.events.door import DoorState as Door
from darasa_reflex.states.report.sample_script import sample_var

_STEPS = (
    (
        _("Describe the job"),
        _(
            "Paste its text. {brand} reads the skills and requirements from it; you correct them.",
            brand=brand().name,
        ),
    ),
    (
        _("Talk"),
        _(
            "An interviewer asks about that job, follows up, and waits while you think. "
            "You can type instead."
        ),
    ),
    (
        _("Read what you said"),
        _(
            "What each answer holds, in your own words, how you sounded, measured, and what to "
            "practise next. With a language model, ratings in seven categories too."
        ),
    ),
)
_ASKED = "Can you describe an incident you helped to resolve?"
_PRIVACY = (
    _("Your voice is turned into text and dropped, unless you choose to have it recorded."),
    _("What was said stays as text until you delete it, and with it all that was made from it."),
    _("If whoever runs this server adds an outside voice engine, the interview page names it."),
    _("Accent, personality, looks and age are never rated."),
)

# What is said in the sample.
_SAID_IN = "en"


@page("/", _("Practise a job interview aloud"))
def landing() -> rx.Component:
    """Return what this is, a sample of its feedback, how it rates, and what it keeps."""
    shown = sample_var()
    return rx.el.div(
        _opening(),
        _how_it_goes(),
        _sample(shown),
        _ratings(shown),
        section(_("Your data"), rx.el.ul(_place(), *_sentences(), class_name="plain-list")),
        class_name="stack landing",
    )


def _opening() -> rx.Component:
    words = rx.el.div(
        title_bar(_("Practise the interview aloud. Then say it better.")),
        rx.el.p(
            _(
                "{brand} reads the job posting, asks like an interviewer, and waits while you "
                "think. Afterwards it shows, in your own words, what worked and what was missing.",
                brand=brand().name,
            ),
            class_name="lead",
        ),
        actions(button_link(_("Start practising"), "/app", "primary big")),
        rx.el.p(
            rx.match(
                Door.kind,
                ("", ""),
                ("open", _("No account and no key needed. ")),
                _("You sign in first. "),
            ),
            _("Speak or type."),
            class_name="hint",
        ),
    )
    return rx.el.div(words, room_picture(_ASKED), class_name="opening")


def _how_it_goes() -> rx.Component:
    return section(
        _("How it goes"),
        rx.el.ol(
            *[rx.el.li(rx.el.h3(title), rx.el.p(text)) for title, text in _STEPS],
            class_name="steps",
        ),
    )


def _sample(shown: ObjectVar[Any]) -> rx.Component:
    row = shown.report.to(ReportRow)
    return section(
        _("A real report"),
        notice(
            rx.el.p(
                rx.el.b(_("Sample. ")),
                _(
                    "The conversation was written for this page. The report on it was made by this "
                    "program without a language model, by its word rules, as yours would be."
                ),
            ),
            role="note",
        ),
        rx.el.div(
            report(row),
            more(_("Full transcript"), _conversation(shown)),
            more(_("How this was made"), how_made(row.made.to(list[str]))),
            class_name="stack report-page spaced",
        ),
    )


def _conversation(shown: ObjectVar[Any]) -> rx.Component:
    return rx.el.div(transcript(shown.turns.to(list[BubbleRow])), id=TRANSCRIPT, lang=_SAID_IN)


def _ratings(shown: ObjectVar[Any]) -> rx.Component:
    return section(
        _("How it rates"),
        rx.el.p(
            _(
                "With a language model, every rating is tied to something a listener can observe. "
                "This is how response quality is rated. Without one nothing is rated: words are "
                "counted, and the counts are shown."
            ),
            class_name="prose",
        ),
        anchor_list(shown.rubric.to(CategoryRow)),
        rx.el.p(
            _(
                "Behaviourally anchored scales, structured questions and quotes as evidence come "
                "from research on structured interviews. There is no score for passing, and no "
                "promise."
            ),
            class_name="prose muted",
        ),
    )


def _sentences() -> list[rx.Component]:
    return [rx.el.li(sentence) for sentence in _PRIVACY]


def _place() -> rx.Component:
    """Return where it runs, and who else knows of the person: that depends on the way in."""
    return rx.el.li(
        _("It runs on the computer that serves this page. "),
        rx.match(
            Door.kind,
            ("open", _("No account and no key is needed.")),
            ("form", _("Your account is kept there too, and nowhere else.")),
            ("clerk", _("Clerk keeps your account. It hears nothing of what you say.")),
            "",
        ),
    )
