"""A sheet gone through at the terminal: a card alone, a verdict, then its source, and a second thought."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

DEFECTS = {
    "W": "wrong or unsupported", "A": "more than one right answer", "C": "not self-contained", "D": "disfluent",
    "G": "gives its answer away", "S": "answer cut, too long, or without its unit", "T": "trivial",
    "X": "repeats another", "O": "a wrong option",
}  # fmt: skip
_CARD = re.compile(r"^## (?P<number>\d+)\n(?P<card>.*?)^verdict:[ \t]*\n\ndefect:[ \t]*\n", re.MULTILINE | re.DOTALL)
_SOURCE = r"^{number}\. (?P<source>.+)$"


def judge(sheet: str, ask: Callable[[str], str], tell: Callable[[str], None]) -> Iterator[str]:
    """The sheet after each verdict; cards that have one already are passed over.

    `ask` shows a prompt and returns what was typed, `tell` shows a text. Typing `stop` ends the round.
    """
    sources = sheet.partition("## Sources")[2]
    while found := _CARD.search(sheet):
        tell(f"\n{found['number']}.{found['card'].rstrip()}\n")
        verdict = _verdict(ask, "a teacher would use it unchanged: yes, no and a defect, or stop? ")
        if verdict is None:
            return
        source = re.search(_SOURCE.format(number=found["number"]), sources, re.MULTILINE)
        tell(f"\n  {source['source'] if source else '(no source)'}\n")
        verdict = _verdict(ask, "Enter keeps the verdict; or another one: ", kept=verdict)
        if verdict is None:
            return
        word, defect = verdict
        filled = f"verdict: {word}\n\ndefect: {defect}".rstrip() + "\n"
        head = found.group().rpartition("verdict:")[0]
        sheet = sheet[: found.start()] + head + filled + sheet[found.end() :]
        yield sheet


def _verdict(
    ask: Callable[[str], str], prompt: str, kept: tuple[str, str] | None = None
) -> tuple[str, str] | None:
    """`yes` without a defect or `no` with one; None where the judge stops. Asked again until it is understood."""
    while True:
        said = ask(prompt).split()
        match [word.lower() for word in said]:
            case ["stop"]:
                return None
            case [] if kept:
                return kept
            case ["yes" | "y"]:
                return "yes", ""
            case ["no" | "n", *codes] if codes and set("".join(codes).upper()) <= set(DEFECTS):
                return "no", " ".join(codes).upper()
        prompt = f"yes, stop, or no and one of {', '.join(f'{code} ({what})' for code, what in DEFECTS.items())}: "
