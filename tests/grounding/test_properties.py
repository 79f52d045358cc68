"""Whatever the words: typography may vary and a quote is found; a word may not and it is not."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extractor.grounding import Located, NotLocated, fold, locate
from extractor.schemas.draft import DraftEvidence
from tests.factories import article_of

WORDS = [
    *("will", "not", "support", "sanctions", "the", "Iran", "office", "first", "café", "éléphant", "EU-led"),
    *("non-compliance", "won't", "aujourd'hui", "1,500", "3.5%", "$12m", "2021", "санкции", "ещё", "йод"),
    *("العقوبات", "تؤيد", "הסנקציות", "제재를", "한국이", "ガイド", "प्रतिबंध", "nghị", "ệ", "May", "may"),
]
LOOKS = {"'": "'’‘`", "-": "-‐\u2011–", '"': '"“”„«»', " ": " \u00a0\u202f\u2009\u3000\t"}
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200f\u2060\ufeff\u202b"
LIGATURES = {"ffi": "\ufb03", "fi": "\ufb01", "st": "\ufb06"}

words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)


@st.composite
def dressed(draw: st.DrawFn, plain: str) -> str:
    """``plain`` in some other typography: each character as it may be printed, accents apart or not."""
    for letters, ligature in LIGATURES.items():
        if draw(st.booleans()):
            plain = plain.replace(letters, ligature)
    form = draw(st.sampled_from(["NFC", "NFD"]))
    out: list[str] = []
    for character in unicodedata.normalize("NFD" if form == "NFD" else "NFC", plain):
        out.append(draw(st.sampled_from(LOOKS.get(character, character))))
        if character == " " and draw(st.booleans()):
            out.append(" ")
        if draw(st.integers(0, 7)) == 0:
            out.append(draw(st.sampled_from(INVISIBLE)))
    return "".join(out)


@given(st.data(), words)
def test_a_run_of_words_is_found_in_any_typography_and_leads_to_the_right_place(
    data: st.DataObject, text: list[str]
) -> None:
    first = data.draw(st.integers(0, len(text) - 1))
    after = data.draw(st.integers(first + 1, len(text)))
    lead, quote, rest = (" ".join(part) for part in (text[:first], text[first:after], text[after:]))
    printed = [data.draw(dressed(part)) for part in (lead, quote, rest)]
    article = article_of(" ".join(part for part in printed if part))
    place = locate(article, DraftEvidence(sentence=1, quote=data.draw(dressed(quote))))
    assert isinstance(place, Located), place.reason
    evidence = place.evidence
    assert evidence.quote == article.text[evidence.start : evidence.end]
    assert fold(evidence.quote).text == fold(quote).text
    if [text[at : at + after - first] for at in range(len(text))].count(text[first:after]) == 1:
        assert fold(article.text[: evidence.start]).text.strip() == fold(lead).text.strip()


@given(st.data(), words)
def test_a_run_of_words_with_one_dropped_added_or_exchanged_is_never_found(
    data: st.DataObject, text: list[str]
) -> None:
    quote = text[data.draw(st.integers(0, len(text) - 2)) :]
    at = data.draw(st.integers(0, len(quote) - 1))
    other = data.draw(st.sampled_from(WORDS))
    changed = data.draw(
        st.sampled_from(
            [
                quote[:at] + quote[at + 1 :],
                [*quote[:at], other, *quote[at:]],
                [*quote[:at], other, *quote[at + 1 :]],
                [*quote[:at], *quote[at : at + 2][::-1], *quote[at + 2 :]],
            ]
        )
    )
    if not changed or f" {' '.join(changed)} " in f" {' '.join(text)} ":
        return
    place = locate(article_of(" ".join(text)), DraftEvidence(sentence=1, quote=" ".join(changed)))
    assert isinstance(place, NotLocated)
    assert place.check != "quote_empty"
    assert len(place.reason) <= 600


@given(st.data(), words)
def test_a_quote_with_one_letter_more_or_less_is_never_found(data: st.DataObject, text: list[str]) -> None:
    printed = " ".join(text)
    at = data.draw(st.integers(0, len(printed) - 1))
    letter = data.draw(st.sampled_from("aeix5я制"))
    for changed in (printed[:at] + letter + printed[at:], printed[:at] + letter + printed[at + 1 :]):
        if changed != printed:
            assert isinstance(
                locate(article_of(printed), DraftEvidence(sentence=1, quote=changed)), NotLocated
            )


@given(
    st.lists(
        st.text(alphabet="ab1é’“-.,% \u00a0\u0301\u200b制ア", min_size=1, max_size=12), min_size=1, max_size=6
    ),
    st.text(alphabet="ab1é'\"-.,% \u0301制ア…", min_size=1, max_size=12),
    st.integers(1, 9),
)
def test_every_answer_is_a_slice_that_folds_to_the_quote_or_a_short_reason(
    paragraphs: list[str], quote: str, sentence: int
) -> None:
    article = article_of(*paragraphs)
    place = locate(article, DraftEvidence(sentence=sentence, quote=quote), examples=["ab 1. é"])
    if isinstance(place, NotLocated):
        assert 0 < len(place.reason) <= 600
        return
    evidence = place.evidence
    assert evidence.quote == article.text[evidence.start : evidence.end]
    assert fold(quote.strip()).text.strip() in fold(evidence.quote).text
    assert "\n" not in evidence.quote
