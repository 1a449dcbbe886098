"""What the interviewer says in French: formal, brief, and never about how good it was."""

from darasa_reflex.features.interviews.mind.locales.manner import Manner
from darasa_reflex.features.interviews.mind.locales.wording import Wording

_NUDGES = (
    "Prenez votre temps.",
    "Rien ne presse.",
    "Prenez tout le temps qu'il vous faut.",
)
_NEUTRAL = Manner(
    greetings=(
        "Bonjour{comma}, je vous remercie d'être là.",
        "Bonjour{comma}, merci de m'accorder ce temps.",
        "Bonjour et bienvenue{comma}.",
    ),
    thanks=("Merci.", "Merci bien.", "D'accord.", "Je vois.", "Je comprends.", "Entendu."),
    go_on=("Je vois.", "D'accord.", "Entendu.", "Je comprends."),
    skipped=("Bien sûr.", "Pas de problème.", "Volontiers."),
    accepted=("Ce n'est pas grave.", "Pas de problème.", "D'accord."),
    nudges=_NUDGES,
    closing=("Merci pour votre temps{comma}.", "Merci pour cet entretien{comma}."),
)
_FRIENDLY = Manner(
    greetings=(
        "Bonjour{comma}, c'est un plaisir de vous rencontrer.",
        "Bonjour{comma}, j'attendais cet échange avec plaisir.",
        "Bonjour{comma}, mettez-vous à l'aise.",
    ),
    thanks=("Merci de me raconter cela.", "Merci pour cela.", "Merci, je vois."),
    go_on=("Merci, j'aimerais en savoir plus.", "Je vois, continuez."),
    skipped=("Bien sûr, aucun problème.", "Volontiers, laissons-la.", "Bien sûr."),
    accepted=("Ce n'est vraiment pas grave.", "Aucun problème.", "Cela arrive à tout le monde."),
    nudges=_NUDGES,
    closing=("Un grand merci pour votre temps{comma}.", "C'était un plaisir{comma}."),
)
_STRICT = Manner(
    greetings=("Bonjour{comma}.", "Bonjour{comma}, commençons."),
    thanks=("C'est noté.", "Entendu.", "D'accord."),
    go_on=("C'est noté.", "Continuez.", "Il m'en faut davantage."),
    skipped=("Passée.", "La suivante, alors.", "Comme vous voudrez."),
    accepted=("C'est noté.", "La suivante, alors."),
    nudges=("J'attends votre réponse.", "Commencez dès que possible, s'il vous plaît."),
    closing=("Ce sera tout pour moi{comma}.", "Nous avons terminé{comma}."),
)

FRENCH = Wording(
    code="fr",
    manners={"friendly": _FRIENDLY, "neutral": _NEUTRAL, "strict": _STRICT},
    welcome_back=(
        "Vous revoilà{comma}.",
        "Rebonjour{comma}.",
        "Quel plaisir de vous retrouver{comma}.",
    ),
    for_company=(
        "Je m'appelle {who} et je mène aujourd'hui l'entretien pour {company}.",
        "Je suis {who}, et c'est moi qui pose les questions pour {company} aujourd'hui.",
    ),
    by_name=(
        "Je m'appelle {who} et je mène l'entretien avec vous aujourd'hui.",
        "Je suis {who}, et c'est moi qui vous pose les questions aujourd'hui.",
    ),
    who_i_am="Je suis {who}, un programme informatique qui mène des entretiens d'entraînement.",
    of_course=("Bien sûr.", "Volontiers.", "Certainement."),
    waiting=(
        "Bien sûr, prenez votre temps.",
        "Volontiers, prenez le temps qu'il vous faut.",
        "Rien ne presse, j'attends.",
    ),
    ready=("Je vous en prie.", "Allez-y.", "Je vous écoute."),
    hearing_you="Bonjour, je vous entends.",
    well="Bonjour ! Je vais bien, merci.",
    well_too="Je vais bien, merci.",
    offers=(
        "Je peux répéter la question, ou nous pouvons la passer ; dites-le simplement.",
        "Si vous voulez, dites « répéter » ou « passer ».",
    ),
    buttons=(
        "Si vous voulez, le bouton {repeat} fait redire la question, et {skip} la laisse de côté.",
        "Les boutons {repeat} et {skip} sont là pour vous.",
    ),
    not_followed=(
        "Je n'ai pas bien compris ce que vous souhaitez. Je peux répéter la question, la poser "
        "autrement, passer à la suivante ou nous arrêter là. Sinon, continuez simplement.",
        "Pardon, je n'ai pas bien suivi. Voulez-vous que je répète la question, que je la pose "
        "autrement ou que nous passions à la suivante ? Sinon, continuez simplement.",
    ),
    other_words=("En d'autres termes :", "Autrement dit :"),
    asked_this="Je vous demandais ceci : {}",
    back_to="Revenons à ma question : {}",
    unheard=(
        "Pardon, je n'ai pas compris. Redites-le, s'il vous plaît, ou tapez-le.",
        "Je n'ai pas pu distinguer les mots. Essayez encore une fois, ou tapez votre réponse.",
        "Ce n'était pas assez net. Redites-le, s'il vous plaît, ou tapez-le.",
    ),
    deaf="Je ne peux pas encore vous entendre ici, tapez donc vos réponses, s'il vous plaît.",
    hints=(
        "La question figure aussi sur votre page, et vous pouvez la passer à tout moment.",
        "Vous trouverez aussi la question sur votre page ; dites « passer » pour la laisser.",
    ),
    wide=(
        "Prenez-la comme vous voulez ; n'importe quel exemple de vous conviendra.",
        "Il n'y a pas de piège ; tout ce qui vient de votre expérience conviendra.",
    ),
    back_to_it=(
        "Revenons à l'entretien.",
        "J'aimerais que nous restions sur l'entretien.",
        "Revenons à la question.",
    ),
    later=(
        "Vous pourrez me le demander à la fin.",
        "Il y aura du temps pour vos questions à la fin.",
    ),
    calm=(
        "Je comprends que cela puisse être fatigant.",
        "J'entends bien que cela ne vous convient pas.",
    ),
    please_carry_on=(
        "Reprenez, s'il vous plaît, là où nous en étions.",
        "Poursuivez votre dernière réponse, s'il vous plaît.",
    ),
    let_us_move_on=("Passons à la suite.", "Nous pouvons laisser celle-là.", "Restons-en là."),
    short_of_time=("Il ne nous reste presque plus de temps.", "Notre temps est presque écoulé."),
    time_is_up="Notre temps est écoulé.",
    stopping="Bien sûr, nous pouvons nous arrêter ici.",
    goodbye="C'était l'entretien. Au revoir.",
    turns={
        "introduction": (
            "C'était pour se mettre en train ; à partir de maintenant, cela compte.",
            "À partir de maintenant, cela compte.",
        ),
        "behavioural": (
            "Voici une question sur votre façon de travailler.",
            "Parlons de votre façon de travailler.",
        ),
        "role": ("Passons au poste lui-même.", "Venons-en au poste lui-même."),
    },
    details=(
        "Pouvez-vous m'en dire un peu plus ?",
        "Pourriez-vous entrer un peu dans le détail ?",
        "Pouvez-vous me donner un exemple ?",
        "Comment cela s'est-il passé en pratique ?",
        "Qu'ajouteriez-vous à cela ?",
        "Comment avez-vous procédé ?",
        "Pourriez-vous développer un peu ?",
    ),
    invitations=(
        "Avez-vous une autre question ?",
        "Que voudriez-vous encore demander ?",
        "Souhaitez-vous demander autre chose ?",
    ),
    saying="L'annonce dit : « {} ».",
    no_more=("Je n'en sais pas davantage.", "Au-delà, je ne sais rien."),
    unknown=(
        "L'annonce ne le dit pas, je ne le sais donc pas.",
        "Ce n'est pas dans l'annonce, je ne peux pas vous le dire.",
    ),
    unread=(
        "Je ne peux pas vous répondre sur ce point.",
        "Posez la question lors du véritable entretien.",
    ),
    feedback=(
        "Je ne porte pas de jugement pendant l'entretien.",
        "Votre bilan se trouve sur la page qui suit.",
    ),
    facts={
        "answers": "Prenez le temps qu'il vous faut ; une ou deux minutes, c'est l'usage.",
        "left": "Il nous reste environ {left}.",
        "length": "Environ {minutes} en tout.",
        "questions": "J'ai préparé {of} questions, et quelques relances.",
        "feedback": "Vous trouverez votre bilan sur la page, après l'entretien.",
        "typing": "Vous pouvez taper chaque réponse ou la dire, comme vous préférez.",
        "started": "Nous avons commencé, allez-y.",
        "practice": "C'est un entraînement ; personne ne décide rien d'après lui.",
    },
    still_there="Vous êtes toujours là ? Si je n'entends rien, je devrai bientôt couper la ligne.",
    last_minute="Il nous reste environ une minute.",
    farewell=(
        "Notre temps est écoulé, je dois donc m'arrêter là. Merci pour cet entretien. Au revoir."
    ),
    minute="une minute",
    minutes="{} minutes",
)
