"""What an interviewer never says in French, and which words bring in nothing of their own."""

from darasa_reflex.features.interviews.mind.locales.standard import Standard
from darasa_reflex.features.interviews.questions.locales.private import PRIVATE

STANDARD = Standard.of(
    "fr",
    PRIVATE["fr"],
    neutral="""merci vois voyez comprends compris entendu entends noté accord disiez dites dit
        raconté racontez racontiez expliqué expliquez décrit décrivez mentionné mentionnez parlé
        parlez parliez avez aviez avoir avait était étiez êtes sont furent fait faites faire alors
        puis ensuite avant après pendant quand comme parce pour mais cette celui celle ceux cela
        quelque quelques beaucoup plus aussi encore votre vous vôtre leur avec dans chez sous
        entre depuis vers question réponse exemple moment travail travailler travaillé étape
        étapes partie part situation temps propre même personnellement résultat résultats effet
        nombre chiffre chiffres mesure mesuré mesurer changé changer passé passer arrivé
        exactement précis précisément détail rôle tâche contribution donc ainsi""",
    of_questions="""décidé décider décision choisi choisir convaincu convaincre réagi réagir
        remarqué trouvé appris apprendre prévu préparé commencé difficile difficulté facile
        important importe raison autre autres suivant suivante bientôt tard aujourd nouveau
        quelqu tous équipe collègues responsable assuré assurer vérifié vérifier géré apporté
        senti pensé penser expliquer montré besoin voulu voulait aidé plupart pourriez pouvez
        feriez devait premier abord quel quelle quels quelles qui quoi comment pourquoi contre
        sans lieu grâce signifie su savoir venu venir mené tiré sorti réussi permis aurait
        deux trois justement ici
        là-bas toujours utilisé utilisez""",
    praising=r"génia\w+|excellent\w*|super|parfait\w*|merveilleu\w+|fantastique\w*|formidable\w*"
    r"|impressionn\w+|remarquable\w*|brillant\w*|admir\w+|bravo|félicit\w+|très bien|bien joué"
    r"|bonne (?:réponse|question|idée)|bon (?:exemple|travail|point)|intéressant\w*"
    r"|intelligent\w*|j'(?:aime|adore)|dommage|malheureusement|décev\w+|déçu\w*|note de"
    r"|c'est (?:juste|exact|correct)|prochain tour|recontact\w+|chances?|embauch\w+|retenu\w*",
    judging=r"bons?|bonnes?|bien|forte?s?|solides?|faibles?|mauvais\w*|mieux|meilleur\w*|pires?"
    r"|justes?|fau(?:x|sse)|corrects?|précieu\w+|convaincant\w*|flous?|vagues?|fiers?|fière"
    r"|efficaces?|montre que|prouve|manque|convien\w+|correspond\w*|qualifiée?|apte|réussi\w*"
    r"|j'ai|je (?!vois|comprends|note|retiens)\w+|mon|ma|mes",
    teaching=r"vous (?:devriez|auriez dû|auriez pu)|la prochaine fois|essayez|conseil\w*"
    r"|recommand\w+|suggèr\w+|suggér\w+|en entretien|n'oubliez pas|idéalement|pensez à"
    r"|l'annonce|l'offre|le poste (?:demande|exige|requiert)",
    out_of_role=r"je suis (?:un|une|votre)|voici|ia|modèle de langage|assistant\w*|chatbot"
    r"|instructions?|consignes?|prompts?|json|matériel|blagues?|poèmes?|ravie? de|candidat\w*"
    r"|nous|notre|nos",
    asking=r"parlez-moi|racontez|décrivez|expliquez|donnez-moi|dites-moi|s'il vous plaît"
    r"|(?:pouvez|pourriez|voulez)-vous|question suivante|j'aimerais|je (?:voudrais|veux)",
    two_at_once=r"(?:,|et|ou) (?:que|qu'|qui|comment|pourquoi|quand|où|quel\w*|à quoi|avec qui)",
    asks_openly=r"que|qu'\w+|quoi|qui|quel\w*|comment|pourquoi|quand|où|combien|à quoi|lequel\w*",
    refers_back=r"cela|ça|ce|cet|cette|ces|celui\w*|celle\w*|ceux|y|en|l'\w+|le|la|les|il|elle"
    r"|ils|elles|lui|leur|là|alors",
    turned_to_them=r"vous|votre|vos|vôtre|merci|cela|ça|c'est|je vois|je comprends|entendu|noté",
    not_known=r"(?:ne|n'|rien|pas)\b.*\b(?:sais|dit|précise|mentionne|annonce)"
    r"|annonce\b.*\b(?:pas|rien)",
)
