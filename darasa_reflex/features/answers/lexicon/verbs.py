"""Verbs by what they tell: something done, a state, a wish; English, past and present."""

from functools import lru_cache

from darasa_reflex.features.answers import words
from darasa_reflex.features.answers.words import stem

PAST = words.listed(
    """built led wrote made ran took found set cut drew taught sold held brought began chose
        drove fed grew kept met paid put rebuilt sent split spent spoke told won broke
        rewrote dealt gave got went came did had was were said saw heard knew thought
        felt lost left became bought caught fought hid laid lent read rode rose sang
        sought shot shut slept spread stood stuck struck swept threw understood used
        woke wore oversaw undertook rang sat hung let hit flew froze shook swung dug
        ate beat bent burnt lit quit slid spun tore bound undid overheard overcame
        withheld upheld cried blew bred cast clung crept forecast offset withdrew
        rethought reset rebuilt redrew outgrew fell learnt dreamt stole swore sank
        strode swam lay sped stepped wept wound spelt spilt spoilt"""
)
# Participles that differ from the past: "I had written", "it was taken".
PARTICIPLES = words.listed(
    """written taken given gone done chosen broken driven spoken shown drawn thrown grown
        begun run sung become come risen woken worn seen known forgotten fallen eaten
        beaten flown frozen shaken torn rewritten redrawn withdrawn overseen
        undertaken ridden hidden stolen sworn rung proven sewn mown swum sunk lain
        laid overcome forbidden forgiven mistaken born"""
)
NOT_PAST = words.listed(
    """need speed indeed hundred embed exceed proceed succeed feed seed naked shed bed red
        weed breed sacred wicked"""
)
# A state, a wish, a feeling or a thought: no action of one's own.
STATES = words.listed(
    """was were had been felt thought believed knew known wanted liked loved enjoyed needed
        hoped seemed saw seen heard happened existed remained became become stayed
        lived graduated studied learned learnt realised realized understood failed
        lost fell fallen guessed supposed wished dreamt forgot forgotten missed hated
        preferred appreciated admired got gone ate slid hung hit froze used interested
        worried tired involved excited bored scared surprised pleased born married
        concerned motivated trained experienced skilled qualified based allowed
        assumed expected"""
)
ADVERBS = words.listed(
    """also then first finally personally just even soon later eventually initially myself
        once already recently mostly always often never still now therefore really so
        both each all actually simply only usually basically alone again straight
        immediately carefully quickly quietly twice normally sometimes 've had have"""
)
MODALS = words.listed("would could might should will shall may can must i'd we'd i'll we'll")
NEGATIONS = words.listed(
    """not never no nor neither nobody nothing without didn't don't doesn't wasn't weren't
        isn't aren't couldn't can't cannot haven't hadn't hasn't wouldn't won't
        shouldn't hardly barely unable"""
)
# After "I" in the present, these are no act.
_NO_HABITS = (
    words.listed(
        """am are is was were be been being have had has does did like love want think know
        believe mean guess feel hate need hope wish suppose remember forget understand prefer
        enjoy live come agree care trust see hear belong seem tend stay get become and or but
        so if because when while who which that in on at of for to from with"""
    )
    | ADVERBS
    | MODALS
    | NEGATIONS
)
# What follows a verb that is done to something.
_OBJECTS = words.listed(
    """the a an my our his her their your it them him this that these those each every all both
        what which in out up off down back over away through"""
)
# Verbs of steps and methods in the present, for plans, habits and stories told in the present.
STEPS = frozenset(
    stem(word)
    for word in words.listed(
        """make use add analyse analyze ask automate audit build call change check choose clean
        code collect compare compute configure connect convert coordinate create cut
        debug decide define deploy design detect divide document draft draw estimate
        explain extract find fix gather group identify implement index inspect install
        instrument interview introduce isolate list load log look map measure merge
        migrate model monitor move negotiate observe open optimise optimize organise
        organize pair partition plan prepare prioritise prioritize profile propose
        prototype query reduce refactor remove repair replace report reproduce review
        rewrite roll run schedule search send separate set shard ship show simulate
        solve split start stop store survey teach test trace track train translate
        tune update use validate verify wash weigh write count call ring wear sit walk
        invite sort listen sample flag mark colour label lock prove hand keep repeat
        praise photograph calculate allocate rotate bring tag clamp swap close talk
        speak tell give take put get go try help let read meet follow wait return turn
        watch visit touch feel record note press push pull order pay settle offer
        agree apologise apologize confirm discuss raise escalate hold stand dress feed
        lift lay cook chill heat cool press drill wire earth ground isolate shut"""
    )
)


def may_be_habit(word: str, after: str) -> bool:
    """Tell whether a word right after "I" is done to something: "I bake **them** last"."""
    fits = word.isalpha() and word not in _NO_HABITS | STATES
    return fits and after in _OBJECTS


def may_follow_would(word: str) -> bool:
    """Tell whether a word right after "I'd" is what "I" would do: "I'd carry on"."""
    return word.isalpha() and word not in _NO_HABITS | STATES and not word.endswith(("ed", "ly"))


@lru_cache(maxsize=20_000)
def is_past(word: str) -> bool:
    """Tell whether a word looks like the past tense or the participle of a verb."""
    regular = word.endswith("ed") and len(word) > len("used") and word not in NOT_PAST
    return regular or word in PAST or word in PARTICIPLES


def is_deed(word: str) -> bool:
    """Tell whether a word is the past of something one does, not of a state or a feeling."""
    return is_past(word) and word not in STATES


def is_step(word: str) -> bool:
    """Tell whether a word is a verb of doing in the present."""
    return words.stem(word) in STEPS
