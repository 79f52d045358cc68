"""Spanish verbs: every form below was written by hand from grammars and newspapers, not from what is made."""

from __future__ import annotations

from tests.knowledge.inflected import Exceptions, lacking, made_anyway

# infinitive | letter of the form: forms | … (a line without an infinitive goes on with the one above)
_FORMS = """
imponer | s: impone imponen imponga impongan imponemos impongamos
  | d: impuso impusieron imponía imponían impusimos
  | c: impondría impondrían impusiera impusieran impusiese impusiesen
  | n: impuesto impuesta impuestos impuestas | g: imponiendo | f: impondrá impondrán impondremos
proponer | s: propone proponga propongan | d: propuso propusieron proponía | c: propondría propusiera
  | f: propondrá propondrán
reimponer | s: reimpone reimponga | d: reimpuso reimpusieron | n: reimpuesta reimpuestas
  | g: reimponiendo | f: reimpondrá reimpondrán
poner | s: pone ponen ponga pongan ponemos | d: puso pusieron ponía | f: pondrá pondrán | g: poniendo
oponerse | b: oponerse | s: se_opone se_oponen se_oponga se_opongan oponemos
  | d: se_opuso se_opusieron se_oponía se_oponían opusimos | c: se_opondría se_opusiera
  | n: opuesto opuesta opuestos | f: se_opondrá se_opondrán opondremos | g: oponiéndose oponiendo
aplicar | s: aplica aplican aplique apliquen aplicamos apliquemos
  | d: aplicó aplicaron aplicaba aplicaban apliqué
  | c: aplicaría aplicarían aplicara aplicaran aplicase aplicasen
  | n: aplicado aplicada aplicados aplicadas | g: aplicando | f: aplicará aplicarán aplicaremos
introducir | s: introduce introducen introduzca introduzcan introducimos
  | d: introdujo introdujeron introducía introdujimos | c: introduciría introdujera introdujeran
  | n: introducido introducidas | f: introducirá introducirán
reducir | s: reduce reducen reduzca reduzcan | d: redujo redujeron reducía
  | c: reduciría redujera redujese | g: reduciendo
decretar | s: decreta decretan decrete decreten | d: decretó decretaron | f: decretará
dictar | s: dicta dictan dicte | d: dictó dictaron
restablecer | s: restablece restablecen restablezca restablezcan
  | d: restableció restablecieron restablecía | c: restablecería restableciera
  | n: restablecida restablecidas | f: restablecerá restablecerán
endurecer | s: endurece endurezca endurezcan endurecemos | d: endureció endurecieron
  | c: endurecería endureciera endureciese | n: endurecido endurecidas | f: endurecerá endurecerán
recrudecer | s: recrudece recrudezca | d: recrudeció
reforzar | s: refuerza refuerzan refuerce refuercen reforzamos reforcemos
  | d: reforzó reforzaron reforzaba reforcé | c: reforzaría reforzara | n: reforzado reforzada reforzadas
  | g: reforzando | f: reforzará reforzarán
ampliar | s: amplía amplían amplíe amplíen ampliamos | d: amplió ampliaron ampliaba
  | c: ampliaría ampliara | n: ampliado ampliada | f: ampliará ampliarán
continuar | s: continúa continúan continúe continúen continuamos | d: continuó continuaron continuaba
  | f: continuará continuarán
evaluar | s: evalúa evalúan evalúe evalúen evaluamos | d: evaluó evaluaron | f: evaluará
intensificar | s: intensifica intensifique intensifiquen | d: intensificó
aumentar | s: aumenta aumentan aumente | d: aumentó aumentaron | f: aumentará
prorrogar | s: prorroga prorrogan prorrogue prorroguen prorrogamos
  | d: prorrogó prorrogaron prorrogaba prorrogué | c: prorrogaría prorrogara prorrogase
  | n: prorrogado prorrogada prorrogadas | g: prorrogando | f: prorrogará prorrogarán prorrogaremos
renovar | s: renueva renuevan renueve renueven renovamos renovemos | d: renovó renovaron renovaba
  | c: renovaría renovara | n: renovado renovada renovadas | f: renovará renovarán
prolongar | s: prolonga prolongue prolonguen | d: prolongó prolongaron | f: prolongará
extender | s: extiende extienden extienda extiendan extendemos extendamos
  | d: extendió extendieron extendía | c: extendería extendiera extendieran | n: extendido extendidas
  | g: extendiendo | f: extenderá
mantener | s: mantiene mantienen mantenga mantengan mantenemos mantengamos
  | d: mantuvo mantuvieron mantenía mantenían mantuvimos
  | c: mantendría mantendrían mantuviera mantuvieran mantuviese | n: mantenido mantenida mantenidas
  | g: manteniendo | f: mantendrá mantendrán mantendremos
detener | s: detiene detienen detenga | d: detuvo detuvieron | n: detenido detenidos | f: detendrá
sostener | s: sostiene sostienen sostenga sostengan | d: sostuvo sostuvieron sostenía | f: sostendrá
abstenerse | s: se_abstiene se_abstienen se_abstenga se_abstengan
  | d: se_abstuvo se_abstuvieron se_abstenía | n: abstenido | f: se_abstendrá se_abstendrán
  | g: absteniéndose
aliviar | s: alivia alivian alivie alivien | d: alivió aliviaron | c: aliviaría aliviara | n: aliviadas
  | f: aliviará
relajar | s: relaja relajan relaje | d: relajó
flexibilizar | s: flexibiliza flexibilice flexibilicen flexibilicemos | d: flexibilizó flexibilicé
  | f: flexibilizará
suspender | s: suspende suspenden suspenda suspendan suspendemos
  | d: suspendió suspendieron suspendía suspendían suspendimos
  | c: suspendería suspenderían suspendiera suspendieran suspendiese
  | n: suspendido suspendida suspendidos suspendidas | g: suspendiendo | f: suspenderá suspenderán
levantar | s: levanta levantan levante levanten levantamos levantemos
  | d: levantó levantaron levantaba levantaban
  | c: levantaría levantarían levantara levantaran levantase levantasen
  | n: levantado levantada levantados levantadas | g: levantando | f: levantará levantarán levantaremos
retirar | s: retira retiran retire retiren | d: retiró retiraron retiraba
  | c: retiraría retirara retiraran | n: retirado retirada retirados | f: retirará retirarán
revocar | s: revoca revoque revoquen | d: revocó revocaron | f: revocará
derogar | s: deroga derogan derogue deroguen | d: derogó derogaron | n: derogada | f: derogará
eludir | s: elude eluden eluda eludan eludimos | d: eludió eludieron eludía eludían
  | c: eludiría eludiera eludieran | n: eludido | g: eludiendo | f: eludirá
evadir | s: evade evaden evada | d: evadió evadieron | g: evadiendo
violar | s: viola violan viole violen | d: violó violaron violaba
sancionar | s: sanciona sancionan sancione sancionen sancionamos | d: sancionó sancionaron sancionaba
  | c: sancionaría sancionara | n: sancionado sancionada sancionados sancionadas | g: sancionando
  | f: sancionará sancionarán
castigar | s: castiga castigan castigue castiguen | d: castigó castigaron | f: castigará
responder | s: responde responden responda | d: respondió respondieron | f: responderá
anunciar | s: anuncia anuncian anuncie | d: anunció anunciaron anunciaba | c: anunciaría anunciara
  | n: anunciado anunciada anunciados anunciadas | g: anunciando | f: anunciará anunciarán
aprobar | s: aprueba aprueban apruebe aprueben aprobamos aprobemos | d: aprobó aprobaron aprobaba
  | c: aprobaría aprobarían aprobara aprobaran aprobase | n: aprobado aprobada aprobados aprobadas
  | g: aprobando | f: aprobará aprobarán aprobaremos
adoptar | s: adopta adoptan adopte adopten | d: adoptó adoptaron | n: adoptada adoptadas
  | f: adoptará adoptarán
acordar | s: acuerda acuerdan acuerde acuerden acordamos | d: acordó acordaron acordaba
  | c: acordaría acordara acordaran | n: acordado acordada acordadas | f: acordará acordarán
decidir | s: decide deciden decida decidan decidimos | d: decidió decidieron decidía
  | c: decidiría decidiera | f: decidirá
prever | s: prevé prevén prevea prevean | d: previó previeron preveía preveían
  | n: previsto prevista previstos previstas | g: previendo | f: preverá
querer | s: quiere quieren quiera quieran queremos | d: quiso quisieron quería querían
  | c: querría quisiera quisieran | f: querrá
buscar | s: busca buscan busque busquen | d: buscó buscaron buscaba buscaban | f: buscará
negarse | s: se_niega se_niegan se_niegue se_nieguen negamos | d: se_negó se_negaron se_negaba se_negaban
  | n: negado | f: se_negará | g: negándose
negociar | s: negocia negocian negocie | d: negoció
vetar | s: veta vetan vete veten | d: vetó vetaron vetaba | c: vetaría vetara | n: vetado vetada
  | f: vetará vetarán
bloquear | s: bloquea bloquean bloquee bloqueen bloqueamos | d: bloqueó bloquearon bloqueaba
  | c: bloquearía bloqueara | n: bloqueado bloqueados | f: bloqueará
prohibir | s: prohíbe prohíben prohíba prohíban prohibimos | d: prohibió prohibieron prohibía prohibían
  | c: prohibiría prohibiera prohibieran | n: prohibido prohibida prohibidas | g: prohibiendo
  | f: prohibirá prohibirán
congelar | s: congela congelan congele congelen | d: congeló congelaron
  | n: congelado congelados congeladas | f: congelará
restringir | s: restringe restringen restrinja restrinjan restringimos | d: restringió restringieron
  | c: restringiría restringiera | f: restringirá
cerrar | s: cierra cierran cerramos | d: cerró cerraron cerraba | n: cerrado cerrados | f: cerrará
impedir | s: impide impiden impida impidan impedimos | d: impidió impidieron impedía
  | c: impediría impidiera impidieran | n: impedido | g: impidiendo | f: impedirá
excluir | s: excluye excluyen excluya excluyan excluimos | d: excluyó excluyeron excluía
  | c: excluiría excluyera | n: excluido excluida excluidos | g: excluyendo | f: excluirá
incluir | s: incluye incluyen incluya incluyan | d: incluyó incluyeron incluía incluían
  | c: incluiría incluyera incluyeran | n: incluido incluida incluidos incluidas | g: incluyendo
  | f: incluirá incluirán
contribuir | s: contribuye contribuyen contribuya | d: contribuyó contribuyeron | g: contribuyendo
conceder | s: concede conceden conceda | d: concedió concedieron | f: concederá
otorgar | s: otorga otorgan otorgue | d: otorgó otorgaron | f: otorgará
conferir | s: confiere confieren confiera | d: confirió confirieron confería | g: confiriendo
  | f: conferirá
expedir | s: expide expiden expida | d: expidió expidieron | g: expidiendo
emitir | s: emite emiten emita | d: emitió emitieron
seguir | s: sigue siguen siga sigan seguimos | d: siguió siguieron seguía seguían
  | c: seguiría siguiera siguieran | g: siguiendo | f: seguirá seguirán
permanecer | s: permanece permanecen permanezca permanezcan | d: permaneció permanecieron permanecía
  | f: permanecerá permanecerán
entrar | s: entra entran entre entren | d: entró entraron | f: entrará entrarán
  | c: entraría entrara entraran
multar | s: multa multan multe | d: multó multaron
añadir | s: añade añaden añada añadan | d: añadió añadieron añadía | g: añadiendo | f: añadirá
agregar | s: agrega agregan agregue | d: agregó agregaron
sacar | s: saca sacan saque saquen | d: sacó sacaron
pedir | s: pide piden pida pidan pedimos pidamos | d: pidió pidieron pedía pedían
  | c: pediría pediríamos pidiera pidieran pidiese | n: pedido | g: pidiendo | f: pedirá pedirán
exigir | s: exige exigen exija exijan exigimos exijamos | d: exigió exigieron exigía exigían
  | c: exigiría exigiera | n: exigido exigida | g: exigiendo | f: exigirá exigirán
advertir | s: advierte advierten advierta adviertan advertimos | d: advirtió advirtieron advertía
  | c: advertiría advirtiera | n: advertido | g: advirtiendo | f: advertirá
requerir | s: requiere requieren requiera | d: requirió requirieron requería | g: requiriendo
sugerir | s: sugiere sugieren sugiera | d: sugirió sugirieron sugería | g: sugiriendo
preferir | s: prefiere prefieren prefiera | d: prefirió prefirieron prefería | g: prefiriendo
adherirse | s: se_adhiere se_adhieren se_adhiera | d: se_adhirió se_adhirieron | n: adherido
  | f: se_adherirá
rendirse | s: se_rinde se_rinden se_rinda | d: se_rindió se_rindieron | f: se_rendirá
decir | s: dice dicen diga digan decimos | d: dijo dijeron decía decían | c: diría dijera | n: dicho
  | g: diciendo | f: dirá dirán
reconocer | s: reconoce reconocen reconozca reconozcan reconocemos | d: reconoció reconocieron reconocía
  | f: reconocerá
agradecer | s: agradece agradecen agradezca agradecemos | d: agradeció agradecieron
acoger | s: acoge acogen acoja acojan acogemos | d: acogió acogieron acogía | f: acogerá
apostar | s: apuesta apuestan apueste | d: apostó apostaron apostaba
rogar | s: ruega ruegan ruegue | d: rogó rogaron
manifestar | s: manifiesta manifiestan manifieste | d: manifestó manifestaron manifestaba
recordar | s: recuerda recuerdan recuerde | d: recordó recordaron recordaba
recomendar | s: recomienda recomiendan recomiende recomienden | d: recomendó recomendaron
defender | s: defiende defienden defienda defiendan defendemos | d: defendió defendieron defendía
rechazar | s: rechaza rechazan rechace rechacen rechazamos rechacemos
  | d: rechazó rechazaron rechazaba rechazaban rechacé | c: rechazaría rechazara
  | n: rechazado rechazada rechazados rechazadas | g: rechazando | f: rechazará rechazarán
censurar | s: censura censuran | d: censuró censuraron
reprochar | s: reprocha reprochan reproche | d: reprochó
contravenir | s: contraviene contravienen contravenga contravengan
  | d: contravino contravinieron contravenía | g: contraviniendo | f: contravendrá
quebrar | s: quiebra quiebran | d: quebró
resolver | s: resuelve resuelven resuelva resuelvan resolvemos | d: resolvió resolvieron resolvía
  | n: resuelto resuelta | f: resolverá
escribir | s: escribe escriben escriba | d: escribió escribieron | n: escrito
entorpecer | s: entorpece entorpezca | d: entorpeció
doblegarse | s: se_doblega se_doblegan se_doblegue | d: se_doblegó | f: se_doblegará
sumarse | s: se_suma se_suman se_sume sumamos | d: se_sumó se_sumaron se_sumaba | n: sumado
  | f: se_sumará | g: sumándose
destacar | s: destaca destacan destaque | d: destacó destacaron
tachar | s: tacha tachan tache | d: tachó tacharon
convencer | s: convence convencen convenza convenzan | d: convenció
actuar | s: actúa actúan actúe | d: actuó
confiscar | s: confisca confisquen | d: confiscó
desmentir | s: desmiente desmienten | d: desmintió desmintieron
devolver | s: devuelve devuelva | d: devolvió | n: devuelto
obtener | s: obtiene obtenga | d: obtuvo | f: obtendrá
disponer | s: dispone disponga | d: dispuso | n: dispuesto
perseguir | s: persigue persiguen persiga | d: persiguió persiguieron
hacer | s: hace hacen haga hagan | d: hizo hicieron hacía | c: haría hiciera | n: hecho | f: hará harán
  | g: haciendo
poder | s: puede pueden pueda | d: pudo pudieron podía | f: podrá
creer | s: cree creen crea | d: creyó creyeron creía | g: creyendo | n: creído
"""

_NEVER = """
ampliar | x: amplia amplian amplie
continuar | x: continua continuan
evaluar | x: evalua
prohibir | x: prohibe prohiben prohiba
decir | x: dicha dichos dichas
aprobar | x: aproba aproban aprobe
pedir | x: pede pedió
incluir | x: inclue incluió incluiendo
exigir | x: exiga exigan
cortar | x: corte
informar | x: informe
detallar | x: detalle
oponerse | x: opone se_oponemos
aplicar | x: aplice aplicé
"""


def test_the_forms_that_news_uses_are_made(irregular: Exceptions) -> None:
    assert lacking(_FORMS, "es", irregular) == []


def test_wrong_forms_and_common_other_words_are_not_made(irregular: Exceptions) -> None:
    assert made_anyway(_NEVER, "es", irregular) == []
