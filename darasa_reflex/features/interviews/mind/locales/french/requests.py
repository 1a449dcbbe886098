"""French wishes by the words they are made of; without accents. See `wishes`."""

from darasa_reflex.features.interviews.mind.locales.clauses import made_of

# As it is spoken, in Québec too: "j'ai pas", "pouvez-vous-tu", "c'est beau".
_POLITELY = (
    r"(?:est ce que |est ce qu )?(?:vous|tu|je|on|il) (?:pouvez|pourriez|peux|peut|pourrais"
    r"|pourrait|voulez|voudriez|voudrais|veux)|(?:pouvez|pourriez|peux|pourrais|voulez|voudriez"
    r"|veux|puis)"
    r" (?:vous|tu|je)|(?:pouvez|pourriez)|serait il|s il vous plait|svp|s il te plait|bien"
    r"|serait|est|possible|aimerais|j aimerais|ca vous (?:derangerait|derange|ennuie)|de|me|m|moi"
    r"|peut etre|juste|un peu|petit peu|encore|seriez vous|aimable|assez|gentil|pour|un"
)
_ASKED = (
    r"la|le|l|ca|cela|cette|votre|derniere|question|fois|encore une fois|une nouvelle fois|a"
    r" nouveau|de nouveau|une fois de plus|une deuxieme fois|une autre fois"
    r"|ce que vous (?:avez dit|disiez"
    r"|venez de dire)"
)
_WISHING = (
    r"(?:est ce que |est ce qu )?(?:je|on|nous) (?:peux|peut|pourrait|pouvons|pourrions|pourrais"
    r"|veux|voudrais|aimerais(?: mieux)?|prefere|prefererais|souhaite|souhaiterais|dois|vais|va)"
    r"|j aimerais(?: mieux)?|j aime mieux|je (?:vais|dois|va) (?:devoir|aller)|(?:pouvons|pourrions"
    r"|peut|pourrait|puis|pouvez|pourriez) (?:nous|on|je|vous)|(?:est ce que )?vous (?:pouvez"
    r"|pourriez)|il (?:faut|faudrait) que je|il faut|s il vous plait|svp|bien|juste|plutot|mieux"
    r"|maintenant|tout de suite|qu on|ca serait possible de|est ce possible de"
)
REPEATED = made_of(
    rf"{_POLITELY}|{_ASKED}|repeter|repetez|repete|repetes|repetee|redire|redites|redis|reposer"
    r"|reposez|reposee|reformulee|relire|relisez|dire|dites|poser|posez|lire|lisez|entendre"
    r"|reentendre|reecouter|parler|parlez|plus lentement|plus fort|moins vite|plus doucement",
    with_one_of=r"(?:pouv|pourr|peu|voul|voud|veu|est ce|vous|s il|moi|aimerais|puis|possible)\w*"
    r" (?:\w+ )*(?:repet\w*|redire|repos\w*|relire|reentendre|reecouter)|repetez|redites|reposez"
    r"|relisez|(?:dire|dites|poser|posez|lire|entendre|question) (?:\w+ )*(?:encore une fois"
    r"|a nouveau|de nouveau|nouvelle fois|fois de plus|autre fois)|(?:parler|parlez|pouvez"
    r"|pourriez) (?:\w+ )*(?:plus (?:lentement|fort|doucement)|moins vite)",
)
WHAT_WAS_IT = (
    r"(?:c (?:etait|est)|c etait) (?:deja )?quoi(?: (?:deja|votre|la|question|encore|deja la"
    r" question))*|(?:la|votre) question c etait quoi(?: deja)?|quelle (?:etait|est) (?:deja )?"
    r"(?:la|votre) question(?: deja)?|(?:qu est ce que|que|qu) (?:vous )?(?:avez|m avez|aviez)"
    r"(?: vous)?(?: m avez)? (?:dit|demande|pose)(?: (?:deja|comme question|juste avant))?"
    r"|vous (?:avez dit|m avez demande|m avez dit|disiez|dites) quoi|vous disiez|quoi deja"
    r"|(?:que|qu est ce que) (?:disiez vous|vous disiez|vous me demandiez)"
)
LOST = (
    r"(?:je (?:n |ne )?|j )(?:vous |l )?(?:ai pas|ai rien|ai mal|entends pas|entends mal|entends"
    r" plus|entendais pas)(?: (?:tout|bien|tres|trop|completement))*(?: (?:entendu|compris|saisi"
    r"|capte|suivi|entendue|comprise|attrape))?(?: (?:la|votre|fin|de|question"
    r"|ce que vous (?:avez dit|disiez|dites)|tout|debut|le|bien|derniere|partie))*"
    r"|je vous (?:entends|recois) (?:tres |un peu )?mal|je vous ai perdue?"
    r"|vous avez coupe|j ai (?:rate|manque|perdu)(?: (?:la|votre|le|fin|debut|de|question|bout))+"
)
THINKING = made_of(
    r"(?:est ce que |est ce qu )?(?:vous|je|on)|(?:pouvez|pourriez|puis|peux|peut)(?: (?:vous|je"
    r"|on))?|donnez|donner|laissez|laisser|laisse|donne|accordez|accorder|attendez|attendre|attends"
    r"|patientez|patienter|moi|me|m|que|prenne|prends|prendre|vais|voudrais|aimerais|j aimerais"
    r"|j aurais|j ai|besoin|d|de|du|il|faut|faudrait|faut que|dois|doit|un|une|deux|trois|cinq"
    r"|quelques|petit|petite|petites|encore|juste|seulement|instant|instants|moment|moments"
    r"|seconde|secondes|minute|minutes|minutees|temps|le|la|peu|plus|pour|a|y|ca|cela|reflechir"
    r"|reflechisse|reflechis|reflexion|penser|pense|songer|rassembler|mes|idees|me concentrer|bien"
    r"|s il vous plait|je vous prie|svp|alors|toujours|en train|suis|la dessus|avant|question|cette"
    r"|ma|reponse|reprendre|esprits|souffle|respirer|voir|que j y (?:pense|reflechisse)|bougez"
    r" pas|ne|pas|quittez",
    with_one_of=r"(?:un|une|petit|petite|quelques|l|deux|encore) (?:petite? )?(?:instants?|moment"
    r"|secondes?)|(?:donnez|laissez|laisser|donner|attendez|besoin|faut"
    r"|prends|prendre|faudrait|accordez|petite|attends|aimerais|encore|juste) (?:\w+ )*(?:minutes?"
    r"|temps)|(?:je|laissez|faut que|laisse|aimerais) (?:\w+ )*(?:reflechi\w*|reflexion|pense(?:r)?"
    r"|songer|rassembler|concentrer)|attendez|patientez|ne (?:bougez|quittez) pas|bougez pas",
)
LEFT_OUT = made_of(
    rf"{_WISHING}|je|on|m|me|a|en|sur|la|le|l|ca|cela|cette|celle|celle ci|celle la|ci|question"
    r"|suivante|prochaine|autre|autre chose|une|d|de|tour|mon|passer|passe|passons|sauter|saute"
    r"|sautons|laisser|laisse|laissons|tomber|cote|eviter|ignorer|poser|posez|demander|demandez"
    r"|changer|changeons|sujet|revenir|reviendra|revient|y|plus tard|apres|directement|joker"
    r"|skip|skipper|suite|moi|faire|prendre|passez",
    with_one_of=r"(?:prefere|prefererais|voudrais|aimerais|peut|pourrait|pouvons|pourrions|veux|va"
    r"|souhaite|puis|peux|vais|mieux) (?:\w+ )*(?:passer|sauter|laisser|eviter|ignorer"
    r"|skip(?:per)?) (?:\w+ )*(?:question|suivante|prochaine|celle|ca|autre|tour|cote|tomber)"
    r"|passons (?:a|la"
    r"|cette|celle|directement)|sautons|laissons (?:\w+ )*(?:cote|tomber)|question suivante"
    r"|la (?:suivante|prochaine)|prochaine question|(?:une )?autre question|passez a la"
    r"|(?:celle la|celle ci|cette question) je (?:la )?(?:passe|saute)|je la passe|je (?:passe"
    r"|saute)(?: (?:mon tour|cette question|celle))?|(?:posez|demandez|poser) (?:\w+ )*autre|joker"
    r"|(?:peut|pourrait|pouvons|va) (?:\w+ )*(?:revenir|reviendra|revient) (?:\w+ )*(?:plus tard"
    r"|apres)|changeons (?:de )?(?:sujet|question)",
)
NOT_ANSWERING = made_of(
    rf"{_WISHING}|je|j|n|ne|n ai|j ai|ai|veux|n aimerais|voudrais|envie|pas|rien|d|de|a|en|sur|la"
    rf"|ca|cela|cette|question"
    r"|dessus|repondre|dire|parler|y|vraiment|trop|tellement",
    with_one_of=r"(?:prefere|prefererais|voudrais|aimerais|envie|souhaite|plutot|mieux) (?:\w+ )*"
    r"(?:pas|rien) (?:\w+ )*(?:repondre|dire|parler)|pas (?:\w+ )*(?:envie"
    r"|veux) (?:\w+ )*(?:repondre|parler)|(?:veux|souhaite|aimerais|voudrais) pas (?:\w+"
    r" )*(?:repondre|parler)",
)
OVER = made_of(
    rf"{_WISHING}|s|m|me|nous|on|arreter|arrete|arretons|arretez|terminer|termine|terminons|finir"
    r"|finissons|finisse|interrompre|stopper|stoppe|stop|cesser|conclure|quitter|raccrocher|en"
    r"|rester|reste|restons|la|ici|ca|cet|l|entretien|entrevue|aujourd hui|pour|partir|y|aller"
    r"|filer|vous"
    r"|laisser|suffit|suffira|assez|c est|cette|seance|conversation|l appel|mettre fin|a|devoir",
    with_one_of=r"(?:voudrais|aimerais|veux|peut|pourrait|prefere|prefererais|va|vais|souhaite"
    r"|mieux|souhaiterais|pouvons|pourrions|puis|faut|dois|pouvez|qu) (?:\w+ )*(?:arret(?:er|e"
    r"|ons)|terminer?|finir|interrompre|stopper|cesser|conclure|quitter|raccrocher|en (?:rester"
    r"|reste)|mettre fin)|(?:stop|bon|on) (?:on )?arrete (?:la|ici|tout)|arretons|terminons"
    r"|finissons|arretez|restons (?:\w+ )*la|(?:dois|devoir|faut) (?:\w+ )*(?:partir|aller|filer"
    r"|laisser|quitter)|(?:suffit|suffira|assez) (?:\w+ )*aujourd"
    r" hui",
)
NOT_GOING_ON = (
    r"je (?:ne )?(?:veux|souhaite) (?:plus|pas) continuer(?: (?:l entretien|ca|cela|plus))*"
    r"|(?:je n ai|j ai) (?:plus|pas) envie de continuer"
)
MORE = r"(?:(?! (?:disait|disaient|dit|demandait|demande|a|ont|m|me|lui)\b) \w+){0,9}"
OTHERWISE = made_of(
    rf"{_POLITELY}|la|le|l|ca|cela|cette|votre|question|en|avec|dire|dites|formuler|formulez"
    r"|reformuler|reformulez|poser|posez|demander|demandez|expliquer|expliquez|preciser|precisez"
    r"|clarifier|clarifiez|eclaircir|developper|autrement|differemment|d autres|une autre|d une"
    r"|d un|autre|facon|maniere|termes|mots|simple|simples|simplement|clairement|plus|sous"
    r"|mieux|rephraser|tourner|ce que vous (?:voulez dire|entendez par la|attendez|demandez)"
    r"|donner|donnez|un|exemple|concret|precise?",
    with_one_of=r"autrement|differemment|autre (?:facon|maniere)|autres (?:mots|termes)|plus"
    r" simpl\w*|plus clair\w*|mots simples|reformul\w*|clarifi\w*|eclaircir|precisez|(?:pouvez"
    r"|pourriez|peux|vous|possible|moi|plait) (?:\w+ )*(?:expliquer|preciser|developper)"
    r"|expliquez (?:moi|mieux|la|ca)|(?:donner|donnez) (?:\w+ )*exemple",
)
UNCLEAR = (
    r"(?:je |j )?(?:ne |n )?(?:comprends|saisis|vois|suis|ai) (?:pas|mal)"
    r"(?: (?:sure?|certaine?))?(?: (?:trop|bien|tres|vraiment|tout|a fait|completement))*"
    r"(?: (?:d|de|avoir|compris|comprendre|saisi|saisir))*(?: (?:la|votre|cette|question|le sens"
    r"|de|ou vous voulez en venir|ce que vous (?:voulez(?: dire| savoir)?|demandez|me demandez"
    r"|attendez|dites)|bien|tres|ce qu il faut))+|(?:qu est ce que|que|qu"
    r"|qu est ce qu) (?:vous )?(?:voulez|entendez|attendez)(?: vous)?"
    r"(?: (?:dire|savoir|par|la|ca|exactement|au juste|de moi|comme reponse))*"
    r"|(?:qu est ce que|que|qu) (?:vous )?entendez(?: vous)? par(?: \w+){1,4}"
    r"|vous (?:voulez|cherchez a) savoir quoi(?: (?:exactement|au juste))?"
    r"|ca veut dire quoi(?: \w+){0,3}|c est a dire|comment ca|dans quel sens|ca veut dire quoi"
    r"|vous (?:voulez dire|entendez) quoi(?: (?:par|la|exactement))*|(?:la"
    r"|votre) question (?:n )?est pas (?:tres |bien )?claire(?: pour moi)?"
    r"|c est pas (?:tres )?clair"
)
