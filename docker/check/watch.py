"""Asks each node itself, twice a second: whether it's ready, and query nodes for what was done last."""

import threading
import time

import faults
import people

NODES = ["command-side", "query-side", "audit-node"]
QUERY_NODES = ["query-side", "audit-node"]
EVERY = 0.5
# Seconds in which a node answers, or doesn't.
PROMPT = 5


class Watch:
    def __init__(self, project, reading, journal):
        self.reading, self.journal = reading, journal
        self.over = threading.Event()
        self.threads = []
        for service in NODES:
            for number, node in enumerate(faults.containers(project, service), 1):
                thread = threading.Thread(target=self.watch, args=(node, f"{service} {number}"))
                self.threads.append(thread)
                thread.start()

    def watch(self, node, name):
        address = node.address()
        while not self.over.wait(EVERY):
            ready = self.look("ready", name, f"http://{address}:9090", "/actuator/health/readiness")
            latest = self.journal.latest()
            if node.service in QUERY_NODES and latest:
                self.look("node", name, f"http://{address}:8080", "/api/orders/{}?version={}".format(*latest))
            if ready == 0:
                # After a restart it may have another one.
                address = node.address() or address

    def look(self, kind, name, address, path):
        begun = time.monotonic()
        status = people.ask(address, "GET", path, token=self.reading.token(), patience=PROMPT).status
        self.journal.saw(begun, kind, status, name)
        return status

    def end(self):
        self.over.set()
        for thread in self.threads:
            thread.join()
