"""How candidates word their wishes in French; without accents."""

from darasa_reflex.features.interviews.mind.locales.french import requests as asked
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
        Intent.REPEAT: rf"{_REPEAT}|{asked.REPEATED}|{asked.WHAT_WAS_IT}|{asked.LOST}|{_UNHEARD}"
        rf"|{_AGAIN}|pardon|comment|quoi|hein|quelle (?:etait|est) la question|la question {_AGAIN}"
        r"|qu avez vous (?:dit|demande)|vous disiez|plus (?:lentement|fort)"
        r"|je (?:ne )?vous entends (?:mal|pas)",
        Intent.WAIT: rf"{asked.THINKING}|(?:c est |voila |ca c est )?(?:une )?(?:tres )?(?:bonne"
        r"|sacree|difficile) question|(?:c est )?(?:une )?question (?:assez |plutot |tres )?"
        r"(?:difficile|interessante|compliquee|pas facile|piege)"
        r"|(?:juste )?(?:deux|trois|cinq) (?:petites )?minutes (?:s il vous plait|svp|on sonne|je"
        r" \w+)(?: \w+){0,4}"
        rf"|(?:juste )?(?:un|une|encore une?|quelques) ?(?:petite? )?{_TIME}"
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
        Intent.SKIP: rf"{asked.LEFT_OUT}|{asked.NOT_ANSWERING}|{_WANT}?(?:passer|passons|sauter"
        rf"|sautons|laisser|laissons|ignorer)"
        r"(?: (?:a|la|cette|celle|ci|question|suivante|suite|autre|de|cote|une))*"
        r"|je (?:passe|saute)(?: (?:cette question|mon tour))?|(?:la )?(?:question )?suivante"
        r"|(?:une )?autre question|sans commentaire"
        rf"|{_WANT}?ne pas (?:y )?repondre(?: a (?:ca|cette question|cela))?",
        Intent.UNKNOWN: r"(?:ca |la )?(?:je )?(?:ne |n en )?sais (?:vraiment )?(?:pas|rien)"
        r"(?: (?:quoi (?:dire|repondre|vous dire)|trop|du tout|vraiment|moi|quoi|la|comme ca))*"
        r"|(?:je n (?:en )?ai |j ai )?aucune (?:idee|experience)(?: (?:la dessus|de ca))?"
        r"|(?:j en|je n en) ai (?:pas|aucune?)|(?:j|je n) ai (?:pas|aucune?) (?:d |la moindre )?"
        r"(?:idee|exemple|reponse|experience)(?: (?:en tete|de ca|la dessus|comme ca|pour ca|qui"
        r" me vient))*"
        r"|(?:la |comme ca |la tout de suite |pour l instant |spontanement )*(?:rien ne me vient"
        r"|(?:j ai |je n ai )?rien (?:qui )?me vient|j ai rien qui me vient|j ai un (?:trou|blanc)"
        r"|je (?:ne )?(?:vois|trouve) pas(?: (?:d exemple|quoi (?:dire|repondre)))?"
        r"|je (?:ne )?me (?:souviens|rappelle) (?:pas|plus)|ca ne me dit rien)"
        r"(?: (?:a l esprit|en tete|comme ca|trop|la|tout de suite|pour l instant|spontanement"
        r"|maintenant|de memoire))*|je (?:ne )?suis pas sure?"
        r"|je n ai jamais (?:fait|vecu|eu) (?:ca|cela)|j ai jamais (?:fait|vecu|eu) (?:ca|cela)",
        Intent.DONE: r"(?:c est|ce sera|voila c est) tout(?: (?:pour moi|je crois))*"
        r"|(?:je n ai )?rien (?:d autre|de plus)(?: a (?:ajouter|dire))?|j ai (?:fini|termine)"
        r"|voila(?: (?:tout|c est tout))?",
        Intent.END: rf"{asked.OVER}|{asked.NOT_GOING_ON}|{_WANT}?(?:m |nous )?(?:arreter|arretons"
        rf"|terminer|terminons|finir"
        r"|finissons|en rester|interrompre|cesser)(?: (?:la|ici|l entretien|maintenant"
        r"|cet entretien|pour aujourd hui|nous|en))*"
        r"|(?:merci )?(?:beaucoup )?(?:et )?(?:au revoir|a bientot|bonne journee)"
        r"|je dois (?:partir|y aller|filer|vous laisser)|arretez(?: (?:l entretien|la))?",
        Intent.GREETING: r"(?:bonjour|bonsoir|salut|allo)(?: (?:madame |monsieur )?\w+)?"
        r"(?: (?:comment (?:allez vous|ca va)|ca va|vous allez bien))?"
        r"|comment (?:allez vous|ca va)(?: aujourd hui)?|(?:allo )?(?:est ce que )?vous m entendez"
        r"(?: bien)?|m entendez vous(?: bien)?|vous etes (?:toujours )?la|etes vous (?:encore )?la"
        r"|test(?: test)*",
        Intent.MEANING: rf"{asked.UNCLEAR}|{asked.OTHERWISE}"
        r"|je ne (?:comprends|saisis) pas(?: (?:bien|la|votre|question|ce que vous"
        rf"|voulez|dire|demandez|tres))*|que voulez vous dire{asked.MORE}"
        rf"|qu entendez vous par{asked.MORE}"
        r"|c est a dire|dans quel sens|que (?:signifie|veut dire) (?:\w+ ){0,3}\w+"
        rf"|{_CAN}{_IT}*(?:expliquer|preciser|reformuler|clarifier){asked.MORE}"
        rf"|vous (?:parlez|voulez parler) de{asked.MORE}",
        Intent.ASIDE: r"(?:etes vous|vous etes|tu es) (?:un |une |vraiment )*(?:robot|ia|humain"
        r"|humaine|machine|ordinateur|programme|bot|vraie personne)"
        r"|qui (?:etes vous|vous a .+|es tu)|comment vous appelez vous"
        r"|quel temps (?:fait il|fera)(?: .+)?|quelle heure est il"
        r"|racontez (?:moi )?une blague|parlez moi de vous|(?:chantez|traduisez|dessinez) .+"
        r"|(?:est ce que c etait|etait ce) (?:bien|juste|bon|correct)"
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
    beginning=r"euh+|hum+|hm+|mm+|ah|oh|ouf|oups|ok|okay|bon|ben|beh|alors|oui|ouais|non|d accord"
    r"|bien|s il vous plait|pardon|excusez moi|excuse moi|desolee?|je suis desolee?|navree?"
    r"|merci|merci beaucoup|mais|et|donc|la|en fait|honnetement|franchement|je crois|je pense"
    r"|peut etre|voila|ecoutez|tenez|bah|sinon|du coup|je m excuse|c est bon|c est beau|c est"
    r" gentil",
    ending=r"s il vous plait|svp|merci|merci beaucoup|merci bien|si (?:possible|c est possible"
    r"|ca ne vous derange pas|ca vous derange pas|vous (?:voulez|permettez)|vous voulez bien)|ok"
    r"|d accord|pardon|desolee?|pour votre temps|pour tout|hein|merci quand meme|c est gentil",
    excuse=r"(?:on|quelqu un) (?:sonne|frappe|m appelle)(?: (?:a la porte|a ma porte|la))?"
    r"|(?:le|mon|j ai le|y a le) (?:telephone|portable|cellulaire)(?: qui)? (?:sonne|vibre)"
    r"|(?:ca|le son|la ligne|la connexion|vous) (?:a|avez|est|etait|s est)(?: (?:ete|un peu|tres))*"
    r" (?:coupe|coupee|saute|mauvaise?|gresille)|il y a (?:eu )?(?:du|beaucoup de) bruit(?: ici)?"
    r"|y a (?:du|beaucoup de) bruit|c est (?:trop )?(?:personnel|prive)|je n etais pas concentree?"
    r"|j ai decroche|j etais (?:distraite?|ailleurs)|je (?:vais )?(?:ferme|fermer|coupe|couper"
    r"|prends|prendre|cherche|ouvre|ouvrir)"
    r" (?:juste |vite )?(?:la|le|mon|ma|un|une) \w+|je suis (?:un peu |tres )?(?:fatiguee?"
    r"|stressee?|perdue?)|c est difficile"
    r"|(?:j ai|je n ai|je) (?:pas|rien) (?:de )?(?:reponse|a dire)(?: la dessus)?"
    r"|c est bon pour moi|j ai (?:un|une) autre (?:rendez vous|reunion)(?: apres)?",
    request=r"(?:vous )?(?:pouvez|pourriez)|(?:est ce qu )?on (?:peut|pourrait)|c etait quoi"
    r"|quelle etait|repetez",
    reported=r"dis\w*|dit\w*|demand\w+|repond\w+|repet\w+ que|cri\w+|pens\w+|il|elle|ils|elles"
    r"|client\w*|chef\w*|alors que|lui|leur|quand",
    asks_us=r"(?:pouvez|pourriez|voulez|voudriez) vous|vous (?:pouvez|pourriez)|puis je|passons"
    r"|laissez moi|donnez moi|je prefer\w+ (?:ne )?pas|on pourrait"
    r"|vous (?:entends|suis|comprends)|trop (?:vite|difficile|dur) pour moi|s il vous plait$",
    begins_asking=r"(?:qu est ce|est ce|c est quoi|comment|quel(?:le)?s?|combien|ou) .*\b(?:vous"
    r"|question|poste|equipe)",
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
