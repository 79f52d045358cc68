"""French verbs: every form below was written by hand from grammars and newspapers, not from what is made."""

from __future__ import annotations

from tests.knowledge.inflected import Exceptions, lacking, made_anyway

# infinitive | letter of the form: forms | … (a line without an infinitive goes on with the one above)
_FORMS = """
imposer | s: impose imposent imposons | d: imposa imposèrent imposait imposaient
  | c: imposerait imposeraient imposerions | n: imposé imposée imposés imposées | g: imposant
  | f: imposera imposeront imposerons
infliger | s: inflige infligent infligeons | d: infligea infligèrent infligeait infligeaient
  | n: infligée infligées | g: infligeant | f: infligera
décréter | s: décrète décrètent décrétons | d: décréta décrétèrent décrétait
  | n: décrété décrétée décrétées | f: décrétera décrétera
rétablir | s: rétablit rétablissent rétablisse rétablissons
  | d: rétablit rétablirent rétablissait rétablissaient | c: rétablirait
  | n: rétabli rétablie rétablis rétablies | g: rétablissant | f: rétablira rétabliront rétablirons
introduire | s: introduit introduisent introduise introduisons
  | d: introduisit introduisirent introduisait | n: introduit introduite introduits introduites
  | g: introduisant | f: introduira introduiront | c: introduirait
durcir | s: durcit durcissent durcisse durcissons | d: durcit durcirent durcissait
  | n: durci durcie durcies | g: durcissant | f: durcira durciront | c: durcirait
élargir | s: élargit élargissent élargisse | d: élargit élargirent élargissait
  | n: élargi élargie élargis élargies | g: élargissant | f: élargira
étendre | s: étend étendent étende étendons | d: étendit étendirent étendait étendaient
  | n: étendu étendue étendus étendues | g: étendant | f: étendra étendront | c: étendrait
alourdir | s: alourdit alourdissent | n: alourdie
renforcer | s: renforce renforcent renforçons | d: renforça renforcèrent renforçait renforçaient
  | n: renforcé renforcée renforcés renforcées | g: renforçant | f: renforcera renforceront
  | c: renforcerait
prolonger | s: prolonge prolongent prolongeons | d: prolongea prolongèrent prolongeait
  | n: prolongé prolongée prolongées | g: prolongeant | f: prolongera prolongeront
reconduire | s: reconduit reconduisent reconduise | d: reconduisit reconduisirent reconduisait
  | n: reconduit reconduite reconduites | g: reconduisant | f: reconduira
proroger | s: proroge prorogent prorogeons | d: prorogea | n: prorogé prorogée prorogées
renouveler | s: renouvelle renouvellent renouvelons | d: renouvela renouvelèrent renouvelait
  | n: renouvelé renouvelée renouvelées | g: renouvelant | f: renouvellera renouvelleront
  | c: renouvellerait
maintenir | s: maintient maintiennent maintienne maintenons
  | d: maintint maintinrent maintenait maintenaient | n: maintenu maintenue maintenus maintenues
  | f: maintiendra maintiendront maintiendrons | c: maintiendrait maintiendraient
soutenir | s: soutient soutiennent soutienne soutenons | d: soutint soutinrent soutenait soutenaient
  | n: soutenu soutenue soutenus | g: soutenant | f: soutiendra soutiendront | c: soutiendrait
obtenir | s: obtient obtiennent obtienne | d: obtint obtinrent obtenait | n: obtenu obtenue
  | f: obtiendra
s'abstenir | b: s'abstenir | s: s'abstient s'abstiennent s'abstienne abstenons
  | d: s'abstint s'abstinrent s'abstenait | n: abstenu abstenue abstenus abstenues
  | f: s'abstiendra s'abstiendront | g: s'abstenant
alléger | s: allège allègent allégeons | d: allégea allégèrent allégeait
  | n: allégé allégée allégés allégées | g: allégeant | f: allégera allègera allégeront
  | c: allégerait allègerait
assouplir | s: assouplit assouplissent assouplisse | d: assouplit assouplirent assouplissait
  | n: assoupli assouplie assouplies | f: assouplira
réduire | s: réduit réduisent réduise réduisons | d: réduisit réduisirent réduisait
  | n: réduit réduite réduits réduites | f: réduira réduiront
suspendre | s: suspend suspendent suspende suspendons | d: suspendit suspendirent suspendait suspendaient
  | n: suspendu suspendue suspendus suspendues | g: suspendant | f: suspendra suspendront suspendrons
  | c: suspendrait suspendraient
lever | s: lève lèvent levons | d: leva levèrent levait levaient | n: levé levée levés levées | g: levant
  | f: lèvera lèveront lèverons | c: lèverait lèveraient
relever | s: relève relèvent | d: releva relevait | n: relevé | f: relèvera
abroger | s: abroge abrogent | d: abrogea abrogeait | n: abrogé abrogée abrogées
annuler | s: annule annulent | d: annula annulait | n: annulé annulée annulées | f: annulera
retirer | s: retire retirent retirons | d: retira retirèrent retirait | n: retiré retirée retirés
  | f: retirera retireront
contourner | s: contourne contournent | d: contourna contournait contournaient | g: contournant
enfreindre | s: enfreint enfreignent enfreigne | d: enfreignit enfreignait enfreignaient
  | n: enfreint enfreinte | g: enfreignant | f: enfreindra
restreindre | s: restreint restreignent restreigne | d: restreignit restreignait
  | n: restreint restreinte restreints restreintes | g: restreignant | f: restreindra
sanctionner | s: sanctionne sanctionnent | d: sanctionna sanctionnèrent sanctionnait
  | n: sanctionné sanctionnée sanctionnés sanctionnées | g: sanctionnant | f: sanctionnera
viser | s: vise visent | d: visait visaient visèrent | n: visé visée visés visées | f: visera
punir | s: punit punissent punisse | d: punit punirent punissait | n: puni punis | f: punira
annoncer | s: annonce annoncent annonçons | d: annonça annoncèrent annonçait annonçaient
  | n: annoncé annoncée annoncés annoncées | g: annonçant | f: annoncera
adopter | s: adopte adoptent | d: adopta adoptèrent adoptait | n: adopté adoptée adoptés adoptées
  | f: adoptera adopteront | c: adopterait
approuver | s: approuve approuvent | d: approuva approuvèrent | n: approuvé approuvée | f: approuvera
dévoiler | s: dévoile dévoilent | d: dévoila dévoilait | n: dévoilé
publier | s: publie publient publions | d: publia publièrent | n: publié publiée | f: publiera
étudier | s: étudie étudient étudions | d: étudia étudiait | n: étudié | f: étudiera
décider | s: décide décident | d: décida décidèrent décidait | n: décidé décidée
convenir | s: convient conviennent convienne | d: convint convinrent convenait
  | n: convenu convenue convenus
promettre | s: promet promettent promette promettons | d: promit promirent promettait promettaient
  | n: promis promise promises | g: promettant | f: promettra | c: promettrait
mettre | s: met mettent mette mettons | d: mit mirent mettait mettaient | n: mis mise mises | g: mettant
  | f: mettra mettront | c: mettrait
admettre | s: admet admettent admette | d: admit admirent admettait | n: admis admise
compromettre | s: compromet compromettent compromette | d: compromit compromettait
  | n: compromis compromise | f: compromettra
prendre | s: prend prennent prenne prenons | d: prit prirent prenait prenaient | n: pris prise prises
  | g: prenant | f: prendra prendront | c: prendrait
prévoir | s: prévoit prévoient prévoie prévoyons | d: prévit prévoyait prévoyaient
  | n: prévu prévue prévus prévues | g: prévoyant | f: prévoira | c: prévoirait
vouloir | s: veut veulent veuille voulons | d: voulut voulait voulaient | n: voulu voulue | g: voulant
  | f: voudra voudront | c: voudrait voudraient
souhaiter | s: souhaite souhaitent souhaitons | d: souhaita souhaitait souhaitaient | f: souhaitera
  | c: souhaiterait
réfléchir | s: réfléchit réfléchissent réfléchisse | d: réfléchissait
débattre | s: débat débattent débatte débattons | d: débattit débattait débattaient | n: débattu débattue
  | f: débattra débattront
négocier | s: négocie négocient négocions | d: négocia négociait négociaient
menacer | s: menace menacent menaçons | d: menaça menaçait menaçaient | n: menacé menacée menacés
  | g: menaçant | f: menacera
envisager | s: envisage envisagent envisageons | d: envisagea envisageait envisageaient
  | n: envisagé envisagée | g: envisageant
interdire | s: interdit interdisent interdise interdisons
  | d: interdit interdirent interdisait interdisaient | n: interdit interdite interdits interdites
  | g: interdisant | f: interdira interdiront | c: interdirait
dire | s: dit disent dise disons | d: dit dirent disait disaient | n: dit dits | g: disant
  | f: dira diront | c: dirait
écrire | s: écrit écrivent écrive écrivons | d: écrivit écrivirent écrivait | n: écrit écrite
  | g: écrivant | f: écrira
inscrire | s: inscrit inscrivent inscrive | d: inscrivit inscrivait
  | n: inscrit inscrite inscrits inscrites | g: inscrivant | f: inscrira
geler | s: gèle gèlent gelons | d: gela gelèrent gelait | n: gelé gelée gelés gelées | g: gelant
  | f: gèlera gèleront | c: gèlerait
dégeler | s: dégèle dégèlent | d: dégela | n: dégelé dégelée dégelés dégelées | g: dégelant | f: dégèlera
appeler | s: appelle appellent appelons | d: appela appelèrent appelait appelaient
  | n: appelé appelée appelés | g: appelant | f: appellera appelleront | c: appellerait
rappeler | s: rappelle rappellent rappelons | d: rappela rappelait | n: rappelé | f: rappellera
rejeter | s: rejette rejettent rejetons | d: rejeta rejetèrent rejetait rejetaient
  | n: rejeté rejetée rejetés rejetées | g: rejetant | f: rejettera rejetteront | c: rejetterait
marteler | s: martèle martèlent | d: martela martelait | n: martelé
bloquer | s: bloque bloquent | d: bloqua bloquèrent bloquait | n: bloqué bloquée bloqués | f: bloquera
exclure | s: exclut excluent exclue excluons | d: exclut exclurent excluait
  | n: exclu exclue exclus exclues | g: excluant | f: exclura excluront
conclure | s: conclut concluent | d: conclut conclurent concluait | n: conclu conclue | f: conclura
inclure | s: inclut incluent inclue | d: inclut inclurent incluait | n: inclus incluse incluses
  | g: incluant | f: inclura
saisir | s: saisit saisissent saisisse | d: saisit saisirent saisissait | n: saisi saisie saisis saisies
  | f: saisira
placer | s: place placent plaçons | d: plaça placèrent plaçait | n: placé placée placés placées
rayer | s: raye rayent raie | d: raya rayait | n: rayé rayée rayés | f: rayera
appuyer | s: appuie appuient appuyons | d: appuya appuyait | n: appuyé appuyée | f: appuiera
déployer | s: déploie déploient | d: déploya | f: déploiera
octroyer | s: octroie octroient | d: octroya octroyait | n: octroyé octroyée octroyées | f: octroiera
accorder | s: accorde accordent | d: accorda accordait | n: accordé accordée accordées
délivrer | s: délivre délivrent | d: délivra | n: délivré délivrée délivrées
émettre | s: émet émettent émette | d: émit émirent émettait | n: émis émise émises
révoquer | s: révoque révoquent | d: révoqua | n: révoquée révoquées
rester | s: reste restent | d: resta restèrent restait restaient | f: restera resteront | c: resterait
demeurer | s: demeure demeurent | d: demeura demeurait | f: demeurera
entrer | s: entre entrent | d: entra entrèrent | n: entré entrée entrés entrées | f: entrera entreront
  | c: entrerait entreraient
défendre | s: défend défendent défende défendons | d: défendit défendirent défendait
  | n: défendu défendue
répondre | s: répond répondent réponde répondons | d: répondit répondirent répondait | n: répondu
  | f: répondra répondront
s'opposer | s: s'oppose s'opposent opposons | d: s'opposa s'opposèrent s'opposait s'opposaient
  | n: opposé opposée opposés opposées | g: s'opposant | f: s'opposera s'opposeront
  | c: s'opposerait s'opposeraient
s'élever | s: s'élève s'élèvent élevons | d: s'éleva s'élevait | n: élevé | f: s'élèvera
céder | s: cède cèdent cédons | d: céda cédèrent cédait | n: cédé | f: cédera cèdera céderont céderons
préférer | s: préfère préfèrent préférons | d: préféra préférait | n: préféré | f: préférera préfèrera
tolérer | s: tolère tolèrent tolérons | d: toléra tolérait | f: tolérera tolèrera
suggérer | s: suggère suggèrent | d: suggéra suggérait | n: suggéré
considérer | s: considère considèrent considérons | d: considéra considérait
espérer | s: espère espèrent espérons | d: espéra espérait espéraient
reconnaître | s: reconnaît reconnaissent reconnaisse reconnaissons
  | d: reconnut reconnurent reconnaissait | n: reconnu reconnue reconnus | g: reconnaissant
  | f: reconnaîtra
résoudre | s: résout résolvent résolve | d: résolut résolvait | n: résolu résolue | f: résoudra
croire | s: croit croient croie croyons | d: crut crurent croyait croyaient | n: cru | f: croira
nuire | s: nuit nuisent nuise | d: nuisit nuisait | n: nui | f: nuira nuiront
faire | s: fait font fasse fassent faisons | d: fit firent faisait faisaient | n: fait faite faites
  | g: faisant | f: fera feront | c: ferait feraient
poursuivre | s: poursuit poursuivent poursuive poursuivons | d: poursuivit poursuivirent poursuivait
  | n: poursuivi poursuivie poursuivis | g: poursuivant | f: poursuivra
prévenir | s: prévient préviennent prévienne | d: prévint prévinrent prévenait | n: prévenu
  | f: préviendra
exiger | s: exige exigent exigeons | d: exigea exigèrent exigeait exigeaient | n: exigé exigée
  | g: exigeant | f: exigera | c: exigerait
enjoindre | s: enjoint enjoignent | d: enjoignit enjoignait | n: enjoint
adjoindre | s: adjoint adjoignent adjoigne | d: adjoignit | n: adjoint adjointe | f: adjoindra
réagir | s: réagit réagissent réagisse | d: réagit réagirent réagissait | n: réagi
asphyxier | s: asphyxie asphyxient
infléchir | s: infléchit infléchissent | d: infléchit
consentir | s: consent consentent consente consentons | d: consentit consentirent consentait
  | n: consenti | f: consentira
pourfendre | s: pourfend pourfendent | d: pourfendit pourfendait
accueillir | s: accueille accueillent | d: accueillit accueillait | n: accueilli accueillie
  | f: accueillera
offrir | s: offre offrent | d: offrit offraient | n: offert offerte offertes | f: offrira
permettre | s: permet permettent permette | d: permit permettait | n: permis permise | f: permettra
recevoir | s: reçoit reçoivent reçoive | d: reçut reçurent recevait | n: reçu reçue reçus | f: recevra
rejoindre | s: rejoint rejoignent | d: rejoignit rejoignait | n: rejoint rejointe | f: rejoindra
essayer | s: essaie essaient essayons | f: essaiera
acheter | s: achète achètent | d: acheta | f: achètera
"""

_NEVER = """
viser | x: visa
maintenir | x: maintenant maintenit maintenira
lever | x: leve levent levera
geler | x: gelle gellera gele
appeler | x: appele appèle
céder | x: cede cedent
prendre | x: prendent
exclure | x: excluse exclué
s'opposer | x: s'opposons oppose
interdire | x: interdu interdie
inscrire | x: inscru
consentir | x: consentissent
"""


def test_the_forms_that_news_uses_are_made(irregular: Exceptions) -> None:
    assert lacking(_FORMS, "fr", irregular) == []


def test_wrong_forms_and_common_other_words_are_not_made(irregular: Exceptions) -> None:
    assert made_anyway(_NEVER, "fr", irregular) == []
