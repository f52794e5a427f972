"""Orders under way: each from its placing to its completion and seen by its driver, sent again until it's acknowledged."""

import collections
import threading
import time
from concurrent.futures import ThreadPoolExecutor

FEN = 20_000
VOLUME_ML = 25_340
# 25.34 l at 7.89 yuan.
SOLD_FEN = 19_993
# How long a step is sent again before nobody waits for it any more.
GIVE_UP = 300
# Orders at a time; nobody else comes while so many wait. One address may have 100 requests at the gateway.
UNDER_WAY = 40
# What becomes of such an order.
EVENTS = ["order.placed", "order.payment-confirmed", "order.fuel-dispensed", "order.refund-required", "order.completed"]

Seen = collections.namedtuple("Seen", "begun took kind status what")


class Journal:
    """What clients saw, and what was acknowledged to them."""

    def __init__(self):
        self.lock = threading.Lock()
        self.seen = []
        self.acknowledged = {}

    def saw(self, begun, kind, status, what):
        with self.lock:
            self.seen.append(Seen(begun, time.monotonic() - begun, kind, status, what))

    def completed(self, order, version):
        with self.lock:
            self.acknowledged[order] = version

    def latest(self):
        """An order that is complete, with its version."""
        with self.lock:
            return next(reversed(self.acknowledged.items()), None)


class Shop:
    """A station, those who work there, its drivers, and the program that confirms payments."""

    def __init__(self, people, station):
        self.people, self.station = people, station
        self.open()
        self.attendants = [people.staff("attendant", f"{station}.attendant.{n}", station) for n in (1, 2)]
        self.drivers = [people.driver(f"driver{n}") for n in range(5)]
        self.payments = people.program("payments")
        self.reading = people.program("reading")
        self.auditor = people.staff("auditor", f"{station}.auditor")

    def open(self):
        """As the README does it, each their part."""
        office = self.people.staff("head-office", f"{self.station}.office")
        place = {"latitude": 31.154, "longitude": 121.425}
        office.must(
            "POST",
            "/api/stations",
            {"stationId": self.station, "name": "康健加油站", "brand": "示范石油", "location": place, "openingHours": "24/7"},
        )
        manager = self.people.staff("manager", f"{self.station}.manager", self.station)
        manager.must("PUT", f"/api/stations/{self.station}/pumps/1", {"grades": ["95#"]})
        price = {"unitPrice": 7_890, "currency": "CNY"}
        manager.must("PUT", f"/api/stations/{self.station}/prices/95%23", price)

    def buy(self, order, number, journal):
        """One order from its beginning to its end."""
        driver = self.drivers[number % len(self.drivers)]
        attendant = self.attendants[number % len(self.attendants)]
        path = "/api/orders/" + order
        wanted = {
            "orderId": order,
            "driverId": driver.granted["driverId"],
            "stationId": self.station,
            "pump": 1,
            "grade": "95#",
            "preset": {"kind": "AMOUNT", "amount": FEN},
        }
        paid = {"amount": FEN, "currency": "CNY", "channel": "wechat-pay", "transactionId": "t-" + order}
        steps = [
            (driver, "/api/orders", wanted),
            (self.payments, path + "/payment", paid),
            (attendant, path + "/dispense", {"volumeMl": VOLUME_ML}),
            (attendant, path + "/completion", {}),
        ]
        version = -1
        for who, where, body in steps:
            version = self.acknowledged(journal, who, where, body) or version
        journal.completed(order, version)
        # What was there before, which needs no event; and what was just done.
        self.once(journal, "query", "/api/stations/" + self.station)
        self.until(journal, "fresh query", driver, "GET", f"{path}?version={version}")

    def acknowledged(self, journal, who, path, body):
        answer = self.until(journal, "command", who, "POST", path, body)
        return answer.body["version"] if answer.good else None

    def once(self, journal, kind, path):
        begun = time.monotonic()
        journal.saw(begun, kind, self.reading.ask("GET", path).status, path)

    def until(self, journal, kind, who, method, path, body=None):
        """Sends it until it's done. A refusal as done already is the answer of a former time that was lost on its way."""
        deadline = time.monotonic() + GIVE_UP
        unanswered = False
        while time.monotonic() < deadline:
            begun = time.monotonic()
            answer = who.ask(method, path, body)
            journal.saw(begun, kind, answer.status, path)
            if answer.good or (answer.status == 409 and unanswered):
                return answer
            unanswered = unanswered or answer.status in (0, 503)
            time.sleep(answer.wait())
        raise TimeoutError(f"{method} {path} wasn't done in {GIVE_UP} s")


class Load:
    """Orders at a steady pace, so many at least and as long as they are wanted."""

    def __init__(self, shop, run, orders, pace):
        self.shop, self.run, self.orders, self.pace = shop, run, orders, pace
        self.journal = Journal()
        self.enough = threading.Event()
        self.failures = []
        self.begun = 0
        self.places = threading.Semaphore(UNDER_WAY)
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def work(self):
        with ThreadPoolExecutor(max_workers=UNDER_WAY) as pool:
            while self.begun < self.orders or not self.enough.is_set():
                self.places.acquire()
                pool.submit(self.buy, self.begun)
                self.begun += 1
                time.sleep(1 / self.pace)

    def buy(self, number):
        try:
            self.shop.buy(f"{self.run}-{number}", number, self.journal)
        except Exception as failure:  # whatever it is, this order isn't complete
            self.failures.append(f"{self.run}-{number}: {failure!r}")
        finally:
            self.places.release()

    def end(self):
        """Waits for the last one."""
        self.enough.set()
        self.thread.join()
