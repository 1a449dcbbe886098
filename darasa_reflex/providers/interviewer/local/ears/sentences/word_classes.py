"""Classes of English words by their grammar. Closed classes are listed whole."""

from darasa_reflex.features.answers.words import listed

# Subjects alone, and words that are objects as well.
ONLY_SUBJECTS = listed("i we they he she nobody")
SUBJECTS = ONLY_SUBJECTS | listed("it you there everybody everyone somebody someone")
PERSONS = listed("me us him her them")
OBJECTS = PERSONS | listed("it you people everyone everybody somebody someone")
# Somebody's or something's: one noun must follow, which is known to the listener.
KNOWN_ARTICLES = listed("the my our your their his its")
ARTICLES = KNOWN_ARTICLES | listed("a an every another")
DETERMINERS = ARTICLES | listed("her this that these those some any each no both all many several")
NUMBERS = listed(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty
        fifty sixty seventy eighty ninety hundred thousand few couple"""
)
# Words of degree before a number.
ABOUT = listed("around about roughly nearly almost approximately")
# They stand with a verb as well, and without a noun: "moved on", "came across".
PARTICLES = listed("in on over through across under by along inside around")
# They stand for a time as well: "I had never done it before".
OF_TIME = listed("before after since until")
PREPOSITIONS = (
    PARTICLES
    | OF_TIME
    | listed(
        """of at from into between without for with about during against within among behind below
        beside towards upon like to as than via per despite except including near onto regarding"""
    )
)
BE = listed("am is are was were be been being 's")
ENCLITICS = listed("'m 're 've 'd 'll")
FINITE_AUXILIARIES = (
    (BE - listed("be been being"))
    | ENCLITICS
    | listed(
        """have has had do does did will would can could shall should may might must can't cannot
        won't don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't wouldn't
        couldn't shouldn't"""
    )
)
AUXILIARIES = FINITE_AUXILIARIES | listed("be been being have not")
# They open a clause of their own, with a verb.
OPENERS = listed("because when while if although though whether where whenever unless whereas once")
RELATIVES = listed("who which that where what whoever whatever whose")
COORDINATORS = listed("and but or so then")
# After these a new clause may begin.
BEFORE_CLAUSES = COORDINATORS | OPENERS | {",", "that"}
ADVERBS = listed(
    """also always never often still just even only really then now sometimes usually mostly soon
        eventually ever already once almost maybe perhaps probably rather quite basically actually
        kind sort"""
)
# Nouns of time stand at the beginning of a sentence as adverbs do: "the next day I called".
TIMES = listed(
    """day days week weeks month months year years morning afternoon evening night weekend summer
        spring autumn fall winter hour hours minute minutes monday tuesday wednesday thursday
        friday saturday sunday today yesterday nowadays later ago once semester term season"""
)
# Verbs that stand without an object as often as not.
INTRANSITIVE = listed(
    """work worked working go went going gone come came coming leave left leaving stop stopped
        stopping start started starting help helped helping wait waited waiting happen happened
        move moved moving change changed changing improve improved improving grow grew grown
        growing fail failed failing agree agreed arrive arrived talk talked talking speak spoke
        speaking listen listened listening learn learned learnt learning teach taught teaching
        travel travelled travelling appear disappear disappeared rise rose fall fell die died live
        lived sleep slept stay stayed quit run running practise practice drive drove driving cook
        cooking write writing code coding succeed succeeded matter matters drop dropped break broke
        crash crashed do did doing done retire retired study studied studying calm continue
        continued laugh laughed cry cried resign resigned return returned apologise apologised
        apologize apologized pay paid sell sold win won lose lost train trained training test
        testing clean cleaning react reacted recover recovered adapt adapted survive survived
        graduate graduated depend depends understand understood remember forget forgot know knew
        care try end ended finish finished lead participate relax escalate escalated communicate
        progress decline declined increase increased decrease decreased open opened close closed"""
)
# What is said, thought or meant with them follows.
OF_THOUGHTS = listed(
    """noticed realised realized thought think knew know found figured said say believed believe
        meant means mean guessed guess hoped hope decided suggested suggest explained argued
        discovered assumed suspected felt feel showed suppose supposed imagine wondered concluded
        insisted tried managed wanted needed planned expected offered promised refused agreed
        remember recommend like liked love loved enjoy enjoyed prefer hate"""
)
# With somebody as their object, what is to be done or told follows.
DITRANSITIVE = listed(
    """told tell asked ask showed show gave give convinced convince let make made taught offered
        persuaded allowed allow reminded forced encouraged got wanted sent helps lets makes gives
        allows enabled warned promised"""
)
# Adjectives and participles that say little without what follows them.
INCOMPLETE = listed(
    """able supposed responsible willing according due compared depending based going tend tended
        tends capable interested likely ought trying consisted consists relied relies depended
        belongs focused focuses specialised specialized aimed"""
)
# Nouns that name the kind or number of something.
KINDS = listed("kind kinds sort sorts type types")
OF_WHAT = KINDS | listed(
    """couple bunch number series range variety group majority combination mix piece set amount"""
)
# What is announced with a number is told next.
ANNOUNCED = listed(
    """things reasons steps parts points ways problems options questions issues aspects sides
        factors stages phases challenges lessons thing"""
)
INTERJECTIONS = listed("yes yeah yep no nope sure never always okay ok right correct exactly maybe")


def is_adverb(word: str) -> bool:
    """Whether a word tells how or when."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > len("only"))


def is_ing(word: str) -> bool:
    """Whether a word is the "-ing" of a verb, as far as its shape tells."""
    return word.endswith("ing") and len(word) > len("bring") - 1 and word not in _NO_VERBS


_NO_VERBS = listed("thing something anything everything nothing morning evening during king")
