"""Headings of a posting, and which part each opens."""

import re
from typing import Literal, cast

Part = Literal["requirements", "duties", "nice", "about", "offer", "none"]

_YOU = r"(?:you|u|we|they|who)(?:\s?['\u2019](?:ll|re|ve|d))?"
# In the order of trying: "About you" is no "About us", "What we offer" no "What we need".
_WORDS_OF: dict[str, str] = {
    "nice": (
        "nice(?:[- ]to[- ]haves?)?|bonus(?: points| if)?|plus(?:es)?"
        "|(?:preferred|desirable)"
        "(?: (?:criteria|skills?|requirements?|qualifications?|experience))?"
        "|good to have|advantages|(?:it would|would) (?:be|help)|great if"
    ),
    "offer": (
        "benefits?|perks|what(?: do)? we(?:'ll| will)? (?:offer|bring|provide|give)"
        "|what (?:do )?(?:you|u)(?:'ll| will)? (?:get|receive)|we offer|(?:you|u)(?:'ll)? get"
        "|why work|why (?:join|choose|(?:you|u)(?:'ll| will|'d| would) (?:love|like|enjoy))(?: .*)?"
        "|offer|(?<=our )promises?(?: to you)?|in return|rewards?|compensation|salary|pay|package"
        "|ctc|ote"
        "|what'?s (?:in it|on offer)|equal opportunit|diversity|how to apply|successful candidates"
        "|application|to apply|privacy|location|hours|working hours|next steps|notice(?: period)?"
        "|walk[- ]?in|reports to|duty station|start(?:ing)? date|closing date|contract(?: type)?"
        "|employment type|seniority|team|company|employer|client|organi[sz]ation|job title|title"
        "|vacancy|position|post|subject|e?-?mail|contact|deadline|interviews?|assessment"
        "|other|ref(?:erence)?|(?:additional|further) information|grade|band|directorate"
        "|department|division|duration"
    ),
    "duties": (
        "responsibilities|duties|what (?:you|u)(?:'ll| will)? (?:do|be doing)"
        "|you will(?! (?:have|need|bring))|day to day|tasks|mission|accountabilities"
        "|about the (?:role|job|position|gig)|in this role"
        "|description|purpose|summary|a typical day|role|job"
    ),
    "requirements": (
        "(?:minimum |basic |essential |technical |required |mandatory |key )*"
        "(?:requirements?|qualifications?|skills?|criteria|experience|exp|competenc\\w+|knowledge"
        "|eligibility)"
        f"|what (?:{_YOU} ?(?:(?:will|do|are) )?(?:need|bring|have|look\\w* for|ask|want|expect)"
        "|is needed)"
        f"|{_YOU} (?:do |will )?(?:have|bring|need|are|look(?:ing)? for|ask)"
        "|(?:to be considered|all) you(?:'ll)? (?:need|have)(?: is)?"
        "|about you|you$|must[- ]haves?|essential|profile"
        "|person spec(?:ification)?|tech(?:nology|nical)? stack|stack|tools|looking for"
        "|(?:ideal|successful|right|suitable) (?:candidate|person|applicant)|to be considered"
        "|education|great fit if"
    ),
    # Of other languages: what is offered is never read, what is required only where it is a name.
    "other": (
        "(?:was |das )?(?:wir )?bieten(?: wir)?|unser angebot|nous offrons|avantages|se ofrece"
        "|ofrecemos|beneficios|benef[ií]cios|oferecemos|offriamo|(?:wat |wij )+bieden(?: wij)?"
        "|oferujemy|vi erbjuder|待遇|福利厚生|福利|薪资|薪酬|المزايا|מה אנחנו מציעים|תנאים"
    ),
    "foreign": (
        "(?:ihr|dein|votre|il tuo) profil\\w*|profil|anforderungen|(?:ihre|deine) aufgaben"
        "|(?:vos )?missions|requisitos|requisiti|funciones|wymagania|o que esperamos"
        "|応募資格|必須スキル|必須|歓迎|任职要求|岗位要求|المتطلبات|דרישות"
        "|w(?:at|ie) \\w+ (?:je|jij)"
    ),
    "about": "about|who we are|(?:company )?(?:story|culture)",
}
_HEADINGS: dict[str, re.Pattern[str]] = {
    part: re.compile(
        rf"^(?:the |your |our |key |main |job |a |you['\u2019]re (?:a )?)*(?:{words})(?![\w-])",
        re.IGNORECASE,
    )
    for part, words in _WORDS_OF.items()
}
_PART_OF: dict[str, Part] = {"other": "offer", "foreign": "none"}
# What may follow a heading's words when no colon ends it: "Skills and experience", "Why join us".
_TAIL = re.compile(
    r"^(?:$|[\s,&/+?!.…]+(?:$|(?:and|for|you|we|us|your|is|are|at|if|found|it)\b))", re.IGNORECASE
)
_MOST_WORDS = 7


def heading(line: str) -> tuple[Part | None, str]:
    """Return the part a line opens, and what stands behind the heading on the same line."""
    head, colon, rest = line.replace("\u2019", "'").partition(":")
    bare = head.strip(" *_#")
    if len(bare.split()) > _MOST_WORDS or (not colon and bare.endswith((".", ",", ";"))):
        return None, line
    if colon and re.match(r"\S", rest) and re.search(r"\d$", bare):
        return None, line  # a time or a ratio: "2:1 or above"
    for part, words in _HEADINGS.items():
        found = words.match(bare)
        if found and (colon or part == "about" or _TAIL.match(bare[found.end() :])):
            return _PART_OF.get(part, cast("Part", part)), rest.strip(" *_")
    return None, line
