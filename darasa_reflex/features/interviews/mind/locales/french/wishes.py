"""How candidates word their wishes in French; without accents."""

from darasa_reflex.features.interviews.mind.locales.intent import Intent
from darasa_reflex.features.interviews.mind.locales.listening import Listening

_CAN = r"(?:(?:vous )?(?:pouvez|pourriez|pourrais|peux|peut|pourrait)(?: (?:vous|on|je|tu))? )"
_IT = r"(?:(?:la|le|l|me|moi|votre|cette|derniere|question|ca|cela|s il vous plait) ?)"
_AGAIN = r"(?:encore une fois|une nouvelle fois|a nouveau|de nouveau|une fois de plus)"
_TIME = r"(?:moment|instant|seconde|secondes|minute|minutes|temps)"
_WANT = (
    r"(?:(?:je (?:voudrais|veux|prefere|prefererais|souhaite|souhaiterais|dois)|j aimerais"
    r"|on peut|nous pouvons|peut on|pouvons nous|pourrions nous|est ce qu on peut) )"
)
_UNHEARD = (
    r"(?:je n ai pas (?:bien |tout )?(?:entendu|compris|saisi)"
    r"(?: (?:la|votre|question|ce que vous avez dit|ce que vous dites))*)"
)
_REPEAT = (
    rf"{_CAN}?{_IT}*(?:repeter|repetez|reposer|redire|redites)(?: {_IT}+)?(?: ?{_AGAIN})?"
    rf"|{_CAN}?{_IT}*(?:dire|poser|lire) ?{_IT}*{_AGAIN}"
)
FRENCH = Listening.of(
    "fr",
    {
        Intent.REPEAT: rf"(?:{_UNHEARD} )?(?:{_REPEAT})|{_UNHEARD}|{_AGAIN}|pardon|comment|quoi"
        rf"|comment ca|quelle (?:etait|est) la question|la question {_AGAIN}"
        r"|qu avez vous (?:dit|demande)|vous disiez|plus (?:lentement|fort)"
        r"|je (?:ne )?vous entends (?:mal|pas)",
        Intent.WAIT: rf"(?:juste )?(?:un|une|encore une?|quelques|deux) ?(?:petite? )?{_TIME}"
        r"(?: (?:pour (?:reflechir|y penser)))?"
        rf"|{_CAN}?(?:donnez|laissez|donner|laisser|accorder|accordez) ?(?:moi|me)?"
        rf" (?:(?:un|une|quelques|le|du|peu|de|petit|petite|encore) )*{_TIME}"
        r"(?: (?:pour (?:reflechir|y penser)|de reflexion|de reflechir))?"
        rf"|(?:j ai besoin|il me faut|il me faudrait) (?:(?:d|de|un|une|du|peu|petit) )*{_TIME}"
        r"(?: pour (?:reflechir|y penser))?"
        r"|(?:laissez moi|il faut que je|je dois|je vais|j aimerais) (?:y )?(?:reflechir"
        r"|reflechisse|penser)(?: (?:un (?:moment|instant|peu)|une (?:minute|seconde)))?"
        r"|je reflechis(?: encore)?|attendez(?: (?:un (?:moment|instant)|une (?:seconde"
        r"|minute)))?|(?:c est une )?bonne question",
        Intent.READY: r"(?:je suis )?(?:prete?|de retour)|c est bon"
        r"|(?:on peut|nous pouvons|je peux) (?:continuer|commencer|y aller|reprendre|repondre)"
        r"|continuons|allons y|reprenons|allez y",
        Intent.SKIP: rf"{_WANT}?(?:passer|passons|sauter|sautons|laisser|laissons|ignorer)"
        r"(?: (?:a|la|cette|celle|ci|question|suivante|suite|autre|de|cote|une))*"
        r"|je (?:passe|saute)(?: (?:cette question|mon tour))?|(?:la )?(?:question )?suivante"
        r"|(?:une )?autre question|sans commentaire"
        rf"|{_WANT}?ne pas (?:y )?repondre(?: a (?:ca|cette question|cela))?",
        Intent.UNKNOWN: r"(?:ca |la )?(?:je )?ne sais (?:vraiment )?pas(?: (?:quoi (?:dire"
        r"|repondre)|trop|du tout|vraiment))*|(?:je )?sais pas(?: trop)?"
        r"|(?:je n (?:en )?ai )?aucune (?:idee|experience)(?: (?:la dessus|de ca))?"
        r"|je n ai pas (?:d )?(?:idee|exemple|reponse|experience)(?: (?:en tete|de ca|la dessus))*"
        r"|(?:rien ne me vient|je ne vois pas|je ne me souviens pas|je ne me rappelle pas|ca ne me"
        r" dit rien)(?: (?:a l esprit|comme ca|trop))*|je ne suis pas sure?"
        r"|je n ai jamais (?:fait|vecu|eu) (?:ca|cela)",
        Intent.DONE: r"(?:c est|ce sera|voila c est) tout(?: (?:pour moi|je crois))*"
        r"|(?:je n ai )?rien (?:d autre|de plus)(?: a (?:ajouter|dire))?|j ai (?:fini|termine)"
        r"|voila(?: (?:tout|c est tout))?",
        Intent.END: rf"{_WANT}?(?:m |nous )?(?:arreter|arretons|terminer|terminons|finir"
        r"|finissons|en rester|interrompre|cesser)(?: (?:la|ici|l entretien|maintenant"
        r"|cet entretien|pour aujourd hui|nous|en))*"
        r"|(?:merci )?(?:beaucoup )?(?:et )?(?:au revoir|a bientot|bonne journee)"
        r"|je dois (?:partir|y aller|filer|vous laisser)|arretez(?: (?:l entretien|la))?",
        Intent.GREETING: r"(?:bonjour|bonsoir|salut|allo)(?: (?:madame |monsieur )?\w+)?"
        r"(?: (?:comment (?:allez vous|ca va)|ca va|vous allez bien))?"
        r"|comment (?:allez vous|ca va)(?: aujourd hui)?|(?:allo )?(?:est ce que )?vous m entendez"
        r"(?: bien)?|m entendez vous(?: bien)?|vous etes (?:toujours )?la|etes vous (?:encore )?la"
        r"|test(?: test)*",
        Intent.MEANING: r"je ne (?:comprends|saisis) pas(?: (?:bien|la|votre|question|ce que vous"
        r"|voulez|dire|demandez|tres))*|que voulez vous dire(?: .+)?|qu entendez vous par .+"
        r"|c est a dire|dans quel sens|que (?:signifie|veut dire) (?:\w+ ){0,3}\w+"
        rf"|{_CAN}{_IT}*(?:expliquer|preciser|reformuler|clarifier)(?: .+)?"
        r"|vous (?:parlez|voulez parler) de .+",
        Intent.ASIDE: r"(?:etes vous|vous etes|tu es) (?:un |une |vraiment )*(?:robot|ia|humain"
        r"|humaine|machine|ordinateur|programme|bot|vraie personne)"
        r"|qui (?:etes vous|vous a .+|es tu)|comment vous appelez vous"
        r"|quel temps (?:fait il|fera)(?: .+)?|quelle heure est il"
        r"|racontez (?:moi )?une blague|parlez moi de vous|(?:chantez|traduisez|dessinez) .+"
        r"|(?:c etait|est ce que c etait|etait ce) (?:bien|juste|bon|correct)"
        r"|comment je (?:m en sors|me debrouille)|comment etait ma reponse",
    },
    {
        "answers": r"(?:quelle longueur|combien de temps|a quel point)\b.*reponses?.*",
        "left": r"(?:combien de (?:temps|minutes)|combien) (?:nous )?(?:reste|restent)\b.*"
        r"|il (?:nous )?reste combien\b.*|(?:c est|est ce) bientot (?:fini|termine)",
        "length": r"(?:combien de temps|ca|cela) (?:dure|va durer|durera|avons nous|prend)"
        r"(?: (?:l|cet|entretien|en tout|t il|ca|cela|combien|de temps))*"
        r"|l entretien dure combien(?: de temps)?",
        "questions": r"combien (?:de |y a t il de |avez vous de )(?:\w+ )?questions\b.*"
        r"|il y a combien de questions",
        "feedback": r"(?:vais je|est ce que je vais|je vais|aurai je|y aura t il|est ce qu il y a)"
        r" (?:\w+ ){0,4}(?:retour|bilan|evaluation|note|feedback|avis)\b.*",
        "typing": r"(?:je peux|puis je|est ce que je peux|dois je|je dois) (?:\w+ ){0,3}"
        r"(?:taper|ecrire)\b.*",
        "started": r"(?:est ce que )?(?:on a|nous avons|avons nous) (?:deja )?commence"
        r"|(?:quand )?(?:est ce qu )?on commence(?: quand)?|je commence",
        "practice": r"(?:est ce|c est|est ce que c est) (?:un |une |pour de |le |juste )*(?:vrai"
        r"|exercice|entrainement|test|simulation)(?: \w+)?",
    },
    beginning=r"euh+|hum+|hm+|ah|oh|ok|bon|ben|alors|oui|non|d accord|bien|s il vous plait"
    r"|pardon|excusez moi|desolee?|merci|merci beaucoup|mais|et|en fait|honnetement"
    r"|franchement|je crois|peut etre|voila",
    ending=r"s il vous plait|svp|merci|merci beaucoup|si (?:possible|c est possible"
    r"|ca ne vous derange pas)|ok|d accord",
    insult=r"(?:ta gueule|la ferme|fermez la|va te faire (?:foutre|voir)|allez vous faire \w+)"
    r"|(?:vous etes|tu es|t es) (?:\w+ ){0,3}(?:idiote?|stupide|nulle?|inutile|conn?e?|debile"
    r"|ridicule)|(?:c est|ca c est) (?:\w+ ){0,3}(?:de la merde|n importe quoi|ridicule|nul"
    r"|une perte de temps|debile)|(?:machine|question) (?:stupide|idiote|debile|nulle)",
    who=r"(?:etes vous|vous etes|tu es) (?:\w+ ){0,2}(?:robot|ia|humain|machine|ordinateur"
    r"|programme|bot)|votre nom|comment vous appelez vous|qui etes vous"
    r"|(?:a|avec) qui (?:je parle|ai je|est ce que je parle)",
    courtesy=r"et (?:vous|la votre|de votre cote)(?: meme)?|comment (?:allez vous|ca va)"
    r"|vous allez bien",
    asks=r"(?:que|qu|qui|quand|ou|combien|quels?|quelles?|comment|pourquoi|est ce que|est ce qu"
    r"|y a t il|a quoi|a quelle|de quoi|(?:est|sont|peut|pourra|avez|pouvez|faut|etes|allez)"
    r" (?:il|elle|ils|elles|on|vous|ce)"
    r"|(?:je (?:voudrais|souhaite|souhaiterais)|j aimerais) (?:\w+ )?(?:savoir|demander)"
    r"|ma question|j (?:ai|aurais) une question)",
    nothing=r"(?:non|aucune|rien|pas pour le moment|pas de question|c est bon|tout est clair)",
    feedback=r"comment (?:c etait|ca s est passe|je m en suis sortie?)|un retour|un bilan"
    r"|(?:prochaines?|etapes suivantes) ?(?:etapes?)?|quand (?:aurai je|saurai je|est ce que je)",
    here=r"vous|votre|vos|entreprise|equipe|poste|salaire|chef|bureau|contrat|conges|horaires",
    order=r"(?:ignorez?|oubliez?|oublie) (?:\w+ ){0,4}(?:instructions?|regles|consignes)"
    r"|prompt systeme|(?:tu es|vous etes) (?:maintenant|desormais) (?:\w+ ){0,3}(?:ia|assistante?"
    r"|bot|modele)",
)
