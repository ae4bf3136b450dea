"""Bodies and posts that are called by a noun alone: text with title, the word, what it stands for (None: left open)."""

from __future__ import annotations

BODIES: tuple[tuple[str, str, str, str | None], ...] = (
    # a clause behind a comma says nothing of who is meant
    ("", "Brekka Ltd makes boats. The company, which is based in Bergen, has grown.", "company", "Brekka Ltd"),
    # a title before the name, and the name spoken of last
    ("", "Justice Minister Anna Berg resigned in May. The minister said she was ill.", "minister", "Anna Berg"),
    ("", "A bank closed. The Bank of Norway met on Monday. The bank kept its rate.", "bank", "the Bank of Norway"),
    ("", "A company closed in Oslo. The bank kept its rate.", "bank", None),
    # the one body of its sort close by
    ("", "Lunde Group paid the fine. The company said nothing.", "company", "Lunde Group"),
    ("", "The Food and Drug Administration tested pumps. The agency has banned two.", "agency",
     "the Food and Drug Administration"),
    ("", "Brekka Ltd sued Lunde Ltd in May. The firm won.", "firm", None),
    ("", "The Ministry of Finance met on Monday. The company said nothing.", "company", None),
    # what the country of the article has one of, and not what the country beside it has
    ("Norway closes mines", "The mines of Norway closed in May. The energy ministry gave no reason.", "ministry",
     "Norway's energy ministry"),
    ("Norway shuts border", "Soldiers of Norway died near the border with Sweden, the defence ministry said.",
     "ministry", "Norway's defence ministry"),
    ("Norway votes", "Norway voted on Monday. The prime minister spoke.", "minister", "Norway's prime minister"),
    ("Talks end", "Norway and Sweden agreed on Monday. The energy ministry gave no reason.", "ministry", None),
    ("Norway votes", "Norway voted on Monday. The youth minister spoke.", "minister", None),
)  # fmt: skip

# a definite that a time, or a clause that only adds, makes no clearer: text, the word, whether it is open
ADDED: tuple[tuple[str, str, bool], ...] = (
    ("The tribe, whose members live in the hills, sued the state.", "tribe", True),
    ("The law that bans chemical weapons passed.", "law", False),
    ("A cook has been with the group since 2011.", "group", True),
    ("The election of 2014 was close.", "election", False),
    ("The first eruption since May 1963 killed three.", "eruption", False),
)
