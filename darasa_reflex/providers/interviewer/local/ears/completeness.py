"""Whether the words so far can be all of an answer, read from how they end. English only.

Engines close every stretch of speech with a full stop, wherever the speaker paused. So a stop tells
little, and the words before it tell more: after "a large" a noun must follow, after "and then we
built" whatever was built.
"""

import re

# Words that no sentence ends with, and sounds of thinking.
_NEVER_LAST_WORDS = (
    "a an the and or but so because although though while when where which who whose than as if "
    "unless until of at from into between without my our your their every the i we they he she "
    "um uh uhm er erm hmm mm also basically like"
)
# Words that few sentences end with: a full stop tells.
_SELDOM_LAST_WORDS = (
    "it you this that these those some any each is are was were be been am will would could should "
    "can may might must do does did have has had to in on by for with about over under through "
    "since his her its very really then well not just even maybe"
)
_NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
_SELDOM_LAST = frozenset(_SELDOM_LAST_WORDS.split())
_THINKS = (",", "-", "\N{EN DASH}", "\N{EM DASH}", "…", "...", ":")

_WHO = r"(?:i|we|they|he|she|it|you)"
_LINK = r"(?:and|but|or|so|because|then|if|when|while|although)"
# Adjectives that stand before a noun and never for one, as "best" and "other" do.
_NOUNS = (
    r"(?!\w*(?:table|cable|variable|executive|objective|alternative|initiative|perspective|motive"
    r"|representative|incentive|narrative|archive|drive|five|dive)$)"
)
_DESCRIBES = (
    r"(?:large|big|small|huge|tiny|new|great|good|bad|nice|simple|complex|whole|entire|certain"
    rf"|different|separate|single|major|minor|short|slow|main|common|similar|{_NOUNS}\w{{3,}}"
    r"(?:able|ible|ful|less|ous|ical|ive|istic))"
)
_DEGREE = r"(?:very|really|quite|rather|pretty|too|more|most|less|completely|totally|extremely)"
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|\d{1,3})"
)
# Done to somebody or something, of which nothing was said before.
_ACTS_ON = (
    r"(?:built|made|wrote|used|called|found|needed|wanted|took|gave|got|set|put|brought|sent|told"
    r"|asked|showed|chose|created|introduced|replaced|rewrote|changed|added|removed|fixed"
    r"|designed|implemented|kept|saw|met|led|owned|ran|became|decided)"
)
_ADVERB = (
    r"(?:finally|eventually|suddenly|immediately|usually|normally|actually|luckily|fortunately"
    r"|unfortunately|obviously|probably|hopefully|especially|mainly|sometimes|always|never|often"
    r"|then|still)"
)
_MUST_GO_ON = re.compile(
    rf"\b(?:an?|the|my|our|your|their|its|every) (?:{_DEGREE} )?{_DESCRIBES}$"
    rf"|(?<!\bat )\b(?:about|around|nearly|almost|roughly) {_NUMBER}$"
    rf"|\b(?:and|but|then|so) (?:{_WHO} )?{_ADVERB}$"
    r"|\b(?:such as|in order|in front|in terms|in addition|how to)$"
)
# "The tool we used" and "what we built" are whole: there nothing begins with "we".
_CLAUSE = rf"(?:^|, |\b{_LINK} ){_WHO} (?:{_ADVERB} |just |only |also )?"
_LAST_WORD = (
    r"(?:too|really|actually|mainly|mostly|though|then|please|thanks|basically|right|yes|no|okay"
    r"|again|anyway|honestly|probably|maybe|instead|also|together|myself|for|of|in|so|at|as)"
)
_MAY_GO_ON = re.compile(
    rf"{_CLAUSE}{_ACTS_ON}$|\bfor (?:example|instance)$"
    # Of a list the last is told by "and".
    rf"|, (?!(?:{_LINK}|{_WHO}|{_LAST_WORD})\b)\w+(?: (?!{_LAST_WORD}\b)\w+)?$"
)

_WITH_MORE = frozenset(("to", "for", "with", "by", "about"))
_AUXILIARY_WORDS = (
    "is are was were be been will would could should can may might must have has had not"
)
_AUXILIARY = frozenset(_AUXILIARY_WORDS.split())
# Such a word ends a sentence where that stands before which it is about, or that is left out.
_ASKED = r"\b(?:what|which|who|whom|where|how|everything|anything|nothing|something)\b"
_SAID_BEFORE = re.compile(
    rf"{_ASKED}|\bto \w+ \w+$"
    rf"|\b(?!{_LINK}\b|{_ACTS_ON}\b)\w+ (?:that )?(?:{_WHO}|everybody|people) (?:\w+ ){{1,3}}\w+$"
)
_LEFT_OUT = re.compile(
    rf"{_ASKED}|(?:\b(?:never|ever|not)|n't) (?:\w+ )?\w+$"
    rf"|\b(?:as|than|like|whether|way|all|best|most|thing|things|one|ones|because|if|when|where"
    rf"|before|until|unless) (?:that )?{_WHO} (?:\w+ )?\w+$"
)
_SHORT = 5

# Opens a clause that another one must follow, and its subject.
_FIRST_OF_TWO = re.compile(
    r"(?:and |but |so |then )?(?:when|if|although|though|while|once|after|since) "
    r"(?!that|this|then|an? |in |all )\w+ \w+"
)
_ANOTHER = re.compile(r"\b(?:i|we|they|he|she|there|nobody|everybody|everything|nothing)\b|,")
_WHAT_FIRST = re.compile(r"(?:and |but |so )?what (?:i|we|they) \w+")
_EQUALS = re.compile(r"\b(?:is|was|are|were)\b|'s\b")
# A subject of which nothing is said: "the biggest difference between the two".
_SUBJECT_ALONE = re.compile(
    r"(?:and |but |so )?(?:the|my|our) (?:\w+est|main|only|first|second|most \w+|real|other) \w+"
)
_SAYS = re.compile(rf"{_EQUALS.pattern}|\b(?:has|had|have|did|came|went|\w+ed|{_ACTS_ON})\b")
# "After a long discussion we chose": what it was is not said before.
_AFTER_ADVERBIAL = re.compile(rf"(?:after|in|at|on|for|during|with|by) .*\bwe {_ACTS_ON}$")
_THEY_ACT = re.compile(r"\b(?:i|we)\b")
_FEW, _SOME = 8, 25
_PARTS = re.compile(r"(?<=[.!?])\s+")


def must_go_on(text: str) -> bool:
    """Whether nobody can have meant to stop after these words."""
    last = text.rsplit(maxsplit=1)[-1].casefold()
    return last.endswith(_THINKS) or last.strip(".,!?") in _NEVER_LAST or last in _SELDOM_LAST


def wants_more(text: str) -> bool:
    """Whether the last sentence lacks what must follow, although a full stop stands there."""
    sentence = _last_sentence(text)
    words = sentence.split()
    if len(words) < _SHORT:
        return False
    if words[-1] in _WITH_MORE and not _SAID_BEFORE.search(sentence):
        return True
    if words[-1] in _AUXILIARY and not _LEFT_OUT.search(sentence):
        return True
    return bool(_MUST_GO_ON.search(sentence))


def may_go_on(text: str) -> bool:
    """Whether the words can be all, and in an interview rarely are.

    Half a sentence, a verb without its object, or a scene in which the speaker does nothing yet.
    """
    sentence, all_of_it = _last_sentence(text), _plainly(text)
    if _MAY_GO_ON.search(sentence) or _is_half(sentence):
        return True
    few = _FEW <= len(all_of_it.split()) <= _SOME
    return few and not _THEY_ACT.search(all_of_it)


def _is_half(sentence: str) -> bool:
    if _WHAT_FIRST.match(sentence):
        return not _EQUALS.search(sentence)
    if _SUBJECT_ALONE.match(sentence):
        return not _SAYS.search(sentence)
    if _AFTER_ADVERBIAL.match(sentence):
        return len(_THEY_ACT.findall(sentence)) == 1 and not _EQUALS.search(sentence)
    first = _FIRST_OF_TWO.match(sentence)
    return bool(first) and not _ANOTHER.search(sentence, first.end())


def _last_sentence(text: str) -> str:
    return _plainly(_PARTS.split(text.strip())[-1])


def _plainly(text: str) -> str:
    """Return small letters, with commas as the only signs."""
    lower = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rstrip(".,!? ")
    return " ".join(re.sub(r"[^\w\s',]", " ", lower).replace(",", " ,").split()).replace(" ,", ",")
