"""German verbs: every form below was written by hand from grammars and newspapers, not from what is made."""

from __future__ import annotations

from tests.knowledge.inflected import Exceptions, lacking, made_anyway

# infinitive | letter of the form: forms | … (a line without an infinitive goes on with the one above)
_FORMS = """
verhängen | b: verhängen | s: verhängt verhängen verhänge | d: verhängte verhängten | n: verhängt
erlassen | s: erlässt erlassen erlasse | d: erließ erließen | n: erlassen
beschließen | s: beschließt beschließen beschließe | d: beschloss beschlossen | n: beschlossen
übernehmen | s: übernimmt übernehmen übernehme | d: übernahm übernahmen | n: übernommen
setzen | s: setzt setzen setze | d: setzte setzten | n: gesetzt
verschärfen | s: verschärft verschärfen verschärfe | d: verschärfte verschärften | n: verschärft
weiten | s: weitet weiten | d: weitete weiteten | n: geweitet
erweitern | s: erweitert erweitern erweitere | d: erweiterte erweiterten | n: erweitert
verlängern | s: verlängert verlängern verlängere | d: verlängerte verlängerten | n: verlängert
erhalten | s: erhält erhalten erhalte | d: erhielt erhielten | n: erhalten
behalten | s: behält behalten behalte | d: behielt behielten | n: behalten
lockern | s: lockert lockern lockere | d: lockerte lockerten | n: gelockert
erleichtern | s: erleichtert erleichtere | d: erleichterte | n: erleichtert
heben | s: hebt heben hebe | d: hob hoben | n: gehoben | c: höbe
beenden | s: beendet beenden beende | d: beendete beendeten | n: beendet
nehmen | s: nimmt nehmen nehme | d: nahm nahmen | n: genommen | c: nähme nähmen
umgehen | s: umgeht umgehen umgehe | d: umging umgingen | n: umgangen
verletzen | s: verletzt verletzen verletze | d: verletzte verletzten | n: verletzt
unterlaufen | s: unterläuft unterlaufen | d: unterlief unterliefen | n: unterlaufen
brechen | s: bricht brechen breche | d: brach brachen | n: gebrochen
sanktionieren | s: sanktioniert sanktionieren sanktioniere | d: sanktionierte sanktionierten
  | n: sanktioniert
belegen | s: belegt belegen belege | d: belegte belegten | n: belegt
bestrafen | s: bestraft bestrafen bestrafe | d: bestrafte | n: bestraft
überziehen | s: überzieht überziehen | d: überzog überzogen | n: überzogen
antworten | s: antwortet antworten antworte | d: antwortete antworteten | n: geantwortet
reagieren | s: reagiert reagieren reagiere | d: reagierte reagierten | n: reagiert
kündigen | s: kündigt kündigen kündige | d: kündigte kündigten | n: gekündigt
verkünden | s: verkündet verkünden verkünde | d: verkündete verkündeten | n: verkündet
billigen | s: billigt billigen billige | d: billigte billigten | n: gebilligt
verabschieden | s: verabschiedet verabschieden verabschiede | d: verabschiedete verabschiedeten
  | n: verabschiedet
unterzeichnen | s: unterzeichnet unterzeichnen unterzeichne | d: unterzeichnete unterzeichneten
  | n: unterzeichnet
geben | s: gibt geben gebe | d: gab gaben | n: gegeben | c: gäbe gäben
vereinbaren | s: vereinbart vereinbaren vereinbare | d: vereinbarte vereinbarten | n: vereinbart
planen | s: plant planen plane | d: plante planten | n: geplant
versprechen | s: verspricht versprechen verspreche | d: versprach versprachen | n: versprochen
bereiten | s: bereitet bereiten bereite | d: bereitete bereiteten | n: bereitet
einigen | s: einigt einigen | d: einigte einigten | n: geeinigt
erwägen | s: erwägt erwägen erwäge | d: erwog erwogen | n: erwogen
prüfen | s: prüft prüfen prüfe | d: prüfte prüften | n: geprüft
diskutieren | s: diskutiert diskutieren diskutiere | d: diskutierte | n: diskutiert
beraten | s: berät beraten berate | d: beriet berieten | n: beraten
streben | s: strebt streben strebe | d: strebte strebten | n: gestrebt
drohen | s: droht drohen drohe | d: drohte drohten | n: gedroht
schlagen | s: schlägt schlagen schlage | d: schlug schlugen | n: geschlagen
legen | s: legt legen lege | d: legte legten | n: gelegt
blockieren | s: blockiert blockieren blockiere | d: blockierte blockierten | n: blockiert
bleiben | s: bleibt bleiben bleibe | d: blieb blieben | n: geblieben | c: bliebe
bestehen | s: besteht bestehen bestehe | d: bestand bestanden | n: bestanden
laufen | s: läuft laufen | d: lief liefen | n: gelaufen
enden | s: endet enden | d: endete endeten | n: geendet
fügen | s: fügt fügen füge | d: fügte fügten | n: gefügt
stellen | s: stellt stellen | d: stellte stellten | n: gestellt
kommen | s: kommt kommen komme | d: kam kamen | n: gekommen | c: käme kämen
streichen | s: streicht streichen streiche | d: strich strichen | n: gestrichen
entfernen | s: entfernt entfernen entferne | d: entfernte entfernten | n: entfernt
verbieten | s: verbietet verbieten verbiete | d: verbot verboten | n: verboten | c: verböte
frieren | s: friert frieren friere | d: fror froren | n: gefroren
untersagen | s: untersagt untersagen untersage | d: untersagte untersagten | n: untersagt
sperren | s: sperrt sperren | d: sperrte sperrten | n: gesperrt
schließen | s: schließt schließen schließe | d: schloss schlossen | n: geschlossen
stoppen | s: stoppt stoppen stoppe | d: stoppte stoppten | n: gestoppt
beschränken | s: beschränkt beschränken beschränke | d: beschränkte | n: beschränkt
schränken | s: schränkt schränken schränke | d: schränkte | n: geschränkt
entziehen | s: entzieht entziehen entziehe | d: entzog entzogen | n: entzogen
erteilen | s: erteilt erteilen erteile | d: erteilte erteilten | n: erteilt
gewähren | s: gewährt gewähren gewähre | d: gewährte gewährten | n: gewährt
genehmigen | s: genehmigt genehmigen genehmige | d: genehmigte genehmigten | n: genehmigt
widerrufen | s: widerruft widerrufen widerrufe | d: widerrief widerriefen | n: widerrufen
unterstützen | s: unterstützt unterstützen unterstütze | d: unterstützte unterstützten | n: unterstützt
begrüßen | s: begrüßt begrüßen begrüße | d: begrüßte begrüßten | n: begrüßt
heißen | s: heißt heißen | d: hieß hießen | n: geheißen
verurteilen | s: verurteilt verurteilen verurteile | d: verurteilte verurteilten | n: verurteilt
lehnen | s: lehnt lehnen lehne | d: lehnte lehnten | n: gelehnt
weisen | s: weist weisen | d: wies wiesen | n: gewiesen
bedauern | s: bedauert bedauern bedauere | d: bedauerte bedauerten | n: bedauert
verwerfen | s: verwirft verwerfen verwerfe | d: verwarf verwarfen | n: verworfen
werfen | s: wirft werfen werfe | d: warf warfen | n: geworfen
fordern | s: fordert fordern fordere | d: forderte forderten | n: gefordert
drängen | s: drängt drängen dränge | d: drängte drängten | n: gedrängt
dringen | s: dringt dringen dringe | d: drang drangen | n: gedrungen
bitten | s: bittet bitten | d: bat baten | n: gebeten
rufen | s: ruft rufen rufe | d: rief riefen | n: gerufen

treten | s: tritt treten trete | d: trat traten | n: getreten
werben | s: wirbt werben werbe | d: warb warben | n: geworben
enthalten | s: enthält enthalten enthalte | d: enthielt enthielten | n: enthalten
sprechen | s: spricht sprechen spreche | d: sprach sprachen | n: gesprochen
nennen | s: nennt nennen nenne | d: nannte nannten | n: genannt
schreiben | s: schreibt schreiben schreibe | d: schrieb schrieben | n: geschrieben
unterstreichen | s: unterstreicht unterstreichen | d: unterstrich unterstrichen | n: unterstrichen
verweisen | s: verweist verweisen verweise | d: verwies verwiesen | n: verwiesen
äußern | s: äußert äußern | d: äußerte äußerten | n: geäußert
meinen | s: meint | d: meinte meinten | n: gemeint
bezeichnen | s: bezeichnet bezeichnen bezeichne | d: bezeichnete bezeichneten | n: bezeichnet
begründen | s: begründet begründe | d: begründete begründeten | n: begründet
empfehlen | s: empfiehlt empfehlen empfehle | d: empfahl empfahlen | n: empfohlen
erkennen | s: erkennt erkennen erkenne | d: erkannte erkannten | n: erkannt
tragen | s: trägt tragen trage | d: trug trugen | n: getragen
beugen | s: beugt beugen beuge | d: beugte beugten | n: gebeugt
beteiligen | s: beteiligt beteiligen beteilige | d: beteiligte | n: beteiligt
treffen | s: trifft | d: traf trafen | n: getroffen
scheitern | s: scheitert scheitern scheitere | d: scheiterte scheiterten | n: gescheitert
gefährden | s: gefährdet gefährden gefährde | d: gefährdete | n: gefährdet
untergraben | s: untergräbt untergraben | d: untergrub untergruben | n: untergraben
verstoßen | s: verstößt verstoßen verstoße | d: verstieß verstießen | n: verstoßen
helfen | s: hilft helfen helfe | d: half halfen | n: geholfen
zwingen | s: zwingt zwingen zwinge | d: zwang zwangen | n: gezwungen
bringen | s: bringt bringen bringe | d: brachte brachten | n: gebracht | c: brächte
missbilligen | s: missbilligt missbilligen | d: missbilligte | n: missbilligt
verhindern | s: verhindert verhindern verhindere | d: verhinderte | n: verhindert
verzögern | s: verzögert verzögern | d: verzögerte | n: verzögert
ziehen | s: zieht ziehen ziehe | d: zog zogen | n: gezogen
entscheiden | s: entscheidet entscheiden entscheide | d: entschied entschieden | n: entschieden
vermeiden | s: vermeidet vermeide | d: vermied | n: vermieden
sehen | s: sieht sehen sehe | d: sah sahen | n: gesehen
lassen | s: lässt lassen lasse | d: ließ ließen | n: gelassen
greifen | s: greift greifen greife | d: griff griffen | n: gegriffen
binden | s: bindet binden binde | d: band banden | n: gebunden
unterbinden | s: unterbindet unterbinden | d: unterband unterbanden | n: unterbunden
schneiden | s: schneidet schneiden | d: schnitt schnitten | n: geschnitten
bieten | s: bietet bieten biete | d: bot boten | n: geboten
halten | s: hält halten halte | d: hielt hielten | n: gehalten
stehen | s: steht stehen stehe | d: stand standen | n: gestanden
gehen | s: geht gehen gehe | d: ging gingen | n: gegangen
raten | s: rät raten rate | d: riet rieten | n: geraten
verschieben | s: verschiebt verschiebe | d: verschob verschoben | n: verschoben
fallen | s: fällt fallen | d: fiel fielen | n: gefallen
erlöschen | s: erlischt | d: erlosch | n: erloschen
einsetzen | b: einsetzen einzusetzen | d: einsetzte | n: eingesetzt
einführen | b: einführen einzuführen | n: eingeführt
beginnen | s: beginnt beginnen beginne | d: begann begannen | n: begonnen
"""

_NEVER = """
meinen | x: meine meinen
einigen | x: einige
bitten | x: bitte
enden | x: ende
weisen | x: weise
stellen | x: stelle
laufen | x: laufe
fallen | x: falle
teilen | x: teile
rügen | x: rüge
sperren | x: sperre
klagen | x: klage
schaden | x: schade
äußern | x: äußere
heißen | x: heiße
gewähren | x: gegewährt
genehmigen | x: gegenehmigt
überziehen | x: geüberzogen überziehte
beschließen | x: begeschlossen beschließte
erlassen | x: erlasst
übernehmen | x: übergenommen
beugen | x: gegebeugt
rufen | x: rufte geruft
"""


def test_the_forms_that_news_uses_are_made(irregular: Exceptions) -> None:
    assert lacking(_FORMS, "de", irregular) == []


def test_wrong_forms_and_common_other_words_are_not_made(irregular: Exceptions) -> None:
    assert made_anyway(_NEVER, "de", irregular) == []
