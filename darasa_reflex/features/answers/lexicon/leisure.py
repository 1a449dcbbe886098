"""Words of home and leisure, by field: of them, stories away from an interview are told.

A field's words are no leisure where question or job is of that trade: bread is a cook's work.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from darasa_reflex.features.answers.words import stem


@dataclass(frozen=True, slots=True)
class Field:
    """A field of home and leisure.

    Attributes:
        words: What is told of it, as they are spoken.
        trades: Stems of question or job text that make it work.
    """

    words: frozenset[str]
    trades: frozenset[str]


def away(topic: AbstractSet[str]) -> frozenset[str]:
    """Return the words that lead away from a topic, which is given as stems."""
    home = frozenset[str]().union(*(one.words for one in _FIELDS if not one.trades & topic))
    return home.difference(*(_OF_STEM[root] for root in _OF_STEM.keys() & topic))


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _field(listed: str, trades: str) -> Field:
    return Field(_words(listed), frozenset(stem(word) for word in trades.split()))


# Words that work has as often as home: one alone leads nowhere.
EVERYDAY = _words(
    """bread soup dinner breakfast sandwich chocolate beer wine tomato tomatoes potatoes chicken
    chickens fish pizza pasta cake cakes baked horse horses dog dogs bird birds cow cows goat
    sheep holiday holidays beach sea mountain mountains boat airport weather rain snow sunny
    football swimming gym bike bicycle song songs television tv movie film garden gardening
    vegetable vegetables apartment furniture sofa couch paint painted painting fence shed roof
    bathroom bedroom pillow mattress curtain flat neighbour neighbor neighbours neighbors car
    cars shoes dress jacket wedding birthday balloon drums museum coast desert hockey cat
    cats concert festival golf"""
)
# What people have at home; after "my" it is private in every trade.
PRIVATE = _words(
    """flat apartment house garden kitchen car dog cat dogs cats bike bicycle boat knee hip ankle
    diet marriage divorce wedding birthday holiday holidays"""
)
_FIELDS = (
    _field(
        """cooking cooked cake cakes bake baking baked bread pizza pasta soup dinner breakfast
        barbecue cookies sandwich noodles pancake pancakes chocolate beer wine potatoes bananas
        strawberries pumpkin tomato tomatoes chicken chickens fish trout salmon""",
        "chef cook kitchen restaurant catering bakery baker food menu barista waiter grocery",
    ),
    _field(
        """fishing fished dog dogs cat cats puppy kitten pet pets horse horses bird birds hamster
        elephant lion giraffe aquarium whale whales dolphin shark penguin cow cows goat sheep
        parrot rabbit turtle spider butterfly zoo dinosaur""",
        "animal veterinary vet farm zoo pet kennel stable",
    ),
    _field(
        """holiday holidays vacation beach sea mountain mountains hike hiking hiked camping
        campfire tent boat sailing roadtrip airport souvenir castle desert jungle waterfall
        sunset coast kayak canoe picnic weather rain snow sunshine sunny""",
        "travel tourism airline airport outdoor ranger cruise ship marine",
    ),
    _field(
        """surfing swimming swam swim football soccer basketball tennis golf hockey baseball cricket
        rugby volleyball chess marathon jogging gym yoga bicycle bike biked skiing snowboard
        skating stadium tournament championship karate judo boxing wrestling skateboard
        trampoline sauna""",
        "sport fitness athlete gym physiotherapist swimming",
    ),
    _field(
        """movie movies cinema television tv netflix guitar piano drums violin concert festival
        song songs museum videogame videogames playstation xbox dancing disco fireworks""",
        "music art film theatre cinema museum media gallery dance advertising marketing",
    ),
    _field(
        """garden gardening roses lawn vegetable vegetables apartment furniture sofa couch paint
        painted painting fence shed roof bathroom bedroom pillow mattress curtain treehouse flat
        neighbour neighbor neighbours neighbors""",
        """electrical electrician plumber carpenter construction decorator furniture property
        estate housing gardener landscape painter""",
    ),
    _field(
        "car cars motorcycle tractor",
        "vehicle automotive mechanic garage fleet taxi truck lorry car insurance",
    ),
    _field(
        "haircut shoes dress jacket perfume lipstick jewellery jewelry",
        "fashion clothing tailor hairdresser retail beauty salon",
    ),
    _field(
        """wedding birthday lottery casino poker astronaut dragon wizard hobby hobbies stamps
        knitting crossword telescope balloon snowman""",
        "wedding event casino gaming",
    ),
)
_ALL = frozenset[str]().union(*(one.words for one in _FIELDS))
_OF_STEM = {
    stem(word): frozenset(other for other in _ALL if stem(other) == stem(word)) for word in _ALL
}
