"""One answer judged by itself, as another telling of it is: the same task as in a report."""

from dataclasses import dataclass, replace

import anyio.to_thread

from darasa_reflex.features.feedback.by_model import material as told
from darasa_reflex.features.feedback.by_model.answers import AnswerReader, stored_name, task
from darasa_reflex.features.feedback.by_model.ground import Ground
from darasa_reflex.features.feedback.exchanges import Exchange
from darasa_reflex.features.feedback.judging.judge import AnswerRuling
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.language_models.service import LanguageModels, Use


@dataclass(frozen=True, slots=True)
class AnswerJudge:
    """Has single answers judged by whichever language model serves feedback when it is asked."""

    models: LanguageModels

    @property
    def model(self) -> str:
        """Name of the model that judges now; empty when there is none."""
        asker = self.models.serving(Use.FEEDBACK)
        return asker.names.model if asker else ""

    async def judge(self, material: Material, exchange: Exchange) -> tuple[AnswerRuling, str]:
        """Return what may be shown of one answer, and which model judged.

        Red flags are left out: one look alone raises none, see `answers.confirmed`.

        Raises:
            ServiceUnavailable: There is no model.
            NotAnswered: It gave no answer that can be read.
        """
        asker = self.models.needed(Use.FEEDBACK)
        about = (told.of_answers(material, [exchange]), told.of_answer(1))
        judged, answer = await asker.ask(task(), about)

        def read() -> AnswerRuling:
            return AnswerReader(Ground(material, {})).ruling(exchange, judged)[0]

        ruling = await anyio.to_thread.run_sync(read)
        return replace(ruling, flags=()), stored_name(answer.model or asker.names.model)
