"""Nodes and stores of a composed system: where they are, and what is done to them."""

import json
import os
import signal
import subprocess
import time

CUT_OFF = 60
PAUSED = 60
# A node that was killed has to be back by then, whatever else the machine does.
BACK = 300


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


class Container:
    def __init__(self, service, identity):
        self.service, self.identity = service, identity

    def state(self):
        return json.loads(run("docker", "inspect", self.identity))[0]

    def address(self):
        """By which this machine reaches it, on a network of the compose file; empty while it doesn't run."""
        networks = self.state()["NetworkSettings"]["Networks"]
        ends = ("_sides", "_events", "_documents")
        return next(of["IPAddress"] for end in ends for name, of in networks.items() if name.endswith(end))

    def process(self):
        return self.state()["State"]["Pid"]

    def healthy(self):
        state = self.state()["State"]
        return state["Running"] and state["Health"]["Status"] == "healthy"


def containers(project, service):
    label = "label=com.docker.compose."
    found = run(
        "docker", "ps", "-q", "--filter", f"{label}project={project}", "--filter", f"{label}service={service}"
    ).split()
    return [Container(service, identity) for identity in found]


def listens(container, port):
    try:
        return subprocess.run(
            ["bash", "-c", f"exec 3<>/dev/tcp/{container.address()}/{port}"], stderr=subprocess.DEVNULL, timeout=2
        ).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def until(what, true):
    deadline = time.monotonic() + BACK
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {BACK} s: {what}")
        time.sleep(0.2)


def kill(container):
    """Its process, not the container: that ends as it does when the process crashes, and the engine starts it again."""
    before = container.process()
    os.kill(before, signal.SIGKILL)
    until(f"{container.service} is started again", lambda: container.process() not in (0, before))
    if container.service == "axonserver":
        until("axonserver listens", lambda: listens(container, 8124))
    else:
        until(f"{container.service} is healthy", container.healthy)


def cut_off(container):
    """Packets vanish both ways, as they do where a network breaks: nobody is told. What goes on within it goes on."""
    inside = ["nsenter", "--target", str(container.process()), "--net", "iptables", "--wait"]
    rules = [("INPUT", "--in-interface"), ("OUTPUT", "--out-interface")]
    try:
        for chain, interface in rules:
            run(*inside, "--insert", chain, "!", interface, "lo", "--jump", "DROP")
        time.sleep(CUT_OFF)
    finally:
        for chain, interface in rules:
            run(*inside, "--delete", chain, "!", interface, "lo", "--jump", "DROP")


def pause(container):
    try:
        run("docker", "pause", container.identity)
        time.sleep(PAUSED)
    finally:
        run("docker", "unpause", container.identity)


FAULTS = {"killed": kill, "cut-off": cut_off, "paused": pause}
