"""Ordinary news sentences in Spanish: acts and positions. All are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, View, acts, views

_LEAD = "La Unión Europea impuso el lunes nuevas sanciones contra Rusia."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "La Unión Europea impuso el miércoles nuevas sanciones contra Rusia.",
            ("impose", "adopted", ("Unión Europea",), ("Rusia",)),
        ),
        (
            "Estados Unidos ha sancionado a cuatro jueces de la Corte Penal Internacional.",
            ("designate", "adopted", ("Estados Unidos",), ("cuatro jueces de la Corte Penal Internacional",)),
        ),
        ("Se han impuesto nuevas sanciones a Irán.", ("impose", "adopted", (), ("Irán",))),
        (
            "Las sanciones contra Bielorrusia fueron prorrogadas hasta febrero de 2026.",
            ("extend", "adopted", (), ("Bielorrusia",)),
        ),
        (
            "El Consejo de la UE prorrogó por un año las sanciones contra Nicaragua.",
            ("extend", "adopted", ("Consejo de la UE",), ("Nicaragua",)),
        ),
        (
            "Los Veintisiete aprobaron este jueves el decimonoveno paquete de sanciones contra Rusia.",
            ("impose", "adopted", ("Veintisiete",), ("Rusia",)),
        ),
        ("Washington levantó las sanciones contra Siria.", ("lift", "adopted", ("Washington",), ("Siria",))),
        (
            "El Gobierno de Estados Unidos anunció el levantamiento de las sanciones a Siria.",
            ("lift", "adopted", ("Gobierno de Estados Unidos",), ("Siria",)),
        ),
        (
            "La Casa Blanca estudia aliviar las sanciones a Venezuela.",
            ("ease", "considered", ("Casa Blanca",), ("Venezuela",)),
        ),
        (
            "Trump amenazó con imponer sanciones a Colombia si no frena el narcotráfico.",
            ("impose", "threatened", ("United States",), ("Colombia",)),
        ),
        (
            "Bruselas propuso prohibir las importaciones de gas ruso.",
            ("impose", "proposed", ("Bruselas",), ("ruso",)),
        ),
        (
            "La UE acordó suspender las sanciones contra Siria durante un año.",
            ("suspend", "adopted", ("UE",), ("Siria",)),
        ),
        (
            "Canadá añadió a diez funcionarios venezolanos a su lista de sanciones.",
            ("designate", "adopted", ("Canadá",), ("diez funcionarios venezolanos",)),
        ),
        (
            "Dos generales fueron incluidos en la lista negra de la UE.",
            ("designate", "adopted", ("UE",), ("Dos generales",)),
        ),
        ("El empresario fue retirado de la lista Clinton.", ("delist", "adopted", (), ("empresario",))),
        (
            "El Tesoro estadounidense congeló los activos de tres empresas mexicanas.",
            ("designate", "adopted", ("Tesoro estadounidense",), ("tres empresas mexicanas",)),
        ),
        (
            "La OFAC emitió una licencia que autoriza a Chevron a operar en Venezuela.",
            ("exempt", "adopted", ("OFAC",), ("Chevron", "Venezuela")),
        ),
        (
            "El banco fue multado con 20 millones de dólares por violar las sanciones contra Irán.",
            ("enforce", "adopted", (), ("banco",)),
        ),
        (
            "Rusia respondió con la prohibición de entrada a 30 funcionarios europeos.",
            ("designate", "adopted", ("Rusia",), ("30 funcionarios europeos",)),
        ),
        (
            (
                "China impuso sanciones a veinte empresas estadounidenses de defensa en represalia "
                "por la venta de armas a Taiwán."
            ),
            ("designate", "adopted", ("China",), ("veinte empresas estadounidenses de defensa",)),
        ),
        (
            "La UE podría imponer nuevas sanciones a Irán el lunes.",
            ("impose", "considered", ("UE",), ("Irán",)),
        ),
        (
            "El Reino Unido, Australia y Canadá sancionaron a dos ministros israelíes.",
            ("designate", "adopted", ("Reino Unido", "Australia", "Canadá"), ("dos ministros israelíes",)),
        ),
        (
            "La ONU renueva por un año el régimen de sanciones a Haití",
            ("extend", "adopted", ("ONU",), ("Haití",)),
        ),
        (
            "EEUU sanciona a un cártel mexicano por tráfico de fentanilo",
            ("designate", "adopted", ("EEUU",), ("cártel mexicano",)),
        ),
        (
            "Suiza se sumó a las sanciones de la UE contra Rusia.",
            ("impose", "adopted", ("Suiza",), ("Rusia",)),
        ),
        (
            "La Administración Trump impuso este viernes sanciones al presidente de Colombia, Gustavo Petro.",
            ("designate", "adopted", ("Administración Trump",), ("Gustavo Petro",)),
        ),
        (
            "Nicaragua fue sancionada por Estados Unidos por las violaciones de derechos humanos.",
            ("impose", "adopted", ("Estados Unidos",), ("Nicaragua",)),
        ),
    ],
)
def test_a_spanish_sentence_tells_its_act(sentence: str, told: Act) -> None:
    assert acts(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "El levantamiento de las sanciones a Siria fue celebrado por Damasco.",
            ("Siria", "support", "sanctions", "lift"),
        ),
        (
            "China rechazó las sanciones unilaterales de Estados Unidos.",
            ("China", "oppose", "sanctions", "maintain"),
        ),
        (
            "«Las sanciones son ilegales», afirmó el portavoz del Kremlin, Dmitri Peskov.",
            ("Kremlin", "oppose", "sanctions", "maintain"),
        ),
        (
            (
                "El presidente ucraniano, Volodímir Zelenski, pidió a sus aliados que endurezcan las "
                "sanciones contra Rusia."
            ),
            ("ucraniano", "support", "sanctions", "tighten"),
        ),
        (
            "El primer ministro eslovaco, Robert Fico, se opone a las sanciones contra Rusia.",
            ("eslovaco", "oppose", "sanctions", "maintain"),
        ),
        (
            "El presidente colombiano, Gustavo Petro, exigió el fin del bloqueo a Cuba.",
            ("colombiano", "support", "sanctions", "lift"),
        ),
        (
            (
                "El ministro español de Exteriores, José Manuel Albares, defendió mantener las "
                "sanciones contra Rusia."
            ),
            ("español", "support", "sanctions", "maintain"),
        ),
        (
            "España es partidaria de levantar las sanciones a Venezuela.",
            ("España", "support", "sanctions", "lift"),
        ),
        (
            "México se abstuvo en la votación de la resolución que condena la invasión de Ucrania.",
            ("México", "abstain", "resolution", None),
        ),
        (
            "El portavoz del Departamento de Estado declinó comentar posibles nuevas sanciones.",
            ("United States", "uncommitted", "sanctions", "impose"),
        ),
        ("Irán exige el levantamiento de todas las sanciones.", ("Irán", "support", "sanctions", "lift")),
        (
            "Maduro calificó de criminales las sanciones de Estados Unidos.",
            ("Venezuela", "oppose", "sanctions", "maintain"),
        ),
        (
            "La Habana denunció el recrudecimiento del bloqueo.",
            ("La Habana", "oppose", "sanctions", "tighten"),
        ),
        (
            "El Parlamento Europeo pidió sanciones contra los responsables de la represión.",
            ("Parlamento Europeo", "support", "sanctions", "impose"),
        ),
        (
            "Brasil considera que las sanciones son contraproducentes.",
            ("Brasil", "oppose", "sanctions", "maintain"),
        ),
        (
            "«No vamos a levantar las sanciones», aseguró Rubio.",
            ("United States", "oppose", "sanctions", "lift"),
        ),
    ],
)
def test_a_spanish_sentence_tells_a_position(sentence: str, told: View) -> None:
    assert views(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Rusia calificó el paquete de «ilegítimo».", ("Rusia", "oppose", "sanctions", "impose")),
        ("Ucrania celebró la decisión.", ("Ucrania", "support", "sanctions", "impose")),
        ("Hungría votó en contra.", ("Hungría", "oppose", "sanctions", "impose")),
        (
            "El ministro de Exteriores ruso, Serguéi Lavrov, tachó las medidas de «chantaje».",
            ("Rusia", "oppose", "sanctions", "impose"),
        ),
        (
            "El embajador de México, Julián Arreola, reiteró el rechazo de su país a las sanciones.",
            ("México", "oppose", "sanctions", "impose"),
        ),
        ("Polonia reclamó medidas más duras contra Moscú.", ("Polonia", "support", "sanctions", "tighten")),
        (
            "La medida «es un error», dijo el primer ministro húngaro, Viktor Orbán.",
            ("húngaro", "oppose", "sanctions", "impose"),
        ),
        ("Caracas rechazó en un comunicado la prórroga.", ("Caracas", "oppose", "sanctions", "extend")),
        (
            "La portavoz de la Casa Blanca rehusó hacer comentarios.",
            ("Casa Blanca", "uncommitted", "sanctions", "impose"),
        ),
        (
            "El presidente serbio descartó sumarse a las sanciones.",
            ("serbio", "oppose", "sanctions", "impose"),
        ),
        ("Estonia ve insuficiente el paquete.", ("Estonia", "support", "sanctions", "tighten")),
        (
            "El canciller iraní aseguró que las sanciones no cambiarán su política.",
            ("iraní", "oppose", "sanctions", "impose"),
        ),
        (
            (
                "«Necesitamos sanciones más duras contra Moscú», afirmó la primera ministra danesa, "
                "Mette Frederiksen."
            ),
            ("danesa", "support", "sanctions", "tighten"),
        ),
        (
            "«Hay que mantener la presión sobre Rusia», insistió el ministro español de Exteriores.",
            ("español", "support", "sanctions", "maintain"),
        ),
        (
            "Los Veintisiete deben levantar las sanciones, dijo el presidente brasileño.",
            ("brasileño", "support", "sanctions", "lift"),
        ),
        ("Francia se opone a suavizar las sanciones.", ("Francia", "oppose", "sanctions", "ease")),
        ("Brasil lamentó la decisión.", ("Brasil", "oppose", "sanctions", "impose")),
        ("Turquía no se sumará a las sanciones.", ("Turquía", "oppose", "sanctions", "impose")),
        (
            "El ministro irlandés abogó por endurecer las sanciones.",
            ("irlandés", "support", "sanctions", "tighten"),
        ),
    ],
)
def test_a_spanish_position_on_what_was_told_before(sentence: str, told: View) -> None:
    assert views(f"{_LEAD}\n\n{sentence}") == [told]
