"""What was acknowledged, against the events and against what each query node shows."""

import collections
from urllib.parse import urlencode

import faults
import people
from load import EVENTS, SOLD_FEN, VOLUME_ML
from watch import QUERY_NODES


def pages(address, token, path, **parameters):
    items, cursor = [], {}
    while cursor is not None:
        page = people.must(address, "GET", path + "?" + urlencode(parameters | cursor), token=token)
        items += page["items"]
        cursor = {"cursor": page["nextCursor"]} if page.get("nextCursor") else None
    return items


class Books:
    def __init__(self, gateway, project, shop, holds):
        self.gateway, self.project, self.shop, self.holds = gateway, project, shop, holds
        self.sold = 0

    def compare(self, name, acknowledged, begin):
        """acknowledged: the orders since begin, all of them complete."""
        self.sold += len(acknowledged)
        lost, doubled = self.differences(acknowledged, begin)
        self.holds(f"{name}: 0 events of acknowledged orders lost", not lost, list(lost)[:3])
        self.holds(f"{name}: 0 events doubled, and none that nobody asked for", not doubled, list(doubled)[:3])
        nodes = [node for service in QUERY_NODES for node in faults.containers(self.project, service)]
        shown = [self.shown(name, node, acknowledged, begin) for node in nodes]
        self.holds(f"{name}: all query nodes show the same", all(it == shown[0] for it in shown))
        print(f"{name}: {len(acknowledged)} acknowledged, {len(lost)} events lost, {len(doubled)} doubled", flush=True)

    def differences(self, acknowledged, begin):
        wanted = collections.Counter((order, event) for order in acknowledged for event in EVENTS)
        told = pages(
            self.gateway, self.shop.auditor.token(), "/api/history", station=self.shop.station, limit=500, **{"from": begin}
        )
        recorded = collections.Counter((it["aggregateId"], it["type"]) for it in told if it["type"] in EVENTS)
        return wanted - recorded, recorded - wanted

    def shown(self, name, node, acknowledged, begin):
        address, token = f"http://{node.address()}:8080", self.shop.reading.token()
        items = pages(address, token, "/api/orders", station=self.shop.station, limit=100, **{"from": begin})
        complete = sorted(it["orderId"] for it in items if it["status"] == "COMPLETED")
        self.holds(f"{name}: {node.service} lists each order once", complete == sorted(acknowledged), f"{len(complete)} listed")
        totals = people.must(address, "GET", "/api/dashboards/sales?by=station", token=token)["totals"]
        sums = [(it["orders"], it["amount"], it["volumeMl"]) for it in totals]
        wanted = [(self.sold, self.sold * SOLD_FEN, self.sold * VOLUME_ML)]
        self.holds(f"{name}: {node.service} sums what was sold", sums == wanted, f"{sums} of {self.sold} orders")
        return items
