"""The API against its own description: what schemathesis makes of it is answered as it says.

Who is let in is told in `test_api`; here everybody shows a token.
"""

import asyncio

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from darasa_reflex.endpoints.api.description import DESCRIPTION
from tests.endpoints import test_api
from tests.endpoints.test_api import NURSE, ask

pytestmark = pytest.mark.slow

own, ada, secret = test_api.own, test_api.ada, test_api.secret
SCHEMA = schemathesis.openapi.from_dict({**DESCRIPTION, "security": []})
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
AS_DESCRIBED = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]
EXAMPLES = 25


@pytest.fixture
def mine(own, ada):
    """Ids of a job and of an interview of one's own, which is rated."""
    job = asyncio.run(own.job_infos.create(ada, NURSE))
    interview = asyncio.run(own.interviews.start(ada, job.id)).interview_id
    asyncio.run(own.feedback.request(ada, interview))
    return {"job_id": str(job.id), "interview_id": str(interview)}


def put_in(mine, case):
    """Ask for what is one's own, where a case asks for what is nobody's."""
    for part in (case.path_parameters, case.query, case.body):
        if isinstance(part, dict):
            part.update({name: mine[name] for name in mine.keys() & part.keys()})


def sent(secret, case):
    whole = case.as_transport_kwargs(base_url="http://localhost")
    more = {name: whole[name] for name in ("params", "json") if name in whole}
    if "data" in whole:
        more["content"] = whole["data"]
    return ask(secret, whole["method"], whole["url"], **more)


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda one: one.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
def test_every_operation_answers_as_described(secret, mine, operation, mode):
    seen = set()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), known=st.booleans())
    def answered(case, known):
        if known and mode is GenerationMode.POSITIVE:
            put_in(mine, case)

        answer = sent(secret, case)

        case.validate_response(answer, checks=AS_DESCRIBED)
        seen.add(answer.status_code)

    answered()
    # What is right gets what it asks for, too.
    assert mode is GenerationMode.NEGATIVE or min(seen) < 300
