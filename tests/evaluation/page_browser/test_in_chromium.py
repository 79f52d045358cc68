"""The page as a reader has it: opened from a file in headless Chromium."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

from extractor.evaluation.gold import GoldArticle, load_gold
from extractor.evaluation.page.data import build_page
from extractor.evaluation.page.render import render_page
from extractor.evaluation.report_file import load_report
from extractor.schemas.extraction import Extraction, Rejected
from extractor.schemas.values import Evidence, Flag
from tests.evaluation.known import READ
from tests.evaluation.makers import (
    EU,
    HUNGARY,
    TEXT,
    actor,
    actor_row,
    build,
    event,
    event_row,
    position,
    position_row,
    result,
    write_gold,
)
from tests.evaluation.page_browser.made import CEILING, write_run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=\"window.ran='img'\"></script><script>window.ran='script'</script>"
MIXED = f"\U0001f6a2\U0001f6a2 {HOSTILE} \U0001f600\n{TEXT}"
TURKISH = TEXT.replace("Headline", "Iran headline").replace("The end of it.", "It ends here. " * 200)


@dataclass
class Shown:
    """The page in a tab, with all that it asked for or complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def state(self) -> dict[str, str]:
        """What stands in the address after #, as the page has it: ``page.url`` may lag behind."""
        return {name: values[0] for name, values in parse_qs(self.page.evaluate("location.hash")[1:]).items()}

    def articles(self) -> list[str]:
        """The gold files of the articles that are listed."""
        return [str(one.get_attribute("data-file")) for one in self.page.locator(".doc:visible").all()]

    def marked(self, selector: str) -> list[str]:
        """The words of the pieces of the open article's text."""
        return [one.inner_text() for one in self.page.locator(f".doc[open] .text {selector}").all()]

    def text(self, selector: str) -> str:
        """All words inside the first such element."""
        return self.page.locator(selector).first.inner_text()

    def unfold(self) -> None:
        """Opens the only article that is listed; its records are made when it opens, a moment later."""
        self.page.locator(".doc:visible > summary").click()
        self.page.locator(".doc[open] .record").first.wait_for(state="attached")

    def focused(self) -> str | None:
        """The name of the record that has the focus, or gets it in a moment."""
        self.page.locator(".record:focus").first.wait_for()
        name: str | None = self.page.evaluate("document.activeElement.dataset.row")
        return name


Open = Callable[..., Shown]


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> tuple[GoldArticle, ...]:
    """Three articles: a plain one, one whose every string is hostile, a long one in another language."""
    folder = tmp_path_factory.mktemp("gold")
    write_gold(folder, [event_row()], [position_row()], name="a", genre="wire", regime="russia", split="dev")
    hostile = actor_row(HOSTILE, "company", None)
    write_gold(
        folder,
        [event_row(senders=[hostile], note=HOSTILE)],
        text=MIXED,
        name="b",
        title=HOSTILE,
        genre="opinion",
        split="test",
    )
    write_gold(folder, [], [position_row()], text=TURKISH, name="c", genre="wire", language="tr", split="dev")
    return load_gold(folder, build=build)


def cited(gold: GoldArticle, quote: str) -> tuple[Evidence, ...]:
    start = gold.article.text.index(quote)
    return (Evidence(quote=quote, start=start, end=start + len(quote)),)


def answers(gold: tuple[GoldArticle, ...], *, better: bool) -> list[Extraction]:
    """An event with a wrong stage (or none wrong), a spurious one with a flag, and refused records."""
    a, b, c = gold
    stage = "adopted" if better else "proposed"
    flag = Flag(check="modal_cut", message=HOSTILE)
    first = event(stage=stage, evidence=cited(a, "European Union imposed sanctions"))
    spurious = event(senders=(HUNGARY,), targets=(EU,), evidence=cited(a, "The end of it"), flags=(flag,))
    named = event(senders=(actor(HOSTILE, "company"),), evidence=cited(b, "imposed sanctions"))
    refused = Rejected(
        kind="event", record={"action": HOSTILE}, check="quote_not_in_article", reason=HOSTILE, attempt=2
    )
    return [
        result(a.article, events=(first,) if better else (first, spurious), positions=(position(),)),
        result(b.article, events=(named,), rejected=(refused,)),
        result(c.article, status="failed", error=HOSTILE),
    ]


@pytest.fixture(scope="module")
def pages(gold: tuple[GoldArticle, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of one run, and of two of which the second is better and has two trials."""
    folder = tmp_path_factory.mktemp("pages")
    worse, better = answers(gold, better=False), answers(gold, better=True)
    one = write_run(folder / "one.json", gold, worse, ceiling=CEILING)
    two = write_run(folder / "two.json", gold, better, better, ceiling=CEILING)
    paths = {"one": folder / "one.html", "both": folder / "both.html"}
    paths["one"].write_text(_html(gold, one), encoding="utf-8")
    paths["both"].write_text(_html(gold, one, two), encoding="utf-8")
    return paths


def _html(gold: tuple[GoldArticle, ...], *runs: Path) -> str:
    return render_page(build_page([load_report(run) for run in runs], gold, READ))


@pytest.fixture
def show(browser: Browser, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a page, by default that of one run, at an address after #."""
    contexts: list[BrowserContext] = []

    def opened(address: str = "", name: str = "one", **context: Any) -> Shown:
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 800}, **context))
        shown = Shown(contexts[-1].new_page())
        shown.page.on("request", lambda request: shown.asked.append(request.url))
        shown.page.on("console", lambda message: shown.complaints.append(message.text))
        shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.page.goto(pages[name].as_uri() + address)
        return shown

    yield opened
    for one in contexts:
        one.close()


def test_the_page_opens_from_a_file_and_asks_for_nothing_else(show: Open, pages: dict[str, Path]) -> None:
    shown = show(name="both")
    shown.page.get_by_role("button", name="Open all").click()
    assert shown.page.locator(".doc[open]").count() == 3
    assert shown.page.locator(".record").count() > 3
    assert shown.asked == [pages["both"].as_uri()]
    assert shown.complaints == []


def test_nothing_in_articles_answers_or_gold_runs_or_becomes_an_element(show: Open) -> None:
    shown = show("#doc=b.json")
    shown.page.locator(".rejected > summary").click()
    shown.page.locator(".rejected details > summary").click()
    for selector in (
        ".doc[open] .title",
        ".doc[open] .text",
        ".doc[open] .sides",
        ".rejected",
        ".rejected pre",
    ):
        assert "onerror" in shown.text(selector)
    assert HOSTILE in shown.text(".remark")
    assert shown.page.evaluate("window.ran") is None
    assert shown.page.locator("img").count() == 0
    assert shown.page.locator("script").count() == 2


def test_the_policy_stops_a_script_or_request_that_got_in_all_the_same(show: Open) -> None:
    shown = show()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        shown.page.evaluate(
            """(address) => {
                const script = document.createElement("script");
                script.textContent = "window.ran = 'injected'";
                document.body.append(script);
                const image = document.createElement("img");
                const over = new Promise((done) => { image.onerror = done; image.onload = done; });
                image.src = `${address}/x.png`;
                document.body.append(image);
                return Promise.all([over, fetch(address).catch(() => null)]);
            }""",
            f"http://127.0.0.1:{server.getsockname()[1]}",
        )
        with pytest.raises(BlockingIOError):
            server.accept()
    assert shown.page.evaluate("window.ran") is None
    assert len([line for line in shown.complaints if "Content Security Policy" in line]) >= 3


def test_gold_is_underlined_the_answer_shaded_and_what_both_cite_is_both(show: Open) -> None:
    shown = show("#doc=a.json")
    assert shown.marked("mark.g:not(.p)") == []
    assert shown.marked("mark.p:not(.g)") == ["European Union ", "The end of it"]
    assert shown.marked("mark.g.p") == ["imposed sanctions", "opposes sanctions"]
    both = shown.page.locator(".doc[open] .text mark.g.p").first
    assert "underline" in both.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert both.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_marks_stand_on_the_right_words_after_signs_outside_the_basic_plane(show: Open) -> None:
    shown = show("#doc=b.json")
    assert shown.marked("mark") == ["imposed sanctions"]
    assert shown.marked(".aside") == ["Leave a reply"]


def test_hovering_or_focusing_a_record_shows_its_evidence(show: Open) -> None:
    shown = show("#doc=a.json")
    shown.page.locator(".record[data-row=e0]").hover()
    assert shown.marked("mark.active") == ["European Union ", "imposed sanctions"]
    shown.page.locator(".record[data-row=e1]").focus()
    assert shown.marked("mark.active") == ["The end of it"]
    assert shown.state["row"] == "e1"
    shown.page.locator(".text mark").filter(has_text="opposes sanctions").click()
    assert shown.focused() == "p0"


def test_a_pair_shows_gold_beside_the_answer_with_marks_and_reasons(show: Open) -> None:
    shown = show("#doc=a.json")
    stage = shown.page.locator(".record[data-row=e0] tr").filter(has_text="stage").first
    assert stage.inner_text().split() == ["stage", "adopted", "proposed", "✗", "wrong"]
    assert "modal_cut" in shown.text(".record[data-row=e1] .remark")
    assert "no gold record says this" in shown.text(".record[data-row=e1]")


def test_filters_narrow_articles_and_records_and_live_in_the_address(show: Open) -> None:
    shown = show()
    assert shown.articles() == ["a.json", "b.json", "c.json"]
    shown.page.get_by_label("Genre").select_option("wire")
    assert shown.articles() == ["a.json", "c.json"]
    shown.page.get_by_label("Language").select_option("tr")
    assert shown.articles() == ["c.json"]
    assert shown.state == {"genre": "wire", "language": "tr"}
    shown.page.reload()
    assert shown.articles() == ["c.json"]
    assert shown.page.get_by_label("Genre").input_value() == "wire"
    shown.page.get_by_role("button", name="Clear").click()
    assert (shown.articles(), shown.state) == (["a.json", "b.json", "c.json"], {})
    shown.page.get_by_label("Error").select_option("spurious")
    assert shown.articles() == ["a.json"]
    shown.unfold()
    assert shown.page.locator(".record:visible").count() == 1
    assert "2 more not shown" in shown.text(".hidden-rows")


@pytest.mark.parametrize(
    ("address", "files"),
    [
        ("#q=iran+HEADLINE", ["c.json"]),
        ("#kind=event", ["a.json", "b.json"]),
        ("#split=test", ["b.json"]),
        ("#regime=russia", ["a.json"]),
        ("#error=field+errors%2Fstage%2Fwrong", ["a.json"]),
        ("#error=missed&kind=event", []),
        ("#genre=nothing-of-the-kind", []),
    ],
)
def test_an_address_brings_back_what_was_chosen(show: Open, address: str, files: list[str]) -> None:
    shown = show(address)
    assert shown.articles() == files
    assert f"{len(files)} of 3 articles" in shown.text("#shown")


def test_the_leaderboard_leads_to_the_records_it_counts(show: Open) -> None:
    shown = show()
    shown.page.get_by_role("link", name="stage: wrong").click()
    assert shown.articles() == ["a.json"]
    assert shown.state == {"kind": "event", "error": "field errors/stage/wrong", "answer": "0"}
    shown.page.locator("#board tr").filter(has_text="spurious").get_by_role("link", name="1").click()
    assert (shown.state["doc"], shown.focused()) == ("a.json", "e1")


def test_suspects_lead_to_their_record(show: Open) -> None:
    shown = show()
    shown.page.locator("#suspects a").first.click()
    assert (shown.state["doc"], shown.focused()) == ("a.json", "e1")


def test_what_changed_from_a_to_b_is_listed_and_can_be_filtered(show: Open) -> None:
    shown = show(name="both")
    shown.page.locator("#changes summary").first.click()
    assert "spurious → not said" in shown.text("#changes li:nth-child(2)")
    shown.page.get_by_label("Changed").select_option("fixed")
    assert shown.articles() == ["a.json"]
    shown.unfold()
    assert [one.get_attribute("data-row") for one in shown.page.locator(".record:visible").all()] == [
        "e0",
        "e1",
    ]
    assert "fixed in B" in shown.text(".record[data-row=e0]")


def test_the_answers_of_another_run_and_trial_can_be_shown(show: Open) -> None:
    shown = show("#doc=a.json", name="both")
    assert shown.page.locator(".record").count() == 3
    shown.page.get_by_label("Answers of").select_option(label="Run B, trial 2")
    shown.page.locator(".doc[data-file='a.json'] > summary").click()
    shown.page.locator(".doc[data-file='a.json'] > summary").click()
    assert "Run B, trial 2" in shown.text(".doc[open] .took")
    stage = shown.page.locator(".record[data-row=e0] tr").filter(has_text="stage").first
    assert stage.inner_text().split()[:4] == ["stage", "adopted", "adopted", "✓"]
    assert shown.page.locator(".record").count() == 2
    assert shown.marked("mark") == ["European Union ", "imposed sanctions", "opposes sanctions"]


def test_the_keyboard_is_enough(show: Open) -> None:
    shown = show()
    shown.page.locator(".doc[data-file='a.json'] > summary").focus()
    shown.page.keyboard.press("Enter")
    shown.page.locator(".record").first.wait_for()
    shown.page.keyboard.press("j")
    shown.page.keyboard.press("j")
    assert shown.focused() == "e1"
    shown.page.keyboard.press("k")
    assert shown.focused() == "e0"
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("jk/")
    assert shown.page.get_by_label("Search").input_value() == "jk/"


def test_an_article_without_an_answer_says_why(show: Open) -> None:
    shown = show("#doc=c.json")
    assert "failed" in shown.text(".doc[open] .tally")
    assert "onerror" in shown.text(".doc[open] .error")
    assert "missed" in shown.text(".record")


CONTRAST = """() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (one) => {
        for (let at = one; at; at = at.parentElement) {
            const colour = channels(getComputedStyle(at).backgroundColor);
            if (colour.length === 3 || colour[3] > 0) return colour;
        }
        return [255, 255, 255];
    };
    const texts = [...document.querySelectorAll("body *")].filter((one) => one.getClientRects().length
        && !one.closest("svg") && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
    return texts.map((one) => {
        const [a, b] = [light(channels(getComputedStyle(one).color)), light(behind(one))];
        return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), `${one.tagName}.${one.className}`];
    });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_words_have_the_contrast_that_wcag_asks_for(show: Open, theme: str) -> None:
    shown = show(f"#theme={theme}&doc=a.json&row=e1", name="both")
    shown.page.locator("details.help > summary").click()
    assert shown.page.evaluate("document.documentElement.dataset.theme") == theme
    ratios = shown.page.evaluate(CONTRAST)
    assert len(ratios) > 200
    assert [one for one in ratios if one[0] < 4.5] == []


def test_dark_is_taken_from_the_system_and_can_be_switched(show: Open) -> None:
    shown = show(color_scheme="dark")
    assert shown.page.evaluate("document.documentElement.dataset.theme") == "dark"
    shown.page.get_by_role("button", name="Dark").click()
    assert shown.page.evaluate("document.documentElement.dataset.theme") == "light"
    assert shown.state == {"theme": "light"}


def test_print_shows_the_whole_article_on_white(show: Open) -> None:
    shown = show("#theme=dark&doc=c.json")
    panel = shown.page.locator(".doc[open] .text")
    assert panel.evaluate("one => one.scrollHeight > one.clientHeight")
    shown.page.emulate_media(media="print")
    assert not panel.evaluate("one => one.scrollHeight > one.clientHeight")
    assert (
        shown.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert not shown.page.locator("#filters").is_visible()


def test_a_narrow_screen_needs_no_sideways_scrolling(show: Open) -> None:
    shown = show("#doc=b.json", name="both")
    shown.page.set_viewport_size({"width": 380, "height": 800})
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 380


def test_without_script_scores_leaderboard_and_suspects_can_still_be_read(show: Open) -> None:
    shown = show(java_script_enabled=False)
    assert shown.text("h1") == "How good are the answers?"
    assert "0.9" in shown.text("#headline .ceiling")
    assert "stage: wrong" in shown.text("#board")
    assert "Hungary > European Union" in shown.text("#suspects")
    assert "allow it" in shown.text("noscript")
