"""A category is one row: with a row added and nothing else, every judge's report has it."""

import json
import subprocess
import sys

import pytest

from darasa_reflex.features.feedback.judging.rubric import RUBRIC

# Run apart, since a rubric is read once: the row is there before anything else is imported.
_PROGRAM = """
import json
from darasa_reflex.features.feedback.judging import rubric

row = rubric.Category(
    key="curiosity", title="Curiosity", question="Does the person want to know?",
    anchors={2: "a", 4: "b", 6: "c", 8: "d", 10: "e"},
)
rubric.RUBRIC = (*rubric.RUBRIC[:-1], row, rubric.RUBRIC[-1])
rubric.BY_KEY = {one.key: one for one in rubric.RUBRIC}

from darasa_reflex.features.feedback.judging.judge import Ruling, Verdict
from darasa_reflex.features.feedback.material import Material
from darasa_reflex.features.feedback.report.review import assemble, report_of
from darasa_reflex.states.report.rows.report_rows import report_row
from tests.features.feedback import transcripts as said
from tests.features.feedback.transcripts import turns_of

turns = turns_of(said.BACKEND_STRONG, 400)
rated = Ruling(key="response_quality", rating=7, reason="You say it.", next_step="Go on.")
model = Verdict(label="by a model", rulings=(rated,), model="m")
reports = (
    report_of(said.BACKEND, turns),
    assemble(Material(job=said.BACKEND, turns=tuple(turns)), model, "gemini"),
)
print(json.dumps([
    [[c.key, c.rating, c.found, c.reason] for c in report.categories]
    + [[row.key for row in report_row(report).rubric]]
    for report in reports
]))
"""


@pytest.mark.slow
def test_a_row_is_all_a_category_needs():
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    for categories in json.loads(done.stdout):
        *rows, shown = categories
        keys = [key for key, *_ in rows]
        assert keys == [*(row.key for row in RUBRIC[:-1]), "curiosity", RUBRIC[-1].key]
        key, rating, found, reason = rows[-2]
        assert (key, rating, found) == ("curiosity", None, None)
        assert reason.startswith("Not enough evidence")
        assert "curiosity" in shown
