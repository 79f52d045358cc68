from __future__ import annotations

import time

import pytest

from extractor.article.model import Paragraph
from extractor.article.sentences import MAX_SENTENCE, number_sentences, split

# One line a paragraph; | stands where a sentence ends and is not part of the text.
HARD_CASES = """
The U.S. Treasury acted.| The EU followed.
It told of the sanction strategies of the U.S.| Nonetheless, officials remain optimistic.
Mr. Putin met Sen. John McCain and Gen. Mark A. Milley in Washington, D.C.| They agreed.
Anthony J. Blinken and J.K. Rowling met George W. Bush.| He left.
Exports fell 3.5 percent to $1.2 billion.| Imports rose by 4,000.5 t.
“We will act.”| “They will not,” he said.
"Will they act?" Lavrov asked.| Nobody answered.
“Why now?” he asked.| Nobody knew.
"The U.S. will not blink."| Mr. Biden said so.| End.
He paused …| The talks went on.
“A declaration of war … would help,” said Wang.| “And … Russia agrees.”
He waited...| Then he left.
Gazprom Inc. shares fell.| Rosneft Corp. Chief Executive Igor Sechin said so.
It opened at 5 p.m. Tuesday.| It closed at 9 p.m.| The talks went on.
On 2014-03-17 the list grew.| See https://example.org/a.b?c=d.| It is long.
The law (see Sec. 3 and Art. 5) applies.| (It was new.)| Then it ended.
Resolution No. 2397 was adopted.| He said no.| Then yes.
Am 5. März beschloss der Rat im 19. Jahrhundert Sanktionen.| Das war 2014.| Die EU folgte.
Er kam am 3.10. nach Berlin und ging am 4.10.2014.| Sie blieb.
Dr. Müller, z.B. Herr Schmidt, z. B. Die Linke, u.a. Frau Merkel, sagte dies.| Er ging.
„Wir handeln.“| Danach ging er.
»Wir handeln.«| Danach ging er.
EE.UU. impuso sanciones.| El Sr. López, de EE. UU., lo dijo el 3 de marzo.| ¿Por qué?| ¡No lo sé!
Vive en EE.UU.| La Unión Europea respondió.
M. Macron et Mme. Le Pen ont parlé à l’Élysée.| « Nous allons agir. »| Il est parti.
M. Le Drian a dit non.| L’UE a dit oui.
Il Sig. Rossi e l'avv. Bianchi, sig. Verdi, art. 5, hanno detto di no.| Tuttavia, il governo tace.
O Sr. Silva, da S.A. Petróleo, disse não.| Porém, a lei n. 5 vale.
中国反对制裁。|“我们不同意。”|他说。|为什么？
ロシアは反対した。|「制裁は不当だ。」|と述べた。
欧盟支持!|他们说?|是的。|美国Yahoo!公司反对。
日本は反対?|中国は支持!
قال الوزير إن العقوبات غير مقبولة.| هل هذا صحيح؟| لا أحد يعرف.
रूस ने विरोध किया।| चीन ने भी।
В 2014 г. Россия аннексировала Крым.| В. Путин выступил.| Это было так.
russia was sanctioned.| china objected.
The U.S. In Talks With Iran
1. The measures are new.| They bind.
Russia’s economy, i.e. The Kremlin’s purse, shrank in Jan. 2022.| In Feb. the war began.
The deal (est. 1994) with Yahoo! was signed.| It ended.[12]| Then more.[3][4]
He said it.|“We will act,” he said.
The ban covers Russia, Belarus, etc.| The list is long.| It covers oil, gas, etc. and steel.
The St. Petersburg forum vs. Davos.| Prof. Dr. Hans Meier, Jr. spoke.
He met U.N. Secretary-General António Guterres at 9 a.m. Tuesday.| It was cold.
Is it so?!| Yes!| “No!”| It isn't.
He got a Ph.D. in law.| He (Smith et al. 2014) left at 10:30.| A. Smith came.
Mass. Gov. Charlie Baker spoke.| Harrisburg, Pa. (AP) reported it.| He fell ill.| Russia did not.
The group of 7.| The talks of 2014.| 27 people died.
Das 6. Sanktionspaket folgte.| Der 1. FC Köln spielte.| L’art. 12 s’applique.| He don't.| She did.
Sen. Bob Menendez, D-N.J., agreed.| Sanctions under E.O. 14024 apply.| J. D. Vance did not.
The firm, XYZ Co. Ltd., was listed.| So was ABC S.p.A. of Milan.| See fig. 3 and pp. 12-14.
It ended “the war”.| But it began “a peace.”| He smiled.
""".strip().split("\n")


@pytest.mark.parametrize("case", HARD_CASES)
def test_hard_cases_are_split_where_a_reader_would(case: str) -> None:
    text = case.replace("|", "")
    assert [text[start:end] for start, end in split(text)] == [part.strip() for part in case.split("|")]


def test_offsets_refer_to_the_whole_text() -> None:
    text = "Head\n  It began. It ended.  \nFoot"
    assert [text[a:b] for a, b in split(text, 5, 29)] == ["It began.", "It ended."]


def test_sentences_are_numbered_from_one_across_paragraphs_and_boilerplate_has_none() -> None:
    text = "A title\nShare this\nOne. Two."
    paragraphs = (
        Paragraph(0, 7, "title"),
        Paragraph(8, 18, "boilerplate", "share_prompt"),
        Paragraph(19, 28),
    )
    sentences = number_sentences(text, paragraphs)
    assert [(s.number, s.paragraph, text[s.start : s.end]) for s in sentences] == [
        (1, 0, "A title"),
        (2, 2, "One."),
        (3, 2, "Two."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "." * 1_000_000,
        "a." * 500_000,
        "U.S. " * 200_000,
        '"' * 1_000_000,
        ". " * 500_000,
        "x" * 1_000_000,
        "“(" * 500_000,
        "." + " " * 1_000_000 + "a",
        "[1]" * 300_000,
        ".[1]" * 200_000 + "x",
        "制" * 1_000_000,
    ],
    ids=[
        "words",
        "dots",
        "dotted",
        "abbreviations",
        "quotes",
        "stops",
        "letters",
        "openers",
        "space",
        "notes",
        "noted stops",
        "ideographs",
    ],
)
def test_a_line_of_a_megabyte_is_split_in_linear_time_into_bounded_pieces(text: str) -> None:
    began = time.perf_counter()
    spans = split(text)
    assert time.perf_counter() - began < 40  # quadratic work would take minutes
    assert all(0 < end - start <= MAX_SENTENCE for start, end in spans)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_a_sentence_without_end_is_cut_after_a_clause() -> None:
    text = "; ".join(["the list of names goes on"] * 200)
    spans = split(text)
    assert len(spans) > 1
    assert all(text[start:end].endswith("on;") for start, end in spans[:-1])
