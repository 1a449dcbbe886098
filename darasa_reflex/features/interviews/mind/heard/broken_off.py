"""Whether an answer in English breaks off within a sentence: "So we", "I took her aside, and"."""

import re

from darasa_reflex.features.interviews.mind.heard.intents import plainly

_WHO = r"(?:i|we|they|he|she|you)"
_LEADS = r"(?:and|so|but|then|because|when|while|until|if|after|before|that|which|where)"
# With a mark behind it, too: an ear sets one at every silence.
_NEVER_LAST = re.compile(
    rf".*\b(?:because|although|the|my|your|their|{_WHO}'(?:d|ll|ve)"
    r"|(?:and|but|so) (?:an?|our|then i|then we))"
    rf"|(?:{_LEADS} )+{_WHO}"
)
# "My brother and I" ends with whom there were; "as far as I was, so was he" is seldom said.
_OPEN = re.compile(
    rf".*\b(?:and|(?<!a )(?<!or )but|or|an|of the|in the|to the|at the|with the|with my"
    rf"|(?:so|but|then|because|when|while|until|if|after|before|that|which|where|as soon as"
    rf"|(?:(?:because|when|while|if|that|so|then) )?(?:and|but) (?:so|then|because|when)) {_WHO}"
    rf"|(?:i|we) now|{_WHO} (?:kept|decided to)|because {_WHO} (?:had|was|were)"
    rf"|{_WHO} (?:was|were|had|could|would) (?:just |still |already )?(?:going|trying|about) to)"
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_MARKS = re.compile(r"[.!?][\"'\u201d\u2019)]*$")
_TRAILS = re.compile(r"(?:\.\.\.|\u2026|[-\u2013\u2014,])$")


def breaks_off(text: str) -> bool:
    """Tell whether nobody can have meant to stop after the last words of a text."""
    said = text.strip()
    last = _SENTENCES.split(_TRAILS.sub("", said))[-1]
    if said.endswith("?") or not (plain := plainly(last)):
        return False
    if _NEVER_LAST.fullmatch(plain):
        return True
    whole = _MARKS.search(said) and not _TRAILS.search(said)
    return not whole and _OPEN.fullmatch(plain) is not None
