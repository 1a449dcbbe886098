"""What an interviewer never says in Spanish, and which words bring in nothing of their own."""

from darasa_reflex.features.interviews.mind.locales.standard import Standard
from darasa_reflex.features.interviews.questions.locales.private import PRIVATE

STANDARD = Standard.of(
    "es",
    PRIVATE["es"],
    neutral="""gracias entiendo entendido comprendo claro oído escuchado dicho dice decía contado
        cuenta contaba contó explicado explicó descrito describió mencionado mencionó habla
        hablado hablaba tiene tenía tuvo tenido había haber hizo hecho hacía hacer está estaba
        estuvo fueron siendo entonces después antes mientras cuando donde como porque para pero
        este esta esto estos estas aquel aquella algo algún alguna mucho mucha muchos más también
        usted ustedes suyo suya sobre desde hasta entre pregunta respuesta ejemplo momento
        trabajo trabajar trabajó paso pasos parte situación tiempo propio propia mismo misma
        personalmente resultado resultados efecto número números cifra medir midió medido cambió
        cambiado pasó ocurrió exactamente concreto detalle papel tarea aportación""",
    of_questions="""decidió decidir decisión eligió escogió convenció convencer reaccionó notó
        encontró aprendió planificó preparó empezó comenzó difícil dificultad fácil importante
        importa razón motivo otro otra otros otras siguiente luego pronto hoy nuevo alguien todos
        equipo compañeros jefe responsable asegurarse aseguró comprobó comprobar manejó trajo
        sintió pensó pensar explicar mostró necesitó necesitaba quería quiso ayudó mayor menor
        podría puede haría debía primero cuál cuáles quién qué cómo cuándo contra sin gracias a
        vez significa supo sabía llegó llevó resultó consiguió logró hubiera habría
        dos tres justo allí
        aquí siempre usado utilizado utilizó""",
    praising=r"genial\w*|excelente\w*|estupend\w+|perfect\w+|maravillos\w+|fantástic\w+"
    r"|increíble\w*|impresionante\w*|brillante\w*|admirable\w*|admiro|felicidades|enhorabuena"
    r"|muy bien|bien hecho|buen[oa]? (?:respuesta|pregunta|trabajo|ejemplo|idea)|interesante\w*"
    r"|inteligente\w*|me (?:gusta|encanta)|lástima|desgraciadamente|decepcion\w+|puntuación"
    r"|puntos|(?:es|está|eso es) correct\w+|siguiente ronda|nos pondremos en contacto"
    r"|oportunidad\w*|posibilidades|contratad\w+|suena (?:bien|a)",
    judging=r"buen[oa]?s?|bien|fuerte\w*|sólid\w+|débil\w*|mal[oa]?s?|mejor\w*|peor\w*"
    r"|correct\w+|incorrect\w+|equivocad\w+|valios\w+|convincente\w*|vag[oa]s?|orgullos\w+"
    r"|eficaz|eficaces|demuestra|muestra que|falta|faltó|carece|encaja\w*|idóne\w+|adecuad\w+"
    r"|cualificad\w+|aprobad\w+|yo|mis?|he \w+|(?!aquí\b|allí\b|así\b|ahí\b)\w{3,}[éí]",
    teaching=r"debería (?:usted )?haber|tendría que haber|la próxima vez|intente|consejos?"
    r"|aconsej\w+|recomiend\w+|recomend\w+|sugier\w+|en una entrevista|recuerde|lo ideal"
    r"|la oferta|el anuncio|la vacante|el puesto (?:pide|exige|requiere|necesita)",
    out_of_role=r"soy (?:un|una|su)|aquí (?:está|tiene|van)|ia|modelo de lenguaje|asistente\w*"
    r"|chatbot|instrucciones|prompts?|json|material|chistes?|poema\w*|encantad\w+ de"
    r"|candidat\w+|nosotros|nuestr\w+|nos",
    asking=r"cuénteme|hábleme|descríbame|describa|explíqueme|explique|deme|dígame|por favor"
    r"|(?:puede|podría|quiere) (?:usted )?\w+r(?:me|lo|la)?|siguiente pregunta|me gustaría|quiero"
    r"|quisiera",
    two_at_once=r"(?:,|y|o) (?:qué|cómo|por qué|quién|cuándo|dónde|cuál|cuáles|con quién)",
    asks_openly=r"qué|quién|quiénes|cuál|cuáles|cómo|cuándo|dónde|adónde|cuánt[oa]s?|por qué",
    refers_back=r"eso|ello|est[oae]s?|es[oae]s?|aquell\w+|lo|la|los|las|le|les|allí|entonces",
    turned_to_them=r"usted|su|sus|suy\w+|gracias|eso|esto|entiendo|ya veo|\w+[oó]|le|se|ha",
    not_known=r"(?:no|nada|tampoco)\b.*\b(?:sé|dice|pone|menciona|oferta|anuncio)"
    r"|(?:oferta|anuncio)\b.*\b(?:no|nada)",
)
