"""Questions that suit any job, in French: of a native speaker, in the formal address."""

from darasa_reflex.features.interviews.questions.wordings.wording import (
    LATER,
    SENIOR,
    Section,
    Template,
)

_COUNTS_NOT = "Pour commencer, une question qui ne compte pas :"

QUESTIONS: dict[Section, tuple[Template, ...]] = {
    "warm-up": (
        Template(
            (f"{_COUNTS_NOT} comment se passe votre journée ?",), "Comment va votre journée ?"
        ),
        Template(
            (f"{_COUNTS_NOT} qu'est-ce qui vous a occupé l'esprit cette semaine ?",),
            "Comment s'est passée votre semaine ?",
        ),
        Template(
            (f"{_COUNTS_NOT} qu'avez-vous encore prévu aujourd'hui ?",),
            "Que vous reste-t-il à faire aujourd'hui ?",
        ),
    ),
    "introduction": (
        Template(
            (
                "Pourriez-vous me parler un peu de vous ?",
                "Pourriez-vous vous présenter en une ou deux minutes ?",
                "Commençons par vous : que faites-vous aujourd'hui, et par quel chemin ?",
            ),
            "Qui êtes-vous, et que faites-vous ?",
        ),
        Template(
            (
                "Comment résumeriez-vous votre parcours en une ou deux minutes ?",
                "Que devrais-je savoir de vous avant que nous parlions du poste ?",
            ),
            "En quelques mots, qu'avez-vous fait jusqu'ici ?",
        ),
    ),
    "background": (
        Template(
            (
                "Qu'est-ce qui vous attire dans ce poste ?",
                "Pourquoi avez-vous choisi de postuler à ce poste ?",
            ),
            "En une phrase, pourquoi ce poste ?",
        ),
        Template(
            (
                "Dans ce que vous avez fait jusqu'ici, qu'est-ce qui vous prépare le mieux à ce "
                "poste ?",
                "Laquelle de vos expériences se rapproche le plus de ce poste ?",
            ),
            "Quelle expérience convient le mieux ici ?",
        ),
        Template(
            (
                "Qu'aimeriez-vous apprendre dans ce poste ?",
                "Où ce poste devrait-il vous mener dans les deux ans ?",
            ),
            "Qu'aimeriez-vous apprendre ici ?",
        ),
    ),
    "behavioural": (
        Template(
            (
                "Parlez-moi d'un travail qui vous a donné satisfaction : qu'avez-vous fait ?",
                "Quel travail récent avez-vous particulièrement réussi, et comment ?",
            ),
            "Qu'avez-vous particulièrement réussi ?",
        ),
        Template(
            (
                "Quand avez-vous commis une erreur au travail, et qu'avez-vous fait ensuite ?",
                "Parlez-moi de quelque chose qui a mal tourné : comment y avez-vous fait face ?",
            ),
            "Qu'est-ce qui a mal tourné un jour ?",
        ),
        Template(
            (
                "Quand avez-vous été en désaccord avec un collègue, et comment l'avez-vous réglé ?",
                "Parlez-moi d'un désaccord au travail : comment s'est-il terminé ?",
            ),
            "Comment avez-vous réglé un désaccord au travail ?",
        ),
        Template(
            (
                "Quand avez-vous dû travailler dans l'urgence, et comment avez-vous procédé ?",
                "Parlez-moi d'un délai très serré : qu'avez-vous fait ?",
            ),
            "Comment avez-vous tenu un délai serré ?",
        ),
        Template(
            (
                "Quand avez-vous dû apprendre quelque chose de tout nouveau, et comment avez-vous "
                "fait ?",
                "Qu'avez-vous appris par vous-même pour le travail récemment, et comment ?",
            ),
            "Comment avez-vous appris quelque chose de nouveau ?",
        ),
        Template(
            (
                "Quand avez-vous amélioré quelque chose au travail sans qu'on vous le demande ?",
                "Quelle façon de travailler avez-vous changée un jour, et qu'en est-il sorti ?",
            ),
            "Qu'avez-vous amélioré de vous-même ?",
        ),
        Template(
            ("Quand avez-vous reçu une critique difficile à accepter, et qu'en avez-vous fait ?",),
            "Quelle critique vous a fait avancer ?",
        ),
        Template(
            (
                "Quand avez-vous dû décider sans avoir toutes les informations ?",
                "Quelle a été votre dernière décision difficile, et comment l'avez-vous prise ?",
            ),
            "Comment avez-vous pris une décision difficile ?",
            LATER,
        ),
        Template(
            ("Quand avez-vous encadré ou formé d'autres personnes, et à quoi avez-vous veillé ?",),
            "Comment avez-vous formé d'autres personnes ?",
            SENIOR,
        ),
    ),
    "role": (
        Template(
            (
                "Dans ce métier, à quoi voyez-vous que vous avez bien travaillé ?",
                "Dans six mois, à quoi mesureriez-vous si vous travaillez bien ici ?",
            ),
            "À quoi mesurez-vous un bon travail ?",
        ),
        Template(
            (
                "Que feriez-vous pendant vos quatre premières semaines à ce poste ?",
                "Comment aborderiez-vous vos premiers jours à ce poste ?",
            ),
            "Que feriez-vous les premières semaines ?",
        ),
        Template(
            (
                "Qu'est-ce qui vous paraît le plus difficile dans ce poste, et comment "
                "l'aborderiez-vous ?",
            ),
            "Qu'est-ce qui est le plus difficile ici ?",
        ),
        Template(
            (
                "Trois tâches deviennent urgentes en même temps : comment décidez-vous par "
                "laquelle commencer ?",
                "Comment organisez-vous vos tâches quand tout arrive en même temps ?",
            ),
            "Comment fixez-vous vos priorités ?",
        ),
        Template(
            (
                "Comment vous assurez-vous qu'aucune erreur ne vous échappe dans votre travail ?",
                "Comment vérifiez-vous votre propre travail avant de le rendre ?",
            ),
            "Comment vérifiez-vous votre travail ?",
        ),
        Template(
            (
                "Avec quels outils ou méthodes travaillez-vous le plus souvent, et pour quoi ?",
                "De quel outil ou de quelle méthode ne vous passeriez-vous pas, et pourquoi ?",
            ),
            "Avec quoi travaillez-vous le plus souvent ?",
        ),
        Template(
            (
                "Comment expliqueriez-vous la partie la plus difficile de votre travail à "
                "quelqu'un qui n'y connaît rien ?",
            ),
            "Comment expliqueriez-vous votre travail à un profane ?",
        ),
        Template(
            (
                "Comment tenez-vous vos connaissances à jour ?",
                "Qu'est-ce qui a changé récemment dans votre domaine, et qu'en faites-vous ?",
            ),
            "Comment vous tenez-vous à jour ?",
        ),
    ),
    "candidate": (
        Template(
            (
                "Quelles questions avez-vous pour moi ?",
                "Qu'aimeriez-vous encore savoir ?",
                "Avez-vous des questions sur le poste ?",
            ),
            "Avez-vous des questions ?",
        ),
    ),
    "close": (
        Template(
            (
                "Pour finir, souhaitez-vous ajouter quelque chose ?",
                "Y a-t-il quelque chose que je ne vous ai pas demandé et que vous aimeriez dire ?",
            ),
            "Souhaitez-vous ajouter quelque chose ?",
        ),
    ),
}
