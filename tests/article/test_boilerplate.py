from __future__ import annotations

import time

import pytest

from extractor.article.boilerplate import marks

BODY = "The ministers met in Vienna on Monday and agreed to prolong the embargo for another six months."
LONG = (
    "Regulators in three countries opened inquiries into the bank, which had moved money for a listed "
    "shipping firm through its branch, and the finance ministry said that it would wait for their findings."
)

MARKED = {
    "cookie_notice": [
        "We use cookies and similar technologies to improve your browsing experience.",
        "We and our 842 partners value your privacy. " * 3,
        "This website uses cookies so that we can provide you with the best user experience possible.",
        (
            "To provide the best experiences, we use technologies like cookies to store and access device "
            "information. Click accept if you agree to the use of third-party cookies."
        ),
        "By clicking “Accept All”, you consent to the use of ALL the cookies.",
        "Accept all cookies",
        "Cookie Settings",
        "Privacy Policy",
        "Utilizamos cookies propias y de terceros para analizar el tráfico de la página.",
        "Política de privacidad",
        "Ce site utilise des cookies pour améliorer votre expérience de navigation.",
        "Nous et nos partenaires utilisons des cookies.",
        "Diese Website verwendet Cookies, um Ihnen den bestmöglichen Service zu bieten.",
        "Datenschutzerklärung",
        "Questo sito utilizza i cookie per migliorare la navigazione.",
        "Usamos cookies para melhorar a sua experiência neste portal.",
    ],
    "share_prompt": [
        "Share this article",
        "Follow us on Twitter and Instagram",
        "Join us on Telegram",
        "Share on WhatsApp",
        "Click to share on Reddit (Opens in new window)",
        "Facebook Twitter LinkedIn",
        "Facebook | Twitter | Email",
        "👍 Like us on Facebook!",
        "1.2k shares",
        "Síguenos en Instagram",
        "Compartir en Facebook",
        "Suivez-nous sur Twitter",
        "Partager cet article",
        "Folgen Sie uns auf Facebook",
        "Artikel teilen",
        "Seguici su Facebook",
        "Condividi su Twitter",
        "Siga-nos no Instagram",
        "Compartilhe no WhatsApp",
        "Follow us",
        "Like this:",
        "Haz clic para compartir en Twitter (Se abre en una ventana nueva)",
    ],
    "comments": [
        "LEAVE A COMMENT",
        "Post a Comment",
        "Cancel reply",
        "No comments yet",
        "17 Comments",
        "3 thoughts on “Ministers prolong the embargo”",
        "Required fields are marked *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "You must be logged in to post a comment.",
        "Deja un comentario",
        "Tu dirección de correo electrónico no será publicada. Los campos obligatorios están marcados con *",
        "Laisser un commentaire",
        "Votre adresse e-mail ne sera pas publiée.",
        "Schreibe einen Kommentar",
        "Deine E-Mail-Adresse wird nicht veröffentlicht.",
        "Lascia un commento",
        "Il tuo indirizzo email non sarà pubblicato.",
        "Deixe um comentário",
        "O seu endereço de e-mail não será publicado.",
    ],
    "newsletter": [
        "Subscribe to our newsletter",
        "Sign up for our free daily newsletter and never miss a story.",
        "Get the latest news delivered straight to your inbox.",
        "Enter your email address",
        "Subscribe to continue reading",
        "Already a subscriber? Log in",
        "Suscríbete a nuestro boletín",
        "Abonnez-vous à notre newsletter",
        "Jetzt für unseren Newsletter anmelden",
        "Iscriviti alla nostra newsletter",
        "Assine a nossa newsletter",
        "Support our journalism",
        "Réservé aux abonnés",
        "Para continuar leyendo, suscríbete",
    ],
    "related": [
        "Read more",
        "READ ALSO:",
        "Also read: Shipping firm added to the list",
        "Read more: Shipping firm added to the list",
        "Related Articles",
        "You may also like",
        "Most Popular",
        "Le puede interesar",
        "Lea también",
        "Lea también: Nuevas medidas contra la naviera",
        "Noticias relacionadas",
        "Lire aussi : Nouvelles mesures contre l’armateur",
        "À lire également",
        "Lesen Sie auch",
        "Lesen Sie auch: Neue Maßnahmen gegen die Reederei",
        "Mehr zum Thema",
        "Leggi anche",
        "Potrebbe interessarti anche",
        "Leia também",
        "Veja mais: Novas medidas contra o armador",
    ],
    "advertisement": ["ADVERTISEMENT", "Story continues below advertisement", "Publicidad", "Anzeige"],
    "navigation": [
        "Make Daily Globe your homepage",
        "Skip to main content",
        "Home | World | Europe",
        "Home » News » Politics",
        "Sign in",
        "Next article",
        "5 min read",
        "Saltar al contenido",
        "Retour en haut",
        "Zum Inhalt springen",
        "Torna su",
        "Voltar ao topo",
        "Contact Us | About",
        "Updated 2 hours ago",
    ],
    "copyright": [
        "© 2024 Daily Globe Media Ltd. All rights reserved.",
        "Copyright © 2023 The Daily Globe",
        "Copyright 2021 Globe Press. This material may not be published.",
        "All rights reserved",
        "Todos los derechos reservados",
        "Alle Rechte vorbehalten",
    ],
    "analytics": [
        "Google Analytics",
        "Web Analytics",
        "Powered by WordPress",
        "window.dataLayer = window.dataLayer || [];",
        "gtag('config', 'UA-1');",
        "Please enable JavaScript to view the comments.",
    ],
    "tags": [
        "Tags: embargo, shipping, Vienna",
        "Filed under: World",
        "Etiquetas: embargo",
        "Mots-clés : embargo",
    ],
    "credits": [
        "Photo: Jane Roe/Agency",
        "(Reporting by Jane Roe in Vienna; Editing by John Doe)",
        "The views expressed in this article are those of the author.",
    ],
}

BODY_LINES = [
    "The regulator fined the company 90 million euros for setting cookies without the consent of its users.",
    "“We use cookies to follow every reader,” the publisher told the court, and promised to stop.",
    "Privacy advocates said that the law, which forces sites to ask before they store cookies, had failed.",
    "The speech was a reply to the West, which had asked Moscow to withdraw its troops.",
    "No response to Moscow's demands",
    "Comment: why the embargo will not work",
    "Share of Russian gas in Europe falls",
    "He shared the article on Facebook, and the ministry took it as a threat.",
    "Facebook and Twitter were blocked by the censor on Friday.",
    "Follow the money: how the shipping firm paid its captains",
    "Subscribers to the newsletter were told that their data had been taken.",
    "The latest newsletter of the central bank reached the traders' inbox before the sanctions did.",
    "Readers may also like to know that the ministry has since withdrawn the order.",
    "Read more than the first page, the ambassador told reporters, and you will see the exemption.",
    "More from less",
    "Latest news from Ukraine",
    "Photo: a destroyed bridge near the harbour of Kherson",
    "Source: Kremlin will retaliate against the new measures",
    "Por Irán y Rusia",
    "Support for sanctions grows",
    "Search and rescue",
    "Contact group meets",
    "Published March 5, 2024",
    "See-saw diplomacy continues in Vienna",
    "Related measures were taken by Norway and Iceland on the same day.",
    "Copyright law was never a part of the talks, the delegation said.",
    "The ministry reserved all its rights under the treaty.",
    "Next: the oil price cap",
    "Topics ranged from grain to prisoners.",
    "Advertisement revenue fell after the media ban.",
    "By Friday the banks had complied.",
    "By the end of the year",
    "Por ahora no habrá sanciones, dijo el ministro.",
    "Home sales in Moscow fell by a third, the agency said.",
    "Powered by rage, the movement marched on the parliament in the capital.",
    "La política de privacidad de la empresa fue declarada ilegal por el tribunal de Luxemburgo.",
    "Comments by the minister were taken as a sign of weakness.",
    "Lire la suite des événements à travers ce prisme serait une erreur, dit le ministre.",
    "Mehr zum Thema Sanktionen sagte der Minister am Freitag nicht, er verwies auf den Rat.",
    "You agree or you leave, the envoy is said to have told the delegation.",
]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in MARKED.items() for line in lines])
def test_boilerplate_is_marked_by_its_rule(rule: str, line: str) -> None:
    assert marks([BODY, line, BODY]) == [None, rule, None]


@pytest.mark.parametrize("line", BODY_LINES)
def test_a_line_of_the_article_with_such_words_stays(line: str) -> None:
    assert marks([BODY, line, BODY]) == [None, None, None]


@pytest.mark.parametrize(
    "keyword", ["cookies", "newsletter", "privacy policy", "copyright", "read more", "share"]
)
def test_a_long_paragraph_with_a_keyword_stays(keyword: str) -> None:
    paragraph = f"{LONG} In its newsletter on {keyword}, the office told you how to {keyword}. {LONG}"
    assert marks([paragraph]) == [None]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "BY JANE ROE",
        "By Jane Roe and John Doe",
        "By Jane Roe, Vienna",
        "By Reuters",
        "Por Ana de la Cruz",
        "Par Jean-Luc Petit",
        "Von Max Müller",
        "Di Carla Rossi",
        "Por João da Silva",
    ],
)
def test_a_byline_is_marked_below_the_first_line_only(line: str) -> None:
    assert marks(["Ministers prolong the embargo", line, BODY]) == [None, "byline", None]
    assert marks([line, BODY]) == [None, None]


def test_a_byline_in_the_middle_of_a_long_article_is_not_looked_for() -> None:
    assert marks([*[BODY] * 20, "By Land And Sea", *[BODY] * 20])[20] is None


def test_bulleted_headlines_after_a_related_heading_go_with_it() -> None:
    lines = [BODY, "Related stories", "• First headline", "• Second headline.", BODY]
    assert marks(lines) == [None, "related", "related", "related", None]


def test_plain_headlines_after_a_related_heading_go_with_it_to_the_next_real_paragraph() -> None:
    lines = [
        "También te puede interesar",
        "Primer titular del día",
        "¿Segundo titular?",
        BODY,
        "A subheading",
        BODY,
    ]
    assert marks(lines) == ["related", "related", "related", None, None, None]


def test_headlines_after_a_related_heading_run_to_the_end() -> None:
    assert marks([BODY, "Lesen Sie auch", "Erste Zeile", "Zweite Zeile"]) == [None, *["related"] * 3]


def test_body_right_after_a_related_heading_stays() -> None:
    assert marks(["Read more", BODY, "A subheading", BODY]) == ["related", None, None, None]


def test_a_related_line_with_its_headline_takes_nothing_after_it() -> None:
    assert marks(["Read more: Ships turn back", "What comes next", BODY]) == ["related", None, None]


def test_bullets_of_the_article_itself_stay() -> None:
    assert marks(["What is banned", "• Machine tools", "• Diamonds"]) == [None, None, None]


def test_a_bulleted_list_ends_where_the_bullets_end() -> None:
    assert marks(["Read also", "- One headline", "What comes next", BODY]) == [
        "related",
        "related",
        None,
        None,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "a " * 300,
        "x" * 600,
        "|a" * 70,
        "- " * 300,
        "(c) " * 100,
        "by A" + " B" * 60,
        "cookies " * 300,
        "powered by " + "x" * 580,
        "edited by " + "a." * 140,
        "By " + "Aa " * 39,
        "facebook " * 13,
        "we " * 40 + "cookie",
    ],
)
def test_no_line_makes_a_pattern_run_away(line: str) -> None:
    began = time.perf_counter()
    marks([BODY, line])
    assert time.perf_counter() - began < 10  # a pattern that runs away takes minutes or more
