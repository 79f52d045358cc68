"""True records of articles in eight languages pass: no check may send them back or reject them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extractor.article.build import article_from_text
from extractor.checks.case import Case, Reading
from extractor.checks.register import examine
from extractor.grounding import Located, locate
from extractor.schemas.draft import DraftEvent, DraftPosition
from tests.checks.example import actor, event, position

ARTICLES = Path(__file__).parent / "articles"
PUBLISHED = dt.date(2025, 5, 9)

PEOPLE = (
    actor("Dana Whitfield", "person", country="US", role="Treasury spokeswoman"),
    actor("Lin Jian", "person", country="CN", role="spokesman"),
    actor("Kaja Kallas", "person", role="foreign policy chief"),
    actor("Masoud Pezeshkian", "person", country="IR", role="president"),
    actor("Paul Hardwick", "person", country="US", role="Senator"),
    actor("Dmitry Peskov", "person", country="RU"),
    actor("14 companies", "group", count=14),
    actor("three tankers", "group", count=3),
    actor("Jorge Arreaza", "person", country="VE", role="ministro de Exteriores"),
    actor("cuatro generales de Venezuela", "group", country="VE", count=4),
    actor("funcionarios venezolanos", "group", country="VE"),
    actor("Catherine Colonna", "person", country="FR", role="ministre des Affaires étrangères"),
    actor("Assimi Goïta", "person", country="ML", role="colonel"),
    actor("membres de la junte", "group", country="ML"),
    actor("Péter Szijjártó", "person", country="HU", role="Außenminister"),
    actor("Friedrich Merz", "person", country="DE", role="Bundeskanzler"),
    actor("elf Banken", "group", country="RU", count=11),
    actor("Мария Захарова", "person", country="RU", role="представитель МИД"),
    actor("Владимир Путин", "person", country="RU"),
    actor("российские банки", "group", country="RU", count=11),
    actor("毛宁", "person", country="CN", role="外交部发言人"),
    actor("普京", "person", country="RU", role="总统"),
    actor("六家中国企业", "group", country="CN", count=6),
    actor("إسماعيل بقائي", "person", country="IR", role="المتحدث باسم الخارجية"),
    actor("ثلاثة مسؤولين إيرانيين", "group", country="IR", count=3),
    actor("Mauro Vieira", "person", country="BR", role="ministro das Relações Exteriores"),
    actor("Lula", "person", country="BR", role="presidente"),
    actor("bancos russos", "group", country="RU"),
    actor("empresas chinesas", "group", country="CN"),
)

RECORDS: dict[str, tuple[DraftEvent | DraftPosition, ...]] = {
    "en": (
        event(
            "The US Treasury on Thursday designated 14 companies and three tankers",
            action="designate",
            senders=["US Treasury"],
            targets=["14 companies", "three tankers"],
            date="on Thursday",
        ),
        event(
            "helped the National Iranian Oil Company sell crude to refiners in Asia, in breach of American",
            action="evade",
            senders=["14 companies", "three tankers"],
            targets=["Iran"],
            according_to="US Treasury",
        ),
        event(
            "reimposed sanctions on Iran",
            senders=["Trump administration"],
            date="In 2018",
            is_background=True,
        ),
        event(
            "Hungary refused to lift its objections to a separate EU package last month, blocking it",
            stage="rejected",
            senders=["Hungary"],
            targets=[],
            date="last month",
        ),
        position(
            "We will continue to hold Tehran to account",
            holder="United States",
            speaker="Dana Whitfield",
            stance="support",
            issue_action="tighten",
        ),
        position(
            "She did not rule out further steps against buyers in third countries",
            holder="United States",
            speaker="Dana Whitfield",
            stance="uncommitted",
        ),
        position(
            "firmly opposed the measures",
            "The United States must stop abusing its jurisdiction",
            speaker="Lin Jian",
        ),
        position(
            "the bloc would not support new penalties as long as talks in Vienna continue",
            holder="EU",
            speaker="Kaja Kallas",
            stance="conditional",
            issue_action="impose",
            condition="as long as talks in Vienna continue",
        ),
        position(
            "They can sanction whom they like",
            "his country would never bow to pressure",
            holder="Iran",
            speaker="Masoud Pezeshkian",
        ),
        position(
            "he would vote against a bill that would let the sanctions lapse at the end of the year",
            holder="Paul Hardwick",
            issue_action="lapse",
        ),
        position("it will help Iran find new markets", holder="Russia", speaker="Dmitry Peskov"),
        position(
            "declined to comment on Thursday's designations",
            holder="Kremlin",
            speaker="Dmitry Peskov",
            stance="uncommitted",
            speech_act="decline",
        ),
    ),
    "es": (
        event(
            "Estados Unidos impuso este martes sanciones contra cuatro generales de Venezuela",
            action="designate",
            senders=["Estados Unidos"],
            targets=["cuatro generales de Venezuela"],
            date="este martes",
        ),
        event(
            "podría imponer un embargo de armas si no hay avances en el diálogo",
            stage="threatened",
            measures=["arms_embargo"],
            senders=["Unión Europea"],
            targets=["Venezuela"],
        ),
        event(
            "Washington ya había congelado los activos de varios funcionarios venezolanos",
            action="designate",
            measures=["asset_freeze"],
            senders=["Washington"],
            targets=["funcionarios venezolanos"],
            date="En 2017",
            is_background=True,
        ),
        position(
            "rechazó las medidas",
            "Son ilegales",
            holder="Venezuela",
            speaker="Jorge Arreaza",
            issue_targets=["cuatro generales de Venezuela"],
        ),
        position(
            "La Unión Europea no apoya por ahora nuevas sanciones contra el país caribeño",
            holder="Unión Europea",
            issue_targets=["Venezuela"],
            issue_action="impose",
        ),
        position(
            "México se abstuvo en la votación de la OEA",
            holder="México",
            stance="abstain",
            speech_act="vote",
            issue_kind="resolution",
            issue_action=None,
            issue_targets=["Venezuela"],
        ),
    ),
    "fr": (
        event(
            "a levé dimanche l'embargo commercial imposé au Mali en janvier",
            action="lift",
            senders=["Cedeao"],
            targets=["Mali"],
            measures=["trade_embargo"],
            date="dimanche",
        ),
        event(
            "maintient les sanctions individuelles contre les membres de la junte",
            action="maintain",
            senders=["Communauté économique des États de l'Afrique de l'Ouest (Cedeao)"],
            targets=["membres de la junte"],
        ),
        event(
            "ont décidé de ne pas renouveler les mesures financières",
            action="lapse",
            stage="committed",
            senders=["chefs d'État"],
            targets=["Mali"],
        ),
        event(
            "L'Union européenne pourrait suspendre ses propres sanctions",
            action="suspend",
            stage="considered",
            senders=["Union européenne"],
            targets=["Mali"],
        ),
        position(
            "La France ne soutient pas pour autant une reprise de l'aide",
            holder="France",
            speaker="Catherine Colonna",
            issue_kind="other",
            issue_action=None,
            issue_targets=["Mali"],
        ),
        position(
            "Nous refusons de céder au chantage",
            holder="Mali",
            speaker="Assimi Goïta",
            issue_targets=["Mali"],
        ),
        position(
            "L'Algérie, elle, a salué la décision",
            holder="Algérie",
            stance="support",
            issue_action="lift",
            issue_targets=["Mali"],
        ),
    ),
    "de": (
        event(
            "haben am Montag in Brüssel ein weiteres Sanktionspaket gegen Russland beschlossen",
            "Es trifft elf Banken und 40 Tanker der sogenannten Schattenflotte",
            action="tighten",
            senders=["EU"],
            targets=["Russland", "elf Banken"],
            date="am Montag",
        ),
        event(
            "Moskau könnte die Ausfuhr von Uran verbieten",
            stage="considered",
            senders=["Moskau"],
            targets=[],
            measures=["export_restriction"],
        ),
        position(
            "sein Land unterstütze die neuen Sanktionen gegen Russlands Energiesektor nicht",
            holder="Ungarn",
            speaker="Péter Szijjártó",
            issue_targets=["Russland"],
        ),
        position(
            "Budapest weigert sich, die Einfuhr von Öl zu verbieten",
            holder="Ungarn",
            issue_targets=["Russland"],
        ),
        position(
            "Bundeskanzler Friedrich Merz begrüßte den Beschluss",
            "werde die Maßnahmen nicht lockern, solange der Krieg andauere",
            holder="Deutschland",
            speaker="Friedrich Merz",
            stance="support",
            issue_targets=["Russland"],
            condition="solange der Krieg andauere",
        ),
    ),
    "ru": (
        event(
            "Евросоюз в понедельник ввёл санкции против одиннадцати российских банков",
            action="designate",
            senders=["Евросоюз"],
            targets=["российские банки"],
            date="в понедельник",
        ),
        position(
            "Москва не оставит эти меры без ответа",
            holder="Россия",
            speaker="Мария Захарова",
            issue_targets=["российские банки"],
        ),
        position("Венгрия не поддержит новые ограничения", holder="Венгрия", issue_targets=["Россия"]),
        position(
            "Сербия отказалась вводить санкции против России",
            holder="Сербия",
            issue_targets=["Россия"],
            issue_action="impose",
        ),
        position(
            "санкции не достигли цели", holder="Россия", speaker="Владимир Путин", issue_targets=["Россия"]
        ),
        position(
            "Соединённые Штаты приветствовали решение Брюсселя",
            holder="США",
            stance="support",
            issue_targets=["Россия"],
        ),
    ),
    "zh": (
        event(
            "美国财政部星期四宣布制裁六家中国企业",
            action="designate",
            senders=["美国财政部"],
            targets=["六家中国企业"],
            date="星期四",
        ),
        position("中方坚决反对美方的单边制裁", holder="中国", speaker="毛宁", issue_targets=["六家中国企业"]),
        position("中国不支持任何没有安理会授权的制裁", holder="中国", speaker="毛宁", issue_targets=["伊朗"]),
        position(
            "俄方将继续与伊朗合作",
            holder="俄罗斯",
            speaker="普京",
            issue_kind="other",
            issue_action=None,
            issue_targets=["伊朗"],
            stance="support",
        ),
    ),
    "ar": (
        event(
            "فرض الاتحاد الأوروبي يوم الاثنين عقوبات جديدة على ثلاثة مسؤولين إيرانيين",
            action="designate",
            senders=["الاتحاد الأوروبي"],
            targets=["ثلاثة مسؤولين إيرانيين"],
            date="يوم الاثنين",
            objectives=["human_rights"],
        ),
        position(
            "طهران لن تقبل هذه الإجراءات", holder="إيران", speaker="إسماعيل بقائي", issue_targets=["إيران"]
        ),
        position(
            "ورحبت الولايات المتحدة بالقرار",
            holder="الولايات المتحدة",
            stance="support",
            issue_targets=["إيران"],
        ),
        position("إنها لا تدعم العقوبات", holder="روسيا", issue_targets=["إيران"]),
    ),
    "pt": (
        event(
            "A União Europeia aprovou na segunda-feira um novo pacote contra bancos russos",
            senders=["União Europeia"],
            targets=["bancos russos"],
            date="na segunda-feira",
        ),
        position(
            "o Brasil não apoia sanções unilaterais contra a Rússia",
            holder="Brasil",
            speaker="Mauro Vieira",
            issue_targets=["Rússia"],
            date="nesta quarta-feira",
        ),
        position(
            "A Alemanha pediu que os países do Brics se juntem às medidas",
            holder="Alemanha",
            stance="support",
            speech_act="appeal",
            addressees=["países do Brics"],
            issue_targets=["Rússia"],
        ),
        position(
            "recusou-se a comentar a decisão de Washington de congelar bens de empresas chinesas",
            holder="Brasil",
            speaker="Lula",
            stance="uncommitted",
            speech_act="decline",
            issue_targets=["empresas chinesas"],
        ),
    ),
}


def cases(language: str) -> list[Case]:
    text = (ARTICLES / f"{language}.txt").read_text(encoding="utf-8")
    article = article_from_text(text, source=f"{language}.txt", published=PUBLISHED)
    assert article.language == language
    reading = Reading(article, {one.name: one for one in PEOPLE})
    made = []
    for record in RECORDS[language]:
        places = [locate(article, cited) for cited in record.evidence]
        evidence = tuple(place.evidence for place in places if isinstance(place, Located))
        assert len(evidence) == len(places), places
        made.append(Case(record, evidence, reading))
    return made


@pytest.mark.parametrize("language", RECORDS)
def test_true_records_are_neither_rejected_nor_sent_back(language: str) -> None:
    found = [
        (finding.check, finding.message)
        for case in cases(language)
        for finding in examine(case)
        if finding.level != "flag"
    ]
    assert found == []


@pytest.mark.parametrize("language", RECORDS)
def test_true_records_are_seldom_flagged(language: str) -> None:
    flags = [(one.check, one.message) for case in cases(language) for one in examine(case)]
    # the English article prints only the surname of a well-known spokesman
    allowed = {"name_not_as_printed"} if language == "en" else set()
    assert {check for check, _ in flags} <= allowed, flags
