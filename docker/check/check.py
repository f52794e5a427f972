"""Walks an order through the gateway, then breaks one part after another under load and judges what clients saw.

Arguments: the gateway's address, the project's name, the one-time password of operations, orders per fault, orders a second, the
faults. Writes lines for each; exit status 0 only if all holds.
"""

import collections
import sys
import time

import faults
import people
from books import Books
from load import Journal, Load, Shop
from watch import Watch

# Under load before the fault, and at least so long after it is over: what is wrong later counts as well.
BEFORE, AFTER = 10, 20
WITHIN = 15
WITHIN_OF_AXON_SERVER = 60
# Longer without a good answer of those who have to go on is an outage.
OUTAGE = 15
# What goes on while something is killed: queries need no event, and commands no read model. Without a node all of it does.
GOES_ON = {"axonserver": ["query"], "mongodb": ["command"]}
CLIENTS = ["command", "query", "fresh query"]

outcome = collections.Counter()


def holds(what, good, seen=""):
    outcome["held" if good else "failed"] += 1
    if not good:
        print(f"FAILED: {what}: {seen}", flush=True)


def wrong(seen):
    """What a client shouldn't see where nothing is broken. 409 answers what was done already, by an answer that was lost."""
    return not (200 <= seen.status < 300 or (seen.status == 409 and seen.kind == "command"))


def longest_outage(journal, kind, begin, end):
    """The longest time between two good answers to requests of a kind, in seconds."""
    answered = [it.begun + it.took for it in journal.seen if it.kind == kind and not wrong(it)]
    moments = sorted([begin, end] + [at for at in answered if begin < at < end])
    return max(after - before for before, after in zip(moments, moments[1:]))


def bound(service, kind):
    return WITHIN_OF_AXON_SERVER if (service, kind) == ("axonserver", "killed") else WITHIN


def now():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class Check:
    def __init__(self, gateway, project, first_password, orders, pace):
        self.project, self.orders, self.pace = project, orders, pace
        self.shop = Shop(people.People(gateway, first_password), "check")
        self.books = Books(gateway, project, self.shop, holds)

    def walk(self):
        """One order, from its beginning to its end, with nobody else there."""
        journal, begin = Journal(), now()
        self.shop.buy("walk-0", 0, journal)
        holds("the README's order is done without a refusal", not any(map(wrong, journal.seen)), journal.seen)
        self.compare("one order", journal, begin)

    def compare(self, name, journal, begin):
        try:
            self.books.compare(name, journal.acknowledged, begin)
        except people.Refused as refusal:
            holds(f"{name}: the books can be read", False, refusal)

    def fault(self, service, kind):
        """service: a name of the compose file, or none; kind: of faults.FAULTS."""
        name, begin = f"{service} {kind}".strip(), now()
        load = Load(self.shop, f"{service}-{kind}{int(time.time())}", self.orders, self.pace)
        watch = Watch(self.project, self.shop.reading, load.journal)
        try:
            time.sleep(BEFORE)
            broken = time.monotonic()
            self.breaks(name, service, kind)
            mended = time.monotonic()
            time.sleep(max(AFTER, bound(service, kind) + 5))
        finally:
            load.end()
            watch.end()
        self.judge(name, service, kind, load, broken, mended)
        self.compare(name, load.journal, begin)

    def breaks(self, name, service, kind):
        """Until it's mended. What isn't back in time is judged as if it were."""
        if service == "none":
            return
        try:
            faults.FAULTS[kind](faults.containers(self.project, service)[0])
        except TimeoutError as late:
            holds(f"{name}: it comes back", False, late)

    @staticmethod
    def judge(name, service, kind, load, broken, mended):
        seen = load.journal.seen
        late = [it for it in seen if it.begun > mended and wrong(it)]
        right_after = max((it.begun - mended for it in late), default=0)
        outages = {it: longest_outage(load.journal, it, broken, mended) for it in CLIENTS}
        print(f"{name}: broken for {mended - broken:.0f} s, right again after {right_after:.1f} s; {summary(seen)}; longest without")
        print("    a good answer: " + ", ".join(f"{it} {gap:.0f} s" for it, gap in outages.items()), flush=True)
        within = bound(service, kind)
        holds(f"{name}: right again within {within} s", right_after <= within, late[-3:])
        unknown = [it for it in seen if it.status == 404]
        holds(f"{name}: nobody is told that what was acknowledged doesn't exist", not unknown, unknown[:3])
        holds(f"{name}: each of {load.begun} orders comes to its end", not load.failures, load.failures[:3])
        holds(f"{name}: no 500", not people.internal_errors, people.internal_errors[:3])
        people.internal_errors.clear()
        if kind == "killed":
            for it in GOES_ON.get(service, ["command", "query"]):
                holds(f"{name}: somebody serves a {it} meanwhile", outages[it] <= OUTAGE, f"for {outages[it]:.0f} s nobody")


def summary(seen):
    """Of what clients saw."""
    theirs = [it for it in seen if it.kind in CLIENTS]
    statuses = sorted(collections.Counter(it.status for it in theirs).items())
    counts = ", ".join(f"{count} × {status or 'no answer'}" for status, count in statuses)
    return f"{counts}, the slowest after {max(it.took for it in theirs):.1f} s"


def main():
    gateway, project, first_password, orders, pace, *wanted = sys.argv[1:]
    check = Check(gateway, project, first_password, int(orders), float(pace))
    check.walk()
    for fault in wanted:
        service, _, kind = fault.partition(":")
        try:
            check.fault(service, kind)
        except Exception as failure:  # the others are tried all the same
            holds(f"{service} {kind} was tried", False, repr(failure))
    print(f"{outcome['held']} held, {outcome['failed']} failed of what clients saw", flush=True)
    return 1 if outcome["failed"] else 0


sys.exit(main())
