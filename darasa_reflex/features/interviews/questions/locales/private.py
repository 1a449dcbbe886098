"""What is never asked nor said, in the languages beside English; see `forbidden`."""

import re

_PRIVATE = {
    "de": r"\b(?:ihr\w*|haben sie|sind sie) (?:\w+ )?(?:famili\w+|kind(?:er|ern)?\b|eh(?:e\b|emann"
    r"|efrau|epartner)\w*|partner(?:in)?\b|schwanger\w*|gesundheit\w*|krankheit\w*|behinder\w+"
    r"|religi\w+|glaube\w*|konfession\w*|alter\b|herkunft|nationalität\w*|staatsangehörigkeit"
    r"|abstammung|geschlecht\w*|sexuell\w*|akzent\w*|hautfarbe|gewerkschaft\w*|partei\w*"
    r"|muttersprache|verheiratet|ledig|geschieden|religiös|krank|gesund)\b"
    r"|\bwie alt\b|\bwoher (?:kommen|stammen) sie\b|\bwo sind sie geboren\b|\bgeburts\w+"
    r"|\b(?:kinderwunsch\w*|familienplanung|schwanger\w*|religion\w*|sexualität)\b",
    "es": r"\bsus? (?:propi[oa]s? )?(?:familia\w*|hij[oa]s?|marido|mujer|espos[oa]|pareja|embarazo"
    r"|salud|enfermedad\w*|discapacidad\w*|religión|fe|edad|nacionalidad|origen|raza|etnia"
    r"|sexualidad|género|acento|sindicato|partido|lengua materna)\b"
    r"|\b(?:es|está) usted (?:\w+ )?(?:casad[oa]|solter[oa]|divorciad[oa]|embarazada|creyente"
    r"|religios[oa]|enferm[oa]|discapacitad[oa])\b|\btiene (?:usted )?(?:hijos|familia|pareja)\b"
    r"|\bcuántos años tiene\b|\bde dónde (?:es|viene) usted\b|\bdónde nació\b"
    r"|\b(?:embaraz\w+|religi\w+|nacionalidad|discapacidad)\b",
    "fr": r"\b(?:votre|vos) (?:propre )?(?:famille|enfants?|mari|femme|époux|épouse|conjoint\w*"
    r"|compagn\w+|grossesse|santé|maladie\w*|handicap\w*|religion|foi|âge|nationalité|origine\w*"
    r"|race|ethnie|sexualité|genre|accent|syndicat|parti|langue maternelle)\b"
    r"|\bêtes[- ]vous (?:\w+ )?(?:marié\w*|célibataire|divorcé\w*|enceinte|croyant\w*|religieu\w+"
    r"|malade|handicapé\w*)\b|\bavez[- ]vous des enfants\b|\bquel âge\b|\bd'où venez[- ]vous\b"
    r"|\boù êtes[- ]vous né\w*\b|\b(?:enceinte|grossesse|religion|nationalité|handicap\w*)\b",
}
# A verdict, a forecast or an answer.
_TEACHES = {
    "de": r"\b(?:gut gemacht|die richtige antwort|sie werden (?:eingestellt|genommen)"
    r"|sprachmodell|als ki)\b",
    "es": r"\b(?:bien hecho|la respuesta correcta|será (?:contratad\w+|seleccionad\w+)"
    r"|modelo de lenguaje|como ia)\b",
    "fr": r"\b(?:bien joué|la bonne réponse|vous serez (?:embauché\w*|retenu\w*)"
    r"|modèle de langage|en tant qu'ia)\b",
}
PRIVATE = {code: re.compile(words, re.IGNORECASE) for code, words in _PRIVATE.items()}
TEACHES = {code: re.compile(words, re.IGNORECASE) for code, words in _TEACHES.items()}
