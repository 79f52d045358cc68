from __future__ import annotations

import pytest

from extractor.article.language import detect, detect_each, languages_of
from extractor.article.model import Paragraph

SENTENCES = {
    "en": "The European Union adopted a new package of sanctions on Thursday targeting banks and firms.",
    "es": "El gobierno ha reiterado su intención de aplicar sanciones a las entidades rusas, según ella.",
    "fr": "Le président a déclaré que les sanctions resteront en vigueur tant que la guerre durera.",
    "de": "Die Europäische Union hat am Donnerstag neue Sanktionen gegen russische Banken beschlossen.",
    "it": "Il presidente del Consiglio ha detto che le sanzioni resteranno in vigore fino alla fine.",
    "pt": "Ele disse que as sanções vão continuar em vigor enquanto durar a guerra, mas não há paz.",
    "nl": "De Europese Unie heeft donderdag een nieuw pakket sancties tegen Russische banken aangenomen.",
    "ca": "El govern ha anunciat que les sancions contra Rússia no s'aixecaran fins que no acabi la guerra.",
    "ro": "Ministrul de externe a declarat că România va susține măsurile și că nu va ceda presiunilor.",
    "pl": "Unia Europejska przyjęła w czwartek nowy pakiet sankcji wobec Rosji, który obejmuje banki.",
    "sv": "EU antog på torsdagen ett nytt paket med sanktioner mot Ryssland som drabbar banker och företag.",
    "ru": "Европейский союз в четверг принял новый пакет санкций против российских банков.",
    "uk": "Європейський Союз у четвер ухвалив новий пакет санкцій проти російських банків.",
    "ar": "اعتمد الاتحاد الأوروبي يوم الخميس حزمة جديدة من العقوبات ضد البنوك الروسية.",
    "fa": "اتحادیه اروپا روز پنجشنبه بسته جدیدی از تحریم‌ها علیه بانک‌های روسیه تصویب کرد.",
    "zh": "欧盟周四通过了针对俄罗斯银行和能源公司的新一轮制裁。",
    "ja": "欧州連合は木曜日、ロシアの銀行に対する新たな制裁を採択した。",
    "ko": "유럽연합은 목요일 러시아 은행을 겨냥한 새로운 제재를 채택했다.",
    "hi": "यूरोपीय संघ ने गुरुवार को रूसी बैंकों के खिलाफ नए प्रतिबंधों को मंजूरी दी।",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_tells_its_language(language: str) -> None:
    assert detect(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "Like Us on Facebook", "05/03/2024 01:59:21 pm", "欧盟制裁俄罗斯。"])
def test_a_short_line_has_no_language(text: str) -> None:
    assert detect(text) is None


def test_a_headline_of_names_is_left_open_while_the_article_is_known() -> None:
    headline = "Lavrov, Wang, Jaishankar, Baerbock, Colonna, Meloni in Paris"
    assert detect_each([headline, SENTENCES["en"]]) == [None, "en"]


def test_an_article_of_short_lines_in_another_script_still_has_its_language() -> None:
    assert detect_each([SENTENCES["zh"], SENTENCES["zh"]]) == ["zh", "zh"]


def test_languages_come_with_most_text_first_and_boilerplate_does_not_count() -> None:
    paragraphs = [
        Paragraph(0, 900, "boilerplate", "cookie_notice", "es"),
        Paragraph(901, 1001, "body", None, "fr"),
        Paragraph(1002, 1302, "body", None, "en"),
        Paragraph(1303, 1310),
    ]
    assert languages_of(paragraphs) == ("en", "fr")
