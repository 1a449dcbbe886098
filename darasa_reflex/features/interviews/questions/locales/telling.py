"""Whether a text is in the language that an interview is asked in: by its commonest words."""

import re

from darasa_reflex.features.interviews.questions.locales.catalogue import ENGLISH

_WORD = re.compile(r"[^\W\d_]+")
# The commonest words of each language that the others here do not have. Source: the heads of the
# frequency lists of each language.
_COMMON = {
    code: frozenset(words.split())
    for code, words in {
        ENGLISH: """the of and to for with you your we our are will be have has this that what how
            did do does were it they them which who why when where would could about from there been
            not i thanks thank okay then than their more tell""",
        "de": """der das den dem ein eine einen einem einer und oder aber nicht mit für von zu zum
            zur auf bei aus nach über sie ihr ihre ihren ihrem ihrer ihnen ich wir haben hat hatten
            ist sind war waren wie wann wo warum womit woran welche welcher welches welchen wenn
            dass auch noch dann damit dabei daran dazu sich mich mir gibt würden möchten können
            danke bitte verstehe gern im jetzt natürlich kein
            keine nein ja nur schon frage gespräch etwa insgesamt minuten""",
        "es": """el los las una unos y o pero con para por del al lo su sus usted ha han hizo hace
            qué cómo cuándo dónde cuál cuáles quién más muy este esta esto ese esa eso está están
            fue era hay también entonces así sobre cuando como porque gracias tiene puede podría
            quiere entiendo algo yo ya sí nada hola soy ahora entrevista pregunta hoy
            otra otro otras vez cada durante sin todo todos estamos tenemos casi dicho mi días total
            alrededor minutos""",
        "fr": """les une et ou mais avec pour par au aux ce cette ces cela ça votre vos vous je nous
            il elle ils avez avait êtes était sont qu l j quoi comment quand où pourquoi quel
            quelle quels quelles qui dans sur est pas donc aussi merci fait fais faire
            pourriez leur entendu à nous notre lors tout sûr entretien bonjour oui peu ne""",
    }.items()
}
_HAVE = {
    word: [code for code, common in _COMMON.items() if word in common]
    for word in frozenset[str]().union(*_COMMON.values())
}
_OTHERS_MOST = 0.5


def is_in(text: str, code: str) -> bool:
    """Whether a text has common words of a language, and far fewer of any other one here.

    Args:
        text: A sentence or more.
        code: English, or one of `catalogue.ASKED_IN`.
    """
    found = dict.fromkeys(_COMMON, 0)
    for word in _WORD.findall(text):
        for one in _HAVE.get(word.lower(), ()):
            found[one] += 1
    own = found.pop(code)
    return own > 0 and max(found.values()) <= own * _OTHERS_MOST
