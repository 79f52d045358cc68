"""English verbs: every form below was written by hand from grammars and newspapers, not from what is made."""

from __future__ import annotations

from tests.knowledge.inflected import Exceptions, lacking, made_anyway

# infinitive | letter of the form: forms | … (a line without an infinitive goes on with the one above)
_FORMS = """
impose | b: impose | s: imposes | d: imposed | n: imposed | g: imposing
levy | s: levies | d: levied | n: levied | g: levying
slap | s: slaps | d: slapped | g: slapping
put | s: puts | d: put | n: put | g: putting
set | s: sets | d: set | n: set | g: setting
bring | d: brought | n: brought | g: bringing
apply | s: applies | d: applied | g: applying
veto | s: vetoes | d: vetoed | n: vetoed | g: vetoing
torpedo | s: torpedoes | d: torpedoed | g: torpedoing
toughen | s: toughens | d: toughened | g: toughening
reinforce | d: reinforced | g: reinforcing
ratchet | s: ratchets | d: ratcheted | g: ratcheting
step | d: stepped | g: stepping
ramp | d: ramped | g: ramping
renew | s: renews | d: renewed | g: renewing
uphold | d: upheld | n: upheld | g: upholding
withhold | d: withheld | n: withheld | g: withholding
stick | d: stuck | n: stuck
unwind | s: unwinds | d: unwound | n: unwound | g: unwinding
relax | s: relaxes | d: relaxed | g: relaxing
defer | d: deferred | n: deferred | g: deferring
drop | d: dropped | g: dropping
scrap | d: scrapped | n: scrapped | g: scrapping
cancel | s: cancels | d: canceled cancelled | n: canceled cancelled | g: canceling cancelling
annul | s: annuls | d: annulled | n: annulled | g: annulling
rescind | d: rescinded
withdraw | d: withdrew | n: withdrawn | g: withdrawing
evade | d: evaded | g: evading
break | d: broke | n: broken | g: breaking
skirt | d: skirted
bypass | s: bypasses | d: bypassed | g: bypassing
waive | d: waived | g: waiving
delist | d: delisted | g: delisting
de-list | d: de-listed | g: de-listing
hit | d: hit | n: hit | g: hitting
strike | d: struck | n: struck | g: striking
target | s: targets | d: targeted | n: targeted | g: targeting
unveil | d: unveiled
pass | s: passes | d: passed | g: passing
sign | d: signed
begin | d: began | n: begun | g: beginning
agree | s: agrees | d: agreed | n: agreed | g: agreeing
vow | d: vowed
commit | d: committed | n: committed | g: committing
plan | d: planned | g: planning
undertake | d: undertook | n: undertaken
opt | d: opted
choose | d: chose | n: chosen | g: choosing
mull | d: mulled
seek | d: sought | n: sought | g: seeking
eye | s: eyes | d: eyed | g: eyeing eying
try | s: tries | d: tried | g: trying
submit | d: submitted | g: submitting
draw | d: drew | n: drawn
fine | d: fined | g: fining
seize | d: seized | g: seizing
plead | d: pleaded | n: pleaded
ban | d: banned | n: banned | g: banning
bar | d: barred | n: barred | g: barring
halt | d: halted
freeze | d: froze | n: frozen | g: freezing
unfreeze | d: unfroze | n: unfrozen
cut | d: cut | n: cut | g: cutting
undercut | s: undercuts | d: undercut | n: undercut | g: undercutting
shut | d: shut | n: shut | g: shutting
forbid | s: forbids | d: forbade | n: forbidden | g: forbidding
expel | d: expelled | g: expelling
deny | s: denies | d: denied | g: denying
curb | d: curbed
limit | d: limited | g: limiting
revoke | d: revoked
license | d: licensed | g: licensing
grant | d: granted
offer | d: offered | g: offering
fight | s: fights | d: fought | n: fought | g: fighting
bend | d: bent | n: bent | g: bending
kneel | d: knelt | n: knelt | g: kneeling
signal | d: signaled signalled | g: signaling signalling
label | d: labeled labelled | g: labeling labelling
travel | d: traveled travelled | g: traveling travelling
control | d: controlled | n: controlled | g: controlling
regret | s: regrets | d: regretted | n: regretted | g: regretting
deter | s: deters | d: deterred | n: deterred | g: deterring
quip | s: quips | d: quipped | g: quipping
prefer | d: preferred | g: preferring
refer | d: referred
offend | d: offended
suffer | d: suffered
hamper | d: hampered
appeal | d: appealed | g: appealing
reveal | d: revealed | g: revealing
repeal | d: repealed | g: repealing
stall | d: stalled | g: stalling
assail | d: assailed
rebuke | d: rebuked
deride | d: derided
lie | s: lies | g: lying
die | d: died | g: dying
say | s: says | d: said | n: said | g: saying
tell | d: told | n: told
think | d: thought
overthrow | d: overthrew | n: overthrown
spurn | d: spurned
abhor | d: abhorred | g: abhorring
balk | d: balked
scupper | d: scuppered
mean | d: meant
be | s: is are | d: was were | n: been | g: being
ship | d: shipped | g: shipping
plot | d: plotted
occur | d: occurred | g: occurring
require | d: required
transfer | d: transferred
fuel | d: fueled fuelled
sanction | s: sanctions | d: sanctioned | n: sanctioned | g: sanctioning
debar | d: debarred
kidnap | d: kidnapped
"""

_NEVER = """
veto | x: vetos
cancel | x: canceles
forbid | x: forbidded
fight | x: fighted
bend | x: bended
control | x: controled
deter | x: detered
appeal | x: appealled
target | x: targetted
open | x: openned
be | x: bes beed
"""


def test_the_forms_that_news_uses_are_made(irregular: Exceptions) -> None:
    assert lacking(_FORMS, "en", irregular) == []


def test_wrong_forms_and_common_other_words_are_not_made(irregular: Exceptions) -> None:
    assert made_anyway(_NEVER, "en", irregular) == []
