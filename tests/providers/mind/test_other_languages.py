"""Whole interviews in German, Spanish and French: a model on loopback, the real conversation."""

from dataclasses import replace

import pytest
from pydantic import SecretStr

from darasa_reflex.core.engines.cast import Cast
from darasa_reflex.features.engine_choices.service import EngineChoices
from darasa_reflex.features.interviews import evi
from darasa_reflex.features.interviews.call.calls import CallLimits, Calls
from darasa_reflex.features.interviews.engines.languages import in_english
from darasa_reflex.features.interviews.mind.locales.catalogue import wording_of
from darasa_reflex.features.interviews.mind.locales.intent import Intent
from darasa_reflex.features.interviews.mind.standards import may_be_said, may_be_told
from darasa_reflex.features.interviews.models import Interview, Turn
from darasa_reflex.features.interviews.preparation import Preparation
from darasa_reflex.features.interviews.questions.locales.catalogue import ASKED_IN
from darasa_reflex.features.interviews.questions.question_plan import QuestionPlan
from darasa_reflex.features.interviews.service import Interviews
from darasa_reflex.features.job_infos.service import JobInfos
from darasa_reflex.features.language_models.service import LanguageModels
from darasa_reflex.providers.language_model.openai_compatible import PROVIDER
from darasa_reflex.providers.mind.model.provider import PROVIDER as MIND
from darasa_reflex.states.report.rows.bubbles import bubbles
from tests.features.interviews.doubles import EchoInterviewer
from tests.features.interviews.test_preparation import DRAFT, one
from tests.providers.local.call.local_room import a_room
from tests.providers.local.mind.languages.spoken_in import not_in
from tests.providers.local.mind.languages.test_locales import ANSWERS, WISHES
from tests.providers.mind.asked import a_situation
from tests.providers.mind.test_model_calls import heard, reply_to
from tests.vendors import openai_text

pytestmark = pytest.mark.one_database

# Questions of a model: one for why, three stories, five about the job.
WRITTEN = {
    "de": (
        "Was reizt Sie an einer kleinen Bäckerei wie dieser?",
        "Erzählen Sie von einem Teig, der Ihnen misslungen ist: Was haben Sie geändert?",
        "Wann hätte ein früher Beginn fast zu einem Fehler geführt?",
        "Wann haben Sie trotz Zeitdruck auf der Hygiene bestanden?",
        "Woran erkennen Sie, dass ein Sauerteig lange genug gegangen ist?",
        "Welchen Schritt würde eine Prüferin zuerst ansehen, und warum?",
        "Ein Ofen fällt um vier Uhr morgens aus. Was tun Sie?",
        "Wie halten Sie einen Ansatz über die Ferien am Leben?",
        "Was ändert sich an Ihrem Teig, wenn der Sommer kommt?",
    ),
    "es": (
        "¿Qué le atrae de una panadería pequeña como esta?",
        "Hábleme de una masa que le salió mal: ¿qué cambió usted?",
        "¿Cuándo estuvo a punto de cometer un error por empezar tan temprano?",
        "¿Cuándo defendió la higiene aunque no había tiempo?",
        "¿En qué nota que una masa madre ha fermentado lo suficiente?",
        "¿Qué paso miraría primero una inspectora, y por qué?",
        "Un horno falla a las cuatro de la mañana. ¿Qué hace usted?",
        "¿Cómo mantiene viva una masa madre durante las vacaciones?",
        "¿Qué cambia en su masa cuando llega el verano?",
    ),
    "fr": (
        "Qu'est-ce qui vous attire dans une petite boulangerie comme celle-ci ?",
        "Parlez-moi d'une pâte que vous avez ratée : qu'avez-vous changé ?",
        "Quand un début de journée trop tôt a-t-il failli vous faire commettre une erreur ?",
        "Quand avez-vous tenu à l'hygiène malgré le manque de temps ?",
        "À quoi voyez-vous qu'un levain a assez fermenté ?",
        "Quelle étape une inspectrice regarderait-elle d'abord, et pourquoi ?",
        "Un four tombe en panne à quatre heures du matin. Que faites-vous ?",
        "Comment gardez-vous un levain en vie pendant les vacances ?",
        "Qu'est-ce qui change dans votre pâte quand l'été arrive ?",
    ),
}
ASKED_ON = {
    "de": ("Sie haben zwei Abfragen neu geschrieben.", "Warum haben Sie gerade diese gewählt?"),
    "es": ("Usted reescribió dos consultas.", "¿Por qué eligió esas dos consultas?"),
    "fr": ("Vous avez réécrit deux requêtes.", "Pourquoi avez-vous choisi ces deux requêtes ?"),
}
ENGLISH_REPLY = "ASK You rewrote two queries and measured them. Why did you choose those two?"
THEIRS = {
    "de": "Wie groß ist das Team?",
    "es": "¿Cómo es de grande el equipo?",
    "fr": "Combien de personnes compte l'équipe ?",
}
PRAISE = {
    "de": "NEXT Das war eine hervorragende Antwort, Sie haben die Abfragen gemessen.",
    "es": "NEXT Es una respuesta excelente, usted midió las consultas.",
    "fr": "NEXT C'est une excellente réponse, vous avez mesuré les requêtes.",
}


def models_at(server, wait_seconds=60):
    keys = {"DARASA_MODEL_URL": SecretStr(f"{server.address}/v1"), "DARASA_MODEL": SecretStr("m")}
    model = PROVIDER.build(keys)
    return LanguageModels(lambda name, keys: model, model, wait_seconds=wait_seconds)


@pytest.fixture
def calls(db, clock):
    return Calls(db, clock, Cast.of(EchoInterviewer()), CallLimits())


async def planned(db, clock, calls, ada, models, code):
    """A job is saved, and an interview started by who answers in a language."""
    preparation, nobody = Preparation(db, models), Cast.of(object())
    job = await JobInfos(db).create(ada, DRAFT)
    preparation.want(ada.user_id, job.id, code)
    await preparation.run_once()
    choices = EngineChoices(Cast.of(EchoInterviewer()), nobody, nobody, models)
    interviews = Interviews(db, clock, calls, None, asks_in=choices.asks_in)
    started = await interviews.start(ada, job.id, 10, language=code)
    return await db.read(lambda session: session.get_one(Interview, started.interview_id))


def written(code):
    sections = ["background", *["behavioural"] * 3, *["role"] * 5]
    texts = zip(sections, WRITTEN[code], strict=True)
    return {"questions": [one(section, text, "r1", "") for section, text in texts]}


@pytest.fixture
def server():
    with openai_text.running() as server:
        yield server


# What a model may say to the answer above, then what it may not.
MAY = {
    "de": (
        "Sie haben zwei Abfragen neu geschrieben.",
        "Woran haben Sie gemerkt, dass die Seite schneller war?",
    ),
    "es": (
        "Usted midió cada consulta y reescribió dos.",
        "¿Cómo supo que la página era más rápida?",
    ),
    "fr": (
        "Vous avez mesuré chaque requête.",
        "Comment avez-vous su que la page était plus rapide ?",
    ),
}
MAY_NOT = {
    "de": (
        "You measured every query.",
        "Usted midió cada consulta.",
        "Das war eine gute Antwort von Ihnen.",
        "Nächstes Mal sollten Sie die Abfragen nennen.",
        "Haben Sie Kinder?",
        "Was haben Sie gemessen, und wie haben Sie das gemacht?",
        "Ich bin ein Sprachmodell und helfe Ihnen gern.",
        "Die Hauptstadt von Frankreich heißt Paris, wie Sie wissen.",
        "Sie haben 17 Abfragen neu geschrieben.",
        "Sie haben also zwei Abfragen neu geschrieben?",
        "Warum haben Sie die Abfragen gemessen; was kam danach?",
        "Sie haben zwei Abfragen neu geschrieben und passen in das Team.",
        "Sie haben jede Abfrage gemessen, wie die Stelle verlangt.",
        "Ich habe jede Abfrage gemessen, danke.",
        "ASK Warum haben Sie jede Abfrage gemessen?",
    ),
    "es": (
        "You measured every query.",
        "Vous avez mesuré chaque requête.",
        "Su respuesta es muy buena.",
        "La próxima vez debería haber contado más.",
        "¿Tiene usted hijos?",
        "¿Qué midió usted y cómo lo hizo?",
        "Soy un modelo de lenguaje.",
        "La capital de Francia se llama París, como usted sabe.",
        "Usted reescribió 17 consultas.",
        "¿Entonces usted reescribió dos consultas?",
        "¿Por qué midió usted las consultas; qué pasó después?",
        "Usted reescribió dos consultas y encaja en el puesto.",
        "Usted midió cada consulta, como pide el anuncio.",
        "Medí cada consulta, gracias.",
        "NEXT Usted reescribió dos consultas.",
    ),
    "fr": (
        "You measured every query.",
        "Sie haben jede Abfrage gemessen.",
        "Votre réponse est très bonne.",
        "La prochaine fois, essayez de donner des chiffres.",
        "Avez-vous des enfants ?",
        "Qu'avez-vous mesuré, et comment avez-vous fait ?",
        "Je suis un assistant et je vous aide.",
        "La capitale de l'Espagne s'appelle Madrid, comme vous savez.",
        "Vous avez réécrit 17 requêtes.",
        "Vous avez donc réécrit deux requêtes ?",
        "Pourquoi avez-vous mesuré les requêtes ; quoi ensuite ?",
        "Vous avez réécrit deux requêtes, ce qui convient.",
        "Vous avez mesuré chaque requête, comme le veut l'annonce.",
        "J'ai mesuré chaque requête, merci.",
        "NEXT Vous avez réécrit deux requêtes.",
    ),
}


@pytest.mark.parametrize("code", ASKED_IN)
def test_what_a_model_says_is_measured_as_in_english(code):
    found = a_situation(ANSWERS[code])
    plan = replace(found.brief.plan, language=code)
    found = replace(found, brief=replace(found.brief, language=code, plan=plan))
    orders = replace(found, told=(WISHES[code][Intent.ASIDE][1],))
    asked_in_english = replace(found, brief=replace(found.brief, plan=QuestionPlan()))

    assert [text for text in MAY[code] if not may_be_said(text, found, stays=True)] == []
    assert [text for text in MAY_NOT[code] if may_be_said(text, found, stays=True)] == []
    assert may_be_told(found)
    assert not may_be_told(orders)
    assert not may_be_told(asked_in_english)


@pytest.mark.slow
@pytest.mark.parametrize("code", ASKED_IN)
async def test_from_the_saved_job_to_the_report_all_is_in_the_language_of_the_person(
    db, clock, calls, ada, server, code
):
    models = models_at(server)
    server.script(openai_text.whole(written(code)))
    plan = QuestionPlan.of((await planned(db, clock, calls, ada, models, code)).plan)
    plan = replace(plan, questions=tuple(q for q in plan.questions if not q.reserve))
    bridge, follow_up = ASKED_ON[code]
    left = ["<html>", f"ASK {bridge} {follow_up}", ENGLISH_REPLY, PRAISE[code]]

    def answered(asked):
        now = asked.body["messages"][-1]["content"]
        if "POSTING" in now or not now.startswith("NOW"):  # else it reads ahead
            return openai_text.streamed(["UNKNOWN"])
        return openai_text.streamed([left.pop(0) if left else f"NEXT {bridge}"])

    server.script(answered)
    mind = MIND.build({}, language_model=models)
    sections = {q.key: q.section for q in plan.questions}
    told = []
    async with a_room(clock, mind=mind, plan=plan, language=code, minutes=10) as room:
        told.append(("interviewer", await heard(room)))
        while (open_now := room.conversation.dialogue.open_question) and len(told) < 60:
            repeats = told[-1][1][-1] == follow_up
            text = WISHES[code][Intent.REPEAT][0] if repeats else ANSWERS[code]
            text = THEIRS[code] if sections[open_now] == "candidate" else text
            told += [("actor", [text]), ("interviewer", await reply_to(room, text))]
    said = [text for speaker, texts in told for text in texts if speaker == "interviewer"]
    replies = [texts for speaker, texts in told if speaker == "interviewer"]
    asked_again = replies[replies.index([bridge, follow_up]) + 1]
    turns = [_turn(speaker, " ".join(texts), at) for at, (speaker, texts) in enumerate(told)]

    assert all(in_english(code) in one.system for one in server.requests)
    assert sum(q.source == "model" and q.text in WRITTEN[code] for q in plan.questions) >= 3
    assert not_in([one.replace(", Ada", "") for one in said], code) == []
    assert follow_up in asked_again[-1]
    assert {*said} & {*wording_of(code).unknown}
    assert said[-1] == wording_of(code).goodbye
    assert {row.language for row in bubbles(turns, code, plan.language)} == {code}


@pytest.mark.slow
@pytest.mark.parametrize("code", ASKED_IN)
async def test_where_the_model_hangs_the_interview_goes_on_in_its_language(
    db, clock, calls, ada, server, code
):
    models = models_at(server, wait_seconds=0.05)
    server.script(openai_text.whole("no plan at all"))
    plan = QuestionPlan.of((await planned(db, clock, calls, ada, models, code)).plan)
    server.script(openai_text.hang())
    mind = MIND.build({}, language_model=models)

    said = []
    async with a_room(clock, mind=mind, plan=plan, language=code, minutes=10) as room:
        said += await heard(room)
        for text in (ANSWERS[code], "Ja." if code == "de" else "Sí.", THEIRS[code]):
            said += await reply_to(room, text)
        await room.take(evi.Wish(wish="repeat"))
        said += await heard(room)

    assert plan.language == code
    assert all(q.source == "" for q in plan.questions)
    assert not_in([one.replace(", Ada", "") for one in said], code) == []


async def test_without_a_model_or_in_other_languages_the_questions_are_english(
    db, clock, calls, ada, server
):
    server.script(openai_text.whole("no plan at all"))
    nobody = LanguageModels(lambda name, keys: None)
    in_german = await planned(db, clock, calls, ada, nobody, "de")
    in_polish = await planned(db, clock, calls, ada, models_at(server), "pl")

    assert QuestionPlan.of(in_german.plan).language == "en"
    assert QuestionPlan.of(in_polish.plan).language == "en"


def _turn(speaker, text, position):
    return Turn(
        interview_id=None, chat_id="1", position=position, speaker=speaker, text=text,
        began_ms=position * 1_000,
    )  # fmt: skip
