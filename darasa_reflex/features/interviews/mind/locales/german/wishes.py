"""How candidates word their wishes in German; umlauts are spelled out."""

from darasa_reflex.features.interviews.mind.locales.intent import Intent
from darasa_reflex.features.interviews.mind.locales.listening import Listening

_CAN = r"(?:(?:koennten|koennen|wuerden|kannst|koenntest) (?:sie|du|wir) )"
_IT = r"(?:(?:das|die|ihre|deine|letzte|frage|mir|es|bitte|noch|kurz|einmal|mal|nochmal) )"
_AGAIN = r"(?:noch ?(?:ein)?mal|nochmals|erneut)"
_TIME = r"(?:moment|augenblick|minute|sekunde|zeit|bedenkzeit|sekunden|momentchen)"
_WANT = (
    r"(?:(?:ich (?:moechte|will|wuerde|muss)|(?:koennen|koennten|wollen) wir|lassen sie uns"
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
        Intent.REPEAT: rf"(?:{_UNHEARD} )?(?:{_REPEAT})|{_UNHEARD}|{_AGAIN}|wie bitte|was|bitte was"
        rf"|(?:was|wie) war (?:die|ihre) frage(?: {_AGAIN})?|die frage (?:bitte )?{_AGAIN}"
        r"|(?:etwas |bitte )*(?:langsamer|lauter)",
        Intent.WAIT: rf"(?:nur )?(?:noch )?(?:einen?|ein)? ?(?:kleinen? |kurzen? )?{_TIME}"
        r"(?: (?:noch|zum (?:nachdenken|ueberlegen)))*"
        rf"|(?:geben|gib|lassen) (?:sie )?mir {_SMALL}*(?:einen?|etwas|ein bisschen)? ?"
        rf"(?:kleinen? |kurzen? )?{_TIME}(?: (?:zeit|zum (?:nachdenken|ueberlegen)))*"
        rf"|ich (?:brauche|braeuchte) {_SMALL}*(?:einen?|etwas|ein bisschen|mehr)? ?"
        rf"(?:kleinen? |kurzen? )?{_TIME}(?: zum (?:nachdenken|ueberlegen))?"
        r"|(?:lassen sie mich|lass mich|ich muss|da muss ich|ich moechte|kann ich|darf ich)"
        rf" (?:(?:{_SMALL}|darueber |einen moment |eine minute ))*(?:nachdenken|ueberlegen)"
        r"|ich (?:ueberlege|denke) (?:noch|gerade|kurz)(?: nach)?"
        r"|warten sie(?: (?:kurz|einen moment|mal))*|(?:das ist )?(?:eine )?gute frage"
        r"|(?:eine )?(?:kurze )?pause|stopp?",
        Intent.READY: r"(?:ich bin )?(?:jetzt )?(?:bereit|so ?weit|wieder da)"
        r"|(?:wir koennen |es kann |ich kann )?(?:jetzt )?(?:weitermachen|weitergehen|losgehen)"
        r"|machen wir weiter|weiter geht s|legen sie los|fangen wir an",
        Intent.SKIP: rf"{_WANT}?(?:{_SMALL}|das |die |diese |frage |sie )*"
        r"(?:ueberspringen|auslassen|weglassen)(?: wir)?(?: (?:das|die|diese|frage))*"
        r"|(?:zur |die )?naechsten?(?: frage)?|weiter|eine andere frage|passe"
        rf"|(?:die|das|diese frage) (?:moechte|will|wuerde) ich {_SMALL}*(?:auslassen"
        r"|ueberspringen)"
        rf"|(?:dazu|darauf|das) (?:moechte|will) ich {_SMALL}*nichts? (?:sagen|antworten"
        r"|beantworten)|keine (?:antwort|angabe)",
        Intent.UNKNOWN: r"(?:das |da |dazu )?(?:weiss ich|ich weiss)"
        r"(?: (?:das|es|leider|wirklich|ehrlich gesagt|gerade|jetzt))* nicht(?: so genau)?"
        r"|(?:(?:da |davon )?(?:ich habe|habe? ich) )?(?:leider |davon )?keine (?:ahnung|idee)"
        r"|(?:da|dazu|mir) faellt (?:(?:mir|gerade|jetzt|leider|dazu|da|im moment) )*nichts ein"
        r"|(?:ich bin )?(?:mir )?nicht sicher"
        r"|(?:das kann ich|ich kann das) (?:leider )?nicht beantworten"
        r"|(?:das |so etwas |sowas )?habe ich (?:leider )?(?:noch )?nie (?:gemacht|erlebt|gehabt)"
        r"|damit habe ich (?:leider )?(?:noch )?keine erfahrung"
        r"|(?:daran |ich )?kann (?:ich )?mich (?:leider |gerade |daran )*nicht (?:daran )?erinnern",
        Intent.DONE: r"das (?:war|ist|waer|waere) (?:es|s|alles)(?: (?:von mir|dazu|schon|soweit))*"
        r"|(?:mehr|sonst) (?:habe ich |faellt mir )?(?:dazu )?nichts?(?: (?:dazu|mehr|ein"
        r"|zu sagen))*|nichts (?:weiter|mehr)|ich bin fertig|fertig",
        Intent.END: rf"{_WANT}?(?:{_SMALL}|das |gespraech |interview |fuer heute )*"
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
        Intent.MEANING: r"(?:ich verstehe|das verstehe ich|verstehe ich)"
        r"(?: (?:die frage|ihre frage|das|sie|leider))* nicht(?: (?:ganz|richtig))?"
        r"|was meinen sie(?: .+)?|wie (?:ist das gemeint|meinen sie das)"
        r"|was (?:bedeutet|heisst) (?:\w+ ){0,3}\w+"
        rf"|{_CAN}{_IT}*(?:erklaeren|anders (?:formulieren|sagen|fragen)|umformulieren"
        r"|erlaeutern|praezisieren)(?: .+)?|meinen sie .+"
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
    beginning=r"aehm?|hm+|oh|ok|okay|also|ja|nein|nee|na ?ja|nun|tja|gut|bitte|entschuldigung"
    r"|entschuldigen sie|verzeihung|sorry|danke|vielen dank|aber|und|eigentlich"
    r"|ehrlich gesagt|ich glaube|vielleicht",
    ending=r"bitte|danke|vielen dank|wenn (?:es|das) (?:geht|moeglich ist)|okay|ok",
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
    here=r"sie|ihnen|ihre?[rnms]?|firma|unternehmen|team|stelle|gehalt|urlaub|chef\w*|buero|vertrag",
    order=r"(?:ignorier\w*|vergiss|vergessen sie|missachte\w*) (?:\w+ ){0,4}"
    r"(?:anweisung\w*|regeln?|instruktion\w*|vorgaben)|system ?prompt"
    r"|du bist (?:jetzt|ab jetzt|nun) (?:\w+ ){0,3}(?:ki|assistent\w*|bot|modell)",
)
