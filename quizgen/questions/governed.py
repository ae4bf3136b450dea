"""Verbs and the prepositions that belong to them: "lead to", "consist of", "known as"."""

from __future__ import annotations

# preposition → the verbs (or nouns behind a light verb, "take part in") that it belongs to
GOVERNED: dict[str, frozenset[str]] = {
    "about": frozenset("complain learn talk warn worry".split()),
    "after": frozenset("name".split()),
    "against": frozenset(
        "appeal campaign discriminate fight immunise immunize protect protest rebel retaliate rule unite vaccinate "
        "vote warn".split()
    ),
    "as": frozenset(
        "act appoint characterise characterize classify describe elect hail know label list regard see serve "
        "use".split()
    ),
    "at": frozenset("aim".split()),
    "by": frozenset("replace".split()),
    "for": frozenset(
        "account appeal apply arrest ask award blame book brace call campaign compete criticise fight file fine honor "
        "honour know lobby nominate opt plead praise prepare press push run search test treat vote wait".split()
    ),
    "from": frozenset(
        "ban benefit come derive die differ escape exclude graduate prevent protect recover remove resign "
        "retire stem suffer trace withdraw".split()
    ),
    "in": frozenset("believe engage invest involve part participate result specialise specialize succeed".split()),
    "into": frozenset("convert crash develop divide evolve fall merge plunge split translate turn".split()),
    "of": frozenset("accuse consist convict die inform make suspect warn".split()),
    "on": frozenset(
        "agree assault ban base blame border call comment concentrate count crack decide depend focus impose insist "
        "lie rely sit spend".split()
    ),
    "to": frozenset(
        "adapt add agree amount appoint assign attribute belong compare confine connect contribute convert dedicate "
        "deliver devote donate expose lead limit link object react refer resort respond return revert sentence speak "
        "subject switch talk trace transfer".split()
    ),
    "upon": frozenset({"call"}),
    "with": frozenset(
        "arm associate charge clash coincide collaborate collide compare compete comply connect contend cooperate cope "
        "cover credit deal diagnose equip fill grapple infect interfere meet merge negotiate provide replace share "
        "ship speak struggle supply threaten".split()
    ),
}
