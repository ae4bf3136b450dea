"""What an article speaks of while it is read, and the words by which a question may call it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.model import EntityType, Span

if TYPE_CHECKING:
    from quizgen.language.tokens import Token

FEMALE = tuple("woman mother daughter sister wife queen girl actress widow princess".split())
MALE = tuple("man father brother husband king boy prince".split())
NAMING_FIRSTS = frozenset(
    {"operation", "hurricane", "typhoon", "storm", "exercise", "lake", "mount", "camp", "fort", "river", "battle"}
)

JOINING = frozenset({"of", "for", "in", "at", "on", "against", "to"})

COMPANY = ("company", "firm")
COMPANY_FORMS = frozenset(
    "inc ltd ag plc corp corporation llc gmbh sa nv holdings ab asa oyj spa co bv limited".split()
)
FORMS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(COMPANY_FORMS, COMPANY),
    **dict.fromkeys(("airlines", "airways"), ("airline", "carrier", *COMPANY)), "motors": ("carmaker", *COMPANY),
    "fc": ("club", "team", "side"), "united": ("club", "team", "side"), "times": ("newspaper", "paper"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """What a pronoun or a bare description stands for: the words to use in its place, and where they come from."""

    wording: str
    antecedent: Span
    type: EntityType
    plural: bool = False


@dataclass(slots=True, eq=False)
class Entity:
    """Something that the article has spoken of so far; `wording` is empty where nothing makes it known."""

    wording: str
    antecedent: Span
    type: EntityType
    plural: bool
    gender: str = ""
    named: bool = False
    topic: int = 0  # 1 for a name in the title, 2 for what the article is about
    sentence: int = 0
    rank: int = 0  # of its last mention in its sentence: 2 subject of the main clause, 1 another subject, 0 other
    shared: bool = False  # whether that mention stands in a list or a pair
    at: int = 0
    count: int = 0
    mourned: bool = False  # whether the text has named it as whose death it is

    def reference(self) -> Reference | None:
        """The entity as a replacement; None when it has no wording of its own."""
        return Reference(self.wording, self.antecedent, self.type, self.plural) if self.wording else None


def noun_gender(lemma: str) -> str:
    """m or f where the noun itself says it: "grandmother", "policeman"."""
    if lemma.endswith(FEMALE):
        return "f"
    return "m" if lemma.endswith(MALE) and lemma != "human" else ""


def naming_nouns(name: str, *, plural: bool = False) -> set[str]:
    """The noun in a name that says what it names: the last word, or what stands before "of" or "for"; Operation X.

    The noun is in the singular: "mountain" for a `plural` name, the Blue Mountains.
    """
    words = name.lower().split()
    if len(words) < 2:
        return set()
    at = next((i for i, word in enumerate(words) if i and word in JOINING), len(words)) - 1
    noun = words[at].removesuffix("s") if plural else words[at]
    return {words[0]} & NAMING_FIRSTS or {noun, *FORMS.get(words[at].rstrip("."), ())}


def definite(words: list[Token]) -> str:
    """The phrase with "the" in place of "a", and before a bare noun that a name modifies."""
    text = "".join(word.text_with_ws for word in words).strip()
    first = words[0].lower_
    if first in {"a", "an"}:
        return "the" + text[len(first) :]
    if first == "the":
        return "the" + text[3:]
    return text if any(word.tag_ == "POS" for word in words) else "the " + text
