"""A quote begins and ends where nothing is cut that changes what it says."""

from __future__ import annotations

import pytest

from extractor.grounding.borders import is_border
from extractor.grounding.typography import fold


def borders(marked: str) -> tuple[list[int], list[int]]:
    """The places in ``marked`` that are borders, and those marked by "|" that ought to be."""
    text = marked.replace("|", "")
    wanted: list[int] = []
    for piece in marked.split("|")[:-1]:
        wanted.append((wanted[-1] if wanted else 0) + len(piece))
    folded = fold(text)
    indices = {at: folded.index(at) for at in range(1, len(text))}
    whole = [at for at, index in indices.items() if index < len(folded.text) and folded.start(index) == at]
    return [at for at in whole if is_border(folded, indices[at])], wanted


@pytest.mark.parametrize(
    "marked",
    [
        "un\u00adlikely| |to",
        "don’t| |can't| |cannot",
        "Iran|’s| |port",
        "l’|Iran| |n’appuie| |qu'|il| |aujourd'hui",
        "dell’|Unione| |п’ять",
        "non-compliance| |Nicht-EU-Reederei",
        "Iran–Iraq| |2014—2020| |mid‐2014",
        "vote|—|including| |a|―|b",
        "Ein|-| |und",
        "$1.5| |million| |1,500.25",
        "1\u202f500\u202f000| |euros| |2021| |500",
        "by| |-3 %|,| |by| |–3%",
        "US$5m|;| |R$\u00a04,7|;| |€ 5|;| |5 €",
        "10²| |valves| |sanctions|¹| |12| |m²| |CO₂| |2½",
        "U.S|.|,| |J.K|.| |R",
        "AT&T| |a_b| |x@y",
        "03/05/2021| |10:30| |10^6",
        'צה״ל| |ה|"|צו|"| |אי־ציות| |ג׳ורג|׳',
        "٢٥٠| |1٫5| |وبلغت",
        "कर\u094dम| |नहीं",
        "제재를| |'|제재|'|라고| |비핵화",
        "支|持|制|裁|三十亿|元",
        "占|百|分|之三十|。",
        "は|インドネシア|・|ロシア|の|２０億|円",
        "支|持|しな|い|と| |ไ|ท|ย",
    ],
)
def test_a_quote_may_begin_and_end_only_where_no_word_or_number_is_cut(marked: str) -> None:
    found, wanted = borders(marked)
    assert found == wanted
