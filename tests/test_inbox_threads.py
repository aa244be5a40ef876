"""Many threads and two processes' worth of inboxes on one file."""

import random
import threading
from pathlib import Path

from bot.inbox.store import Inbox
from tests.inbox_scenes import accepted
from tests.paper_inbox import asked


def test_many_threads_accept_the_same_keys_once(tmp_path: Path) -> None:
    inboxes = [Inbox(tmp_path), Inbox(tmp_path)]
    deliveries = [(f"Ev{n}", f"C/{n // 2}") for n in range(60)] * 3
    new: list[str] = []

    def deliver(seed: int) -> None:
        mine = random.Random(seed).sample(deliveries, len(deliveries))
        for keys in mine:
            if id_ := inboxes[seed % 2].accept(asked(*keys)):
                new.append(id_)

    threads = [threading.Thread(target=deliver, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(new) == len(set(new)) == 30
    assert sorted(inboxes[0].due(100)) == sorted(new)
    for inbox in inboxes:
        inbox.close()


def test_many_threads_never_claim_one_question_twice(tmp_path: Path) -> None:
    inboxes = [Inbox(tmp_path), Inbox(tmp_path)]
    for n in range(40):
        accepted(inboxes[0], f"Ev{n}")
    taken: list[str] = []

    def take(number: int) -> None:
        inbox = inboxes[number % 2]
        while ids := inbox.due(10):
            for id_ in ids:
                if question := inbox.claim(id_):
                    taken.append(id_)
                    inbox.answered(inbox.posting(question), b"")

    threads = [threading.Thread(target=take, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == 40
    for inbox in inboxes:
        inbox.close()
