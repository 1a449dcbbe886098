"""A report on paper: A4 or Letter, all answers open, no card cut, nothing lost at the edge."""

import io
import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from darasa_reflex.features.feedback.runs.models import FeedbackStatus
from tests.browser.look.furnished import House
from tests.features.feedback import transcripts as said
from tests.fixtures.server import Server

pytestmark = pytest.mark.browser

# Between the margins of `@page`, in CSS px: 96 an inch.
PAPERS = {"A4": (688, 1017), "Letter": (710, 950)}
# What `report.css` keeps in one piece.
CARDS = ".report .card, .answer, .stronger, .timeline, .multiples, .groups, .comment"
# A word at the top and one at the bottom of every card, which a reader of PDF finds again. What is
# higher than a page cannot stay in one piece.
_MARK = """([cards, high]) => [...document.querySelectorAll(cards)]
  .filter((card) => card.checkVisibility() && card.offsetHeight < high)
  .map((card, number) => {
    card.style.position = "relative";
    for (const [edge, letter] of [["top", "a"], ["bottom", "z"]]) {
      const word = document.createElement("span");
      word.textContent = `qx${number}${letter}xq`;
      word.style = `position: absolute; left: 0; ${edge}: 0; font: 4px/4px monospace`;
      card.append(word);
    }
    return card.className;
  })"""
# Words that stand beyond the paper, or beyond what hides the rest of them.
_CUT = """() => {
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const cut = [];
  while (words.nextNode()) {
    const text = words.currentNode, parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility() || parent.closest(".unseen")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, width } of range.getClientRects()) {
      let edge = document.documentElement.clientWidth;
      for (let at = parent; at; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== "visible") {
          edge = Math.min(edge, at.getBoundingClientRect().right);
        }
      }
      if (width > 0 && (left < -1 || right > edge + 1)) cut.push(text.data.slice(0, 40));
    }
  }
  return cut;
}"""


def a_report(page: Page, server: Server) -> None:
    """Show a report of eight answers, for a job with words as long as there are."""
    page.goto(f"{server.address}/app")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main .skeletons")).to_have_count(0)
    house = House(f"sqlite:///{server.database}")
    job = house.job("On paper", long=True)
    interview = house.interview(job, said.BACKEND_STRONG * 2, typed=False, rough=False)
    house.feedback(interview, FeedbackStatus.READY, by_a_model=True)
    house.close()
    page.goto(f"{server.address}/app/job-infos/{job}/interviews/{interview}")
    expect(page.get_by_role("heading", name="Your answers")).to_be_visible()


def test_a_report_on_paper_has_no_card_cut_and_nothing_lost_at_its_edges(page, server):
    a_report(page, server)
    page.emulate_media(media="print")
    narrow, low = map(min, zip(*PAPERS.values(), strict=True))
    page.set_viewport_size({"width": narrow, "height": low})
    cards = page.evaluate(_MARK, [CARDS, low])
    assert Counter(cards)["answer"] >= 6

    for paper, (width, height) in PAPERS.items():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(_CUT) == []
        printed = PdfReader(io.BytesIO(page.pdf(format=paper)))
        on_page = {
            mark: number
            for number, sheet in enumerate(printed.pages)
            for mark in re.findall(r"qx(\d+[az])xq", "".join(sheet.extract_text().split()))
        }
        assert len(on_page) == 2 * len(cards)
        cut = [n for n in range(len(cards)) if on_page[f"{n}a"] != on_page[f"{n}z"]]
        assert [cards[number] for number in cut] == []
