"""Work on many things at once, with the results in their order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
AHEAD = 8  # items for each process that are read before the first of them is done with


def useful_jobs(items: int) -> int:
    """How many processes are worth their start for so many items: one for every few, one a core at most."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, items // AHEAD))


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int, ready: Callable[[], object]
) -> Iterator[tuple[Item, Result]]:
    """Each item with what `work` makes of it, worked out by `jobs` processes, or here where that is one.

    `ready` is called once in each process before it works; where processes can be forked, it is called before that,
    so that they share what it loads. Items, results and `work` have to be picklable if `jobs` is more than one.
    """
    ready()
    if jobs == 1:
        yield from ((item, work(item)) for item in items)
        return
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in ways else None)
    waiting = iter(items)
    with ProcessPoolExecutor(jobs, context, initializer=ready) as pool:
        while batch := list(islice(waiting, jobs * AHEAD)):
            yield from zip(batch, pool.map(work, batch), strict=True)
