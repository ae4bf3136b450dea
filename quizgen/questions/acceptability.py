"""How likely a teacher keeps a question: a logistic regression over its traits, learnt from judged questions.

`python -m training.acceptability` fits the weights and writes them; the package only adds them up.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quizgen.model import Question
from quizgen.questions.traits import traits

WEIGHTS = "acceptability.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What a trait adds to the log-odds, and what they are without any."""

    intercept: float
    of: dict[str, float]

    def probability(self, question: Question) -> float:
        """From 0 to 1; a trait without a weight counts nothing."""
        odds = self.intercept + sum(self.of.get(trait, 0.0) for trait in traits(question))
        return 1 / (1 + math.exp(-odds))


@cache
def weights() -> Weights:
    """The weights of the package."""
    data = json.loads((files("quizgen.questions") / WEIGHTS).read_text("utf-8"))
    return Weights(data["intercept"], data["weights"])
