"""How candidates word their wishes in German; umlauts are spelled out."""

from darasa_reflex.features.interviews.mind.locales.german import requests as asked
from darasa_reflex.features.interviews.mind.locales.intent import Intent
from darasa_reflex.features.interviews.mind.locales.listening import Listening

_CAN = r"(?:(?:koennten|koennen|wuerden|kannst|koenntest) (?:sie|du|wir) )"
_IT = r"(?:(?:das|die|ihre|deine|letzte|frage|mir|es|bitte|noch|kurz|einmal|mal|nochmal) )"
_AGAIN = r"(?:noch ?(?:ein)?mal|nochmals|erneut)"
_TIME = r"(?:moment|augenblick|minute|sekunde|zeit|bedenkzeit|sekunden|momentchen)"
_WANT = (
    r"(?:(?:ich (?:moechte|will|wuerde gerne?|muss)|(?:koennen|koennten|wollen) wir|lassen sie uns"
    r"|kann ich|darf ich|wir koennen) )"
)
_SMALL = r"(?:(?:gern|gerne|lieber|jetzt|bitte|hier|leider|mal|erst|kurz|noch|einmal) )"
_UNHEARD = (
    r"(?:(?:das|die frage|ihre frage|sie) )?(?:habe? ich|ich habe?)"
    r"(?: (?:das|die|ihre|frage|sie|es|leider|akustisch|gerade|jetzt))*"
    r" nicht (?:richtig |ganz |gut |so )?(?:verstanden|gehoert|mitbekommen)"
)
_REPEAT = (
    rf"{_CAN}?{_IT}*wiederholen(?: sie)?(?: (?:das|die frage|bitte|{_AGAIN}))*"
    rf"|(?:wiederholen|sagen) sie (?:{_IT})*(?:das|die frage|{_AGAIN})(?: bitte)?"
    rf"|{_CAN}{_IT}*{_AGAIN} (?:sagen|stellen|vorlesen)"
)
GERMAN = Listening.of(
    "de",
    {
        Intent.REPEAT: rf"{_REPEAT}|{asked.REPEATED}|{asked.LOST}|{_AGAIN}|wie bitte|was|bitte was"
        rf"|haeh?|{asked.WHAT_WAS_IT}|die frage (?:bitte )?{_AGAIN}"
        r"|(?:etwas |bitte |noch |ein bisschen )*(?:langsamer|lauter|deutlicher)",
        Intent.WAIT: rf"{asked.THINKING}|ich (?:ueberlege?|denke?) (?:noch |gerade |grad |kurz "
        rf"|mal |eben |da |darueber |drueber )+(?:nach)?"
        r"|(?:nur )?(?:noch )?(?:ein(?:e[nr]?)? )?(?:kleine |kurze )?"
        r"(?:minute|zeit|bedenkzeit)|(?:geben|lassen) sie mir (?:noch |etwas |bitte )*zeit"
        r"|(?:nur )?(?:zwei|drei|fuenf|ein paar) (?:minuten|sekunden) bitte|warten sie|warte"
        r"|stopp?|(?:das ist |puh )?(?:eine )?(?:sehr |wirklich |ganz )?"
        r"(?:gute|schwierige|schwere|interessante|knifflige) frage|(?:eine )?(?:kurze )?pause",
        Intent.READY: r"(?:ich bin )?(?:jetzt )?(?:bereit|so ?weit|wieder da)"
        r"|(?:wir koennen |es kann |ich kann )?(?:jetzt )?(?:weitermachen|weitergehen|losgehen)"
        r"|machen wir weiter|weiter geht s|legen sie los|fangen wir an",
        Intent.SKIP: rf"{asked.LEFT_OUT}|{asked.NOT_ANSWERING}|{_WANT}?(?:{_SMALL}|das |die "
        rf"|diese |frage |sie )*"
        r"(?:ueberspringen|auslassen|weglassen)(?: wir)?(?: (?:das|die|diese|frage))*"
        r"|(?:zur |die )?naechsten?(?: frage)?|weiter|eine andere frage|passe"
        rf"|(?:die|das|diese frage) (?:moechte|will|wuerde) ich {_SMALL}*(?:auslassen"
        r"|ueberspringen)"
        rf"|(?:dazu|darauf|das) (?:moechte|will) ich {_SMALL}*nichts? (?:sagen|antworten"
        r"|beantworten)|keine (?:antwort|angabe)",
        Intent.UNKNOWN: r"(?:das |da |dazu |so was )?(?:weiss (?:ich|i)|(?:ich|i) weiss)"
        r"(?: (?:das|es|jetzt|leider|wirklich|ehrlich gesagt|gerade|spontan|auch|so|grad|da|dazu))*"
        r" (?:nicht|net|ned|nix)(?: (?:so genau|genau|so recht|wirklich))?"
        r"|(?:(?:da |davon |dazu )?(?:ich habe|habe? ich) )?(?:da |leider |davon |dazu |gar |echt"
        r" |ehrlich gesagt )*keine? (?:ahnung|idee|beispiel|antwort)(?: (?:davon|dazu|parat))?"
        r"|(?:da|dazu|mir|spontan|aus dem stegreif) faellt (?:(?:mir|gerade|grad|jetzt|leider|dazu"
        r"|da|im moment|momentan|spontan|ehrlich gesagt|gar|auf die schnelle|wirklich) )*"
        r"(?:nichts|nix|kein beispiel) ein|(?:ich bin )?(?:mir )?nicht sicher"
        r"|(?:das kann ich|ich kann das|die frage kann ich|da kann ich)"
        r" (?:(?:leider|jetzt|so|ihnen|spontan) )*nicht(?:s)? (?:beantworten|sagen|dazu sagen)"
        r"|(?:das |so etwas |sowas )?habe ich (?:leider )?(?:noch )?nie (?:gemacht|erlebt|gehabt)"
        r"|damit habe ich (?:leider )?(?:noch )?keine erfahrung|da muss ich passen"
        r"|(?:daran |ich )?kann (?:ich )?mich (?:leider |gerade |daran )*nicht (?:daran )?erinnern",
        Intent.DONE: r"das (?:war|ist|waer|waere) (?:es|s|alles)(?: (?:von (?:mir|meiner seite"
        r"|meiner seite aus)|dazu|schon|soweit|meinerseits))*|(?:mehr|sonst) (?:habe ich "
        r"|faellt mir )?(?:dazu )?nichts?(?: (?:dazu|mehr|ein"
        r"|zu sagen))*|nichts (?:weiter|mehr)|ich bin fertig|fertig",
        Intent.END: rf"{asked.OVER}|{asked.NOT_GOING_ON}|{_WANT}?(?:{_SMALL}|das |gespraech "
        rf"|interview |fuer heute )*"
        r"(?:aufhoeren|beenden|abbrechen|schluss machen)(?: (?:jetzt|hier))*"
        r"|(?:beenden|hoeren|brechen) (?:wir|sie) (?:(?:jetzt|hier|das|gespraech|interview) )*"
        r"(?:auf|ab|das (?:gespraech|interview)|hier|jetzt)"
        r"|(?:vielen dank |danke )?(?:und )?(?:auf wieder(?:sehen|hoeren)|tschuess)"
        r"|schluss(?: (?:jetzt|fuer heute))?|ich muss (?:jetzt |leider )*(?:los|gehen|weg)",
        Intent.GREETING: r"(?:hallo|guten (?:tag|morgen|abend)|gruess gott|gruezi|servus|moin|hi)"
        r"(?: (?:frau |herr )?\w+)?(?: wie geht (?:es ihnen|s ihnen|s|es dir)(?: heute)?)?"
        r"|wie geht (?:es ihnen|s ihnen|s|es dir)(?: heute)?"
        r"|(?:hallo )?(?:koennen|hoeren) sie mich(?: (?:hoeren|gut|jetzt))*"
        r"|(?:hallo )?sind sie (?:noch )?da|test(?: test)*",
        Intent.MEANING: rf"{asked.UNCLEAR}|{asked.OTHERWISE}"
        r"|(?:ich verstehe|das verstehe ich|verstehe ich)"
        r"(?: (?:die frage|ihre frage|das|sie|leider))* nicht(?: (?:ganz|richtig))?"
        rf"|was meinen sie{asked.MORE}|wie (?:ist das gemeint|meinen sie das)"
        r"|was (?:bedeutet|heisst) (?:\w+ ){0,3}\w+"
        rf"|{_CAN}{_IT}*(?:erklaeren|anders (?:formulieren|sagen|fragen)|umformulieren"
        rf"|erlaeutern|praezisieren){asked.MORE}|meinen sie \w+{asked.MORE}"
        r"|in welche[mr] (?:sinne?|zusammenhang|hinsicht)|inwiefern",
        Intent.ASIDE: r"(?:sind|bist) (?:sie|du) (?:ein |eine |wirklich |echt |eigentlich )*"
        r"(?:roboter|ki|mensch|maschine|bot|computer|programm)"
        r"|wer (?:hat|sind|bist) (?:sie|dich|du)(?: .+)?|wie (?:heissen sie|ist ihr name)"
        r"|wie (?:ist|wird) das wetter(?: .+)?|wie spaet ist es"
        r"|erzaehl(?:en sie)? (?:mir )?(?:bitte )?(?:einen witz|etwas ueber sich)"
        r"|(?:singen|uebersetzen|zeichnen) sie .+|war (?:das|meine antwort)"
        r" (?:richtig|gut|okay|ok|so gut)|wie (?:war das|war meine antwort"
        r"|(?:schlage|mache) ich mich)(?: .+)?",
    },
    {
        "answers": r"wie (?:lange?|ausfuehrlich|kurz) (?:soll|sollen|sollte|darf|muss)\b"
        r".*antwort.*",
        "left": r"wie (?:viel zeit|lange|viele minuten) (?:haben wir|bleibt(?: uns)?|ist|geht es"
        r"|dauert es)(?: (?:jetzt|da|uns))*(?: (?:noch|uebrig))+|sind wir (?:bald|gleich) fertig",
        "length": r"wie lange (?:dauert|geht|wird)(?: (?:das|dieses?|es|interview|gespraech|hier"
        r"|denn|ungefaehr|insgesamt|etwa|ganze|dauern|gehen))*"
        r"|wie viel zeit (?:haben wir|habe ich)(?: (?:insgesamt|dafuer|fuer das gespraech))*",
        "questions": r"wie viele (?:\w+ )?fragen (?:haben sie|gibt es|kommen|stellen sie|sind)\b.*",
        "feedback": r"(?:bekomme|kriege|erhalte|gibt|sehe) (?:ich |es )?(?:\w+ ){0,4}"
        r"(?:feedback|rueckmeldung|bewertung|auswertung)\b.*",
        "typing": r"(?:kann|darf|soll|muss) ich (?:\w+ ){0,4}(?:tippen|schreiben|eintippen)\b.*",
        "started": r"(?:hat (?:das gespraech|es|das interview)|haben wir) (?:schon|bereits)"
        r" (?:angefangen|begonnen)|(?:wann )?(?:fangen wir|geht es)(?: jetzt)? (?:an|los)"
        r"|soll ich (?:jetzt )?anfangen",
        "practice": r"ist (?:das|dies) (?:hier )?(?:ein |eine |nur |jetzt )*(?:echt\w*|uebung"
        r"|richtig\w*|test|ernst\w*)(?: \w+)?",
    },
    beginning=r"aeh+m?|oeh+m?|hm+|mh+|oh|uff?|ok|okay|also|ja|jo|nein|nee|na ?ja|na|nun|tja|puh"
    r"|gut|so"
    r"|bitte|entschuldigung|entschuldigen sie|entschuldigens|tschuldigung|exguesi|pardon|verzeihung"
    r"|sorry|danke|danke schoen|vielen dank|aber|und|dann|eigentlich|ehrlich gesagt|ich glaube"
    r"|vielleicht|tut mir leid|es tut mir leid|oje|ach|leider|moment mal",
    ending=r"bitte|danke|danke schoen|vielen dank|wenn (?:es|das|s)(?: (?:fuer sie|ihnen))? (?:geht"
    r"|moeglich ist|okay ist|ok ist|in ordnung ist|recht ist|nichts ausmacht)|okay|ok|leider"
    r"|fuer ihre zeit|fuer das gespraech|schoenen tag(?: noch)?|sorry|entschuldigung"
    r"|ja|gell|wenn s geht|lieber",
    excuse=r"wie ich (?:das|es) (?:am besten )?(?:sage|sagen soll|formuliere|erklaere)|was ich"
    r" (?:da|dazu) sage|(?:es|das telefon|mein telefon|das handy|mein handy|jemand) (?:klingelt"
    r"|laeutet|klopft)"
    r"(?: (?:gerade|grad|hier|kurz|an der tuer|jetzt))*|(?:die |meine )?(?:verbindung|leitung)"
    r" (?:war"
    r"|ist|wurde) (?:(?:gerade|kurz|eben|jetzt|sehr|ganz|so) )*(?:weg|schlecht|unterbrochen"
    r"|abgebrochen|gestoert)|(?:der ton|ihr ton) (?:war|ist) (?:(?:gerade|kurz|eben) )*weg"
    r"|(?:es|hier|bei mir) (?:ist|war) (?:(?:es|hier|gerade|so|sehr|zu|kurz|bei mir) )*laut"
    r"|ich (?:habe|hab) (?:gerade )?(?:dazu )?(?:keine antwort|kein beispiel)(?: parat)?"
    r"|ich (?:mache?|hole?|schliesse?|stelle?|gehe?|oeffne?) (?:(?:nur|kurz|schnell|mal|gerade"
    r"|eben) )*(?:das"
    r"|die|den|mir|meine?n?) (?:\w+ ){0,2}\w+|(?:mein|meine|jemand) \w*(?: \w+)? reingekommen"
    r"|ich bin (?:gerade |ganz |so |etwas )*(?:muede|nervoes|durcheinander)|das ist (?:schwer"
    r"|schwierig)"
    r"|ich war (?:gerade |kurz )*(?:abgelenkt|weg)|da bin ich (?:raus|ueberfragt)"
    r"|da habe ich (?:nichts|kein beispiel)|das ist mir zu (?:privat|persoenlich)"
    r"|ich (?:habe|hab) (?:gleich |jetzt )*(?:einen|noch einen) (?:anderen )?termin",
    request=r"(?:koennten?|koennen|wuerden) (?:sie|wir)|(?:was|wie) (?:war|lautete) (?:die|ihre)"
    r"|sagen sie|wiederholen sie",
    reported=r"\w*sag(?:en|te?n?|t|e|st)?|\w*frag(?:en|te?n?|t)|meint\w*|rief\w*|gerufen|schr\w+"
    r"|hat|hatte\w*|er|man|dann|kund\w+|chef\w*|kolleg\w+|wir haben|wir hatten|antwort\w+|damals",
    asks_us=r"(?:koennen|koennten|wuerden|wollen|duerfen|sollen) (?:sie|wir)|(?:kann|koennte"
    r"|darf|duerfte|soll) ich|lassen sie (?:uns|mich)|lass uns|ich fang\w* (?:noch ?mal|von vorn)"
    r"|(?:mit|hinterher)(?:ge)?kommen?|zu (?:schnell|schwer|leise|laut) fuer mich|bitte$",
    begins_asking=r"(?:was|wie|wo|wer|wann|welche\w*|ist|sind|war|gibt|haben|hat|geht|meinen"
    r"|reden|sprechen|fragen|stellen|nehmen|machen) (?:sie|das|es|die|wir|ihre|da)",
    insult=r"halt (?:die klappe|den mund|s maul)|leck mich|verpiss dich|fick dich"
    r"|(?:du|sie) (?:idiot\w*|trottel|arschloch|depp)"
    r"|(?:sie sind|du bist) (?:\w+ ){0,3}(?:dumm|bloed|unfaehig|nutzlos|laecherlich|schrott"
    r"|idiot\w*|trottel)"
    r"|so ein (?:schwachsinn|bloedsinn|scheiss|mist)"
    r"|(?:das|es) ist (?:\w+ ){0,3}(?:schwachsinn|bloedsinn|bullshit|laecherlich"
    r"|mist|scheisse|zeitverschwendung)|(?:bloede|daemliche|dumme) (?:maschine|frage|kiste)",
    who=r"(?:sind sie|bist du) (?:\w+ ){0,3}(?:roboter|ki|mensch|maschine|bot|computer|programm)"
    r"|ihr name|wie heissen sie|wer sind sie|mit wem (?:spreche|rede) ich",
    courtesy=r"wie geht (?:es ihnen|s ihnen|s|es dir)|und (?:bei )?ihnen|und selbst"
    r"|wie (?:war|ist) ihr tag",
    asks=r"(?:wie|was|wer|wen|wem|wann|wo|warum|wieso|weshalb|welche[rsnm]?|woher|wohin|womit"
    r"|wofuer|woran|inwieweit|gibt es|(?:ist|sind|hat|haben|kann|koennen|koennte|koennten|darf"
    r"|muss|wird|werden|wuerde|bekomme|arbeitet|arbeiten)"
    r" (?:es|sie|ich|man|wir|das|der|die|ihr|ihre|eine?|dort|da)"
    r"|ich (?:wuerde|moechte|wollte|haette) (?:\w+ ){0,3}(?:wissen|fragen|eine frage)"
    r"|mich (?:wuerde )?interessier\w+|meine frage)",
    nothing=r"(?:nein|nee|keine|nichts|danke nein|im moment nicht|ich habe keine|alles klar)",
    feedback=r"wie (?:war ich|habe ich mich|lief es|ist es gelaufen)|(?:feedback|rueckmeldung"
    r"|bewertung)|wie geht es (?:jetzt |nun |danach )?weiter|naechste[rn]? schritte?"
    r"|wann (?:hoere|erfahre|bekomme) ich",
    here=r"sie|ihnen|ihre?[rnms]?|firma|unternehmen|team|stelle|gehalt|urlaub|chef\w*|buero"
    r"|vertrag",
    order=r"(?:ignorier\w*|vergiss|vergessen sie|missachte\w*) (?:\w+ ){0,4}"
    r"(?:anweisung\w*|regeln?|instruktion\w*|vorgaben)|system ?prompt"
    r"|du bist (?:jetzt|ab jetzt|nun) (?:\w+ ){0,3}(?:ki|assistent\w*|bot|modell)",
)
