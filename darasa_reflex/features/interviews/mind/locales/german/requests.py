"""German wishes by the words they are made of; umlauts are spelled out. See `wishes`."""

from darasa_reflex.features.interviews.mind.locales.clauses import made_of

# Words of several regions: "exgüsi", "bittschön", "momenterl".
_POLITELY = (
    r"(?:koennten?|koennen|koenntet|wuerden?|kannst|koenntest|choend|choent|taeten|moegen) (?:sie"
    r"|du|ihr|mir|s|wir)|(?:kann|koennte|duerfte|darf) ich|bitte|mir|bitteschoen|bittschoen"
    r"|vielleicht|kurz|eben|gerade|grad|mal|einfach|netterweise|so nett sein(?: und)?"
    r"|so freundlich sein(?: und)?|waeren sie|macht es ihnen etwas aus"
)
_ASKED = (
    r"die|das|den|des|diese|ihre|deine|letzten?|teil|satz|frage|fragestellung|es|sie|du|noch|noch"
    r" ?(?:ein)?mal|nochmals|nomal|erneut|einmal|ein weiteres mal|von vorne?|mich|zu"
)
# What somebody would do is no wish: "ich würde das Gespräch beenden" tells of a caller.
_WISHING = (
    r"(?:ich|wir) (?:moechten?|will|wollen|muss|muesste|muessen|koennen|koennten|haetten? gerne?)"
    r"|ich wuerde (?:das |die |diese |frage |gespraech |interview |jetzt |hier |dazu )*(?:gerne?"
    r"|lieber)|(?:kann|koennte|darf|duerfte|moechte|will|muss) ich|(?:koennen|koennten|wollen"
    r"|sollen|duerfen) wir|wuerde ich (?:gerne?|lieber)|lassen sie uns|lass uns|lasst uns|bitte"
    r"|gerne?|lieber|mal|einfach|erst ?mal|jetzt|leider|doch|eher|dann|gleich|besser|vielleicht"
    r"|kurz|eben"
)
REPEATED = made_of(
    rf"{_POLITELY}|{_ASKED}|wiederholen|wiederhole|wiederholens|wiederhol|sagen|sage|saege|stellen"
    r"|vorlesen|lesen|fragen|hoeren|sprechen|reden|ein bisschen|ein wenig|etwas|langsamer|lauter"
    r"|deutlicher",
    with_one_of=r"wiederhol(?:en|e|ens)? (?:\w+ )*sie|(?:koenn|wuerd|kannst|choen|taet|darf|duerf"
    r"|kann|moegen|macht|waeren)\w* (?:\w+ )*(?:wiederhol\w*|nochmals?|noch ?(?:ein)?mal|nomal"
    r"|erneut|vorlesen|langsamer|lauter|deutlicher)|bitte (?:\w+ )*(?:wiederholen|nochmals?"
    r"|noch ?(?:ein)?mal)|(?:frage|sagen sie|sag) (?:\w+ )*(?:nochmals?|noch ?(?:ein)?mal|nomal"
    r"|erneut)",
)
WHAT_WAS_IT = (
    r"(?:was|wie|welche) (?:war|lautete?|ist|hiess) (?:denn |jetzt |nochmal |noch mal )*(?:die|ihre"
    r"|die letzte) frage(?: (?:noch ?(?:ein)?mal|nochmals|nochmal|noch|gleich|jetzt|eben|genau"
    r"|denn|gewesen))*|(?:was|wie) (?:haben|hatten|hast) (?:sie|du) (?:(?:mich|gerade|eben|jetzt"
    r"|da|grad|noch"
    r"|noch ?mal|nochmal|gleich) )*(?:gefragt|gesagt)|wie war das(?: (?:bitte|noch ?mal|nochmal"
    r"|gerade|eben|jetzt|noch|gleich))*|was (?:sagten|fragten|meinten) sie(?: (?:gerade|eben))?"
)
LOST = (
    r"(?:(?:das|die frage|ihre frage|sie|es) )?(?:habe? ich|hab|hob i|ich habe?)"
    r"(?: (?:das|die|den|ihre|letzten?|frage|sie|es|s|leider|akustisch|gerade|grad|jetzt|eben"
    r"|teil|ende|satz|nur|halb))* (?:(?:nicht|net|ned|nit|nur|kaum|schlecht|halb) )?(?:(?:richtig"
    r"|ganz|gut|so"
    r"|recht|halb|genau|mehr|wirklich) )*(?:verstanden|gehoert|mitbekommen|mitgekriegt|gekriegt)"
    r"|(?:das|die frage|der ton|sie) (?:ist|sind|war|kam|kamen) (?:(?:bei mir|jetzt|gerade|leider"
    r"|nicht|kaum|kurz|eben|ganz|richtig|abgehackt|undeutlich|weg|zu leise) ?)+(?:angekommen|weg"
    r"|rueber|durch|an)?|ich (?:hoere?|verstehe?) sie (?:(?:leider|gerade|grad|so|ganz"
    r"|sehr) )*(?:schlecht|kaum|nicht)(?: (?:mehr|gut))?"
)
THINKING = made_of(
    rf"{_WISHING}|(?:geben|gib|lassen|lass|gaebe|goennen) (?:sie|s)?|mir|mich|einen?|ein|ne|noch"
    rf"|nur"
    r"|kleinen?|kurzen?|klitzekleinen?|da|dazu|darueber|erst|einmal|schnell|zwei|drei|paar|etwas"
    r"|ein bisschen|ein wenig|zum|fuer|ueber|die|frage|das|es|drueber|ich brauche?|ich braeuchte"
    r"|i brauch|ich haette|(?:brauche?|braeuchte|haette) ich|ich ueberleg(?:e)?(?: (?:noch|gerade"
    r"|grad|kurz))+|ueberlegen|nachdenken|denken|zeit|bedenkzeit|moment|momentchen|momenterl"
    r"|augenblick|momentli|sekunden?|sekuendchen|minuten?|minuetchen|haben|(?:koennten?|koennen"
    r"|wuerden|kannst) (?:sie|du)|warten(?: sie)?|sammeln|gedanken|meine|sortieren|ordnen"
    r"|durchatmen|wirklich|schon|so|dafuer|kurze|pause|machen|warte(?:ts)?|wart|hier|selbst|in"
    r"|gehen|auf|geduld|brauchen",
    with_one_of=r"moment\w*|augenblick|sekunde|sekuendchen|minuetchen|bedenkzeit"
    r"|(?:ich|mich|i) (?:\w+ )*(?:ueberlegen|nachdenken|denken|durchatmen|ueberlege (?:noch|gerade"
    r"|kurz))|ich ueberleg(?:e)? (?:noch|gerade|grad|kurz)|geduld|mich (?:\w+ )*(?:sammeln|gehen)"
    r"|gedanken (?:sortieren|ordnen|sammeln)|(?:mir|brauche?|braeuchte?|haette) (?:\w+ )*(?:zeit"
    r"|minuten?"
    r"|sekunden|pause)|warten sie|(?:koennen|koennten|wuerden|kannst) (?:\w+ )*warten"
    r"|wart(?:e|ets)? (?:mal|kurz|bitte)",
)
_NEXT = (
    r"(?:(?:mit|zu|zur|mit der|zu einer|mit einer|eine) )?(?:naechsten?|anderen?|weiteren?)"
    r"(?: frage)?"
)
LEFT_OUT = made_of(
    rf"{_NEXT}|{_WISHING}|die|das|diese|dieser|der|frage|hier|da|dazu|bei|aus|weg|weiter|wir|sie"
    rf"|uns"
    r"|ueberspringen|auslassen|weglassen|uebergehen|lassen|gehen|machen|springen|kommen|stellen"
    r"|fragen|weitermachen|weitergehen|auch|was anderes|etwas anderes|passe|passen|muss|spaeter"
    r"|nachher|zurueck|darauf|mir|mich|haben|nehmen|waere?|es|wenn|ginge|gehts?|ich|zu|zur|mit",
    with_one_of=r"(?:ich|wir|uns|bitte) (?:\w+ )*(?:ueberspringen|auslassen|weglassen|uebergehen)"
    r"|(?:frage|die|das|lieber) (?:bitte |lieber |einfach )*(?:ueberspringen|auslassen)"
    r"|ueberspringen wir|lassen wir (?:\w+ )*(?:aus|weg)|(?:koennen|koennten|wollen|lassen sie"
    r"|lass) (?:\w+ )*(?:naechsten?|anderen?|weiteren?|weitermachen|weitergehen|etwas anderes)"
    r"|(?:gehen|machen|springen|kommen) wir (?:\w+ )*(?:naechsten?|anderen?|weiteren?) frage"
    r"|(?:naechste|andere) frage|bitte (?:zur )?naechste|naechste bitte|(?:stellen"
    r"|fragen) sie (?:\w+ )*(?:anderes?|naechste)|(?:frage|hier|da) passe ich|ich passe(?: (?:bei"
    r"|hier|da))?|da muss ich passen|(?:koennen|koennten|wollen) (?:\w+ )*(?:spaeter"
    r"|nachher) (?:\w+ )*zurueck\w*",
)
NOT_ANSWERING = made_of(
    rf"{_WISHING}|ich|moechte|will|dazu|darauf|drauf|darueber|drueber|das|die|diese|auf|zu|frage"
    rf"|nicht|nichts?"
    r"|keine|ungern|sagen|antworten|beantworten|antwort|geben|reden|sprechen|mich|aeussern|hier|da"
    r"|wuerde|gar|sage|antworte",
    with_one_of=r"(?:ich|moechte|lieber|gern|gerne) (?:\w+ )*(?:nichts?|keine|ungern) (?:\w+"
    r" )*(?:sagen|antworten|beantworten|aeussern|reden|sprechen|antwort geben)|(?:nicht"
    r"|ungern) beantworten"
    r"|(?:dazu|darauf) (?:sage|antworte) ich (?:\w+ )*nichts?",
)
OVER = made_of(
    rf"{_WISHING}|das|dieses?|gespraech|interview|bewerbungsgespraech|uebung|hier|nun|an|dieser|der"
    r"|stelle|heute|fuer|damit|es|schon|aufhoeren|beenden|beende|ich|abbrechen|breche|brechen|ab"
    r"|auf|wir|hoeren|schluss|machen|ende|ist|reicht|mir|so|genug|los|weg|gehen|fort|auflegen"
    r"|stoppen|am",
    with_one_of=r"(?:ich|wir|uns|bitte) (?:\w+ )*(?:aufhoeren|beenden|abbrechen|stoppen|auflegen)"
    r"|(?:gespraech|interview) (?:bitte |jetzt |gerne |lieber )*(?:beenden|abbrechen)"
    r"|schluss (?:\w+ )*(?:machen|heute)|(?:beenden|brechen|hoeren|machen) wir (?:\w+ )*(?:ab|auf"
    r"|schluss|hier|es|das|gespraech|interview|jetzt)|ich (?:beende|breche) (?:jetzt |hier |das "
    r"|hiermit )*(?:gespraech|interview|ab|hier)|(?:das )?reicht (?:mir )?(?:\w+ )*(?:heute|jetzt)"
    r"|genug fuer heute|ich muss (?:\w+ )*(?:los|weg|gehen|fort)",
)
NOT_GOING_ON = (
    r"ich (?:moechte|will|mag) (?:(?:jetzt|leider|das|hier|so) )*(?:nicht|nimmer) (?:mehr )?"
    r"(?:weiter\w*|mehr)(?: (?:mehr|machen))*|(?:ich (?:habe|hab) )?keine lust mehr"
)
MORE = r"(?:(?! (?:hat|haben|hab|hatte|war|fragte|sagte|wollte)\b) \w+){0,9}"
OTHERWISE = made_of(
    rf"{_POLITELY}|{_ASKED}|anders|einfacher|leichter|verstaendlicher|klarer|konkreter|genauer"
    r"|mit anderen worten|in anderen worten|in einfachen worten|auf andere weise|auf eine andere"
    r"|art|formulieren|umformulieren|ausdruecken|sagen|fragen|stellen|erklaeren|erlaeutern"
    r"|praezisieren|beschreiben|beispiel|ein|nennen|geben|etwas|ein bisschen|ein wenig|naeher|was"
    r" sie (?:damit |genau )*(?:meinen|wissen (?:wollen|moechten))|wie sie das meinen|gemeint ist"
    r"|worum es geht|ist",
    with_one_of=r"anders|mit anderen worten|in (?:anderen|einfachen) worten|andere weise|einfacher"
    r"|leichter|verstaendlicher|klarer|konkreter|genauer|umformulieren|erklaeren|erlaeutern"
    r"|praezisieren|naeher|beispiel (?:nennen|geben)",
)
UNCLEAR = (
    r"(?:ich verstehe|das verstehe ich|die frage verstehe ich|verstehe ich|verstehe|ich versteh"
    r"|versteh)(?: (?:die|ihre|diese|frage|das|sie|leider|jetzt|irgendwie|gerade|so))*"
    r" (?:nicht|net|ned)(?: (?:ganz|richtig|so|recht|wirklich|genau))*"
    r"|(?:die|ihre) frage (?:habe? ich|ist mir)(?: (?:leider|noch|jetzt))* (?:nicht|nicht ganz"
    r"|nicht so|unklar)(?: (?:ganz|richtig|klar|verstanden))*|ich (?:bin (?:mir )?nicht (?:ganz "
    r"|so )?sicher|weiss (?:\w+ )?nicht(?: (?:genau|ganz))?) (?:ob ich (?:die frage|das|sie"
    r"|ihre frage) (?:\w+ )?(?:verstanden|verstehe)(?: habe)?|was sie (?:damit |genau |da "
    r"|mit der frage )*(?:meinen|wissen (?:wollen|moechten)|hoeren (?:wollen|moechten))"
    r"|worauf sie hinaus ?wollen|wie (?:sie )?das (?:gemeint ist|meinen))"
    r"|was (?:genau )?verstehen sie (?:\w+ )?unter(?: \w+){1,4}|(?:was|wie|worauf) (?:genau "
    r"|meinen sie |wollen sie |moechten sie |ist |das |jetzt |denn |damit"
    r" |gemeint |die frage |da |genau |konkret |von mir |hinaus |es )*(?:meinen sie|gemeint|wissen"
    r"|hoeren|hinaus|damit|jetzt|konkret|genau|das|die frage)"
)
