"""Verbs and the prepositions that belong to them: "lead to", "consist of", "known as"."""

from __future__ import annotations

# preposition → the verbs (or nouns behind a light verb, "take part in") that it belongs to
GOVERNED: dict[str, frozenset[str]] = {
    "about": frozenset("complain learn talk warn worry".split()),
    "after": frozenset("name".split()),
    "against": frozenset("fight protect protest unite vote warn".split()),
    "as": frozenset(
        "act appoint characterise characterize classify describe elect hail know label list regard see serve "
        "use".split()
    ),
    "at": frozenset("aim".split()),
    "by": frozenset("replace".split()),
    "for": frozenset(
        "apply arrest ask award blame book call compete criticise fight fine honor honour know nominate "
        "praise run search test vote wait".split()
    ),
    "from": frozenset(
        "ban benefit come derive die differ escape exclude graduate prevent protect recover remove resign "
        "retire stem suffer withdraw".split()
    ),
    "in": frozenset("believe engage invest involve part participate result specialise specialize succeed".split()),
    "into": frozenset("convert crash develop divide fall split translate turn".split()),
    "of": frozenset("accuse consist convict die inform make suspect warn".split()),
    "on": frozenset("agree base blame call comment concentrate depend focus impose insist rely spend".split()),
    "to": frozenset(
        "agree amount appoint assign attribute belong compare connect contribute donate lead limit link "
        "object react refer respond return sentence speak talk transfer".split()
    ),
    "upon": frozenset({"call"}),
    "with": frozenset(
        "associate charge collaborate collide compare compete comply connect cooperate cover deal equip fill "
        "meet merge negotiate provide replace share speak struggle".split()
    ),
}
