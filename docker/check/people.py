"""Who takes part, each by a log-in of their own: staff with passwords and second factors, drivers by WeChat, programs by keys."""

import base64
import hmac
import http.client
import itertools
import json
import struct
import threading
import time
from urllib.parse import urlsplit

# The gateway gives up after 30 s; whoever waits longer than that gets no answer.
PATIENCE = 35
PASSWORD = "green tractors at dawn"
# Access tokens live five minutes; one that can't be renewed yet is good for as long again.
USED_FOR = 120
RENEW_AGAIN = 5


# Requests that were answered so, whoever sent them and for what: none may be.
internal_errors = []


class Answer:
    """What came back; status 0 if nothing did."""

    def __init__(self, status, body=None, headers=None):
        self.status, self.body, self.headers = status, body, headers or {}

    @property
    def good(self):
        return 200 <= self.status < 300

    def wait(self):
        """Seconds until it's worth asking again."""
        return float(self.headers.get("Retry-After", 1))


def ask(address, method, path, body=None, token=None, patience=PATIENCE):
    where = urlsplit(address)
    connection = http.client.HTTPConnection(where.hostname, where.port, timeout=patience)
    headers = {"Content-Type": "application/json"} if body is not None else {}
    if token:
        headers["Authorization"] = "Bearer " + token
    try:
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status == 500:
            internal_errors.append(f"{method} {address}{path}: {text.decode(errors='replace')}")
        try:
            return Answer(answer.status, json.loads(text or "null"), answer.headers)
        except ValueError:
            return Answer(answer.status, text.decode(errors="replace"), answer.headers)
    except (OSError, http.client.HTTPException):
        return Answer(0)
    finally:
        connection.close()


class Refused(Exception):
    pass


def must(address, method, path, body=None, token=None):
    """What has to be answered well. One address may log in 30 times a minute: whoever is told to wait does."""
    while True:
        answer = ask(address, method, path, body, token)
        if answer.good:
            return answer.body
        if answer.status != 429:
            raise Refused(f"{method} {path}: {answer.status} {answer.body}")
        time.sleep(answer.wait())


class Session:
    """Of one person or program: renews its token in time, and logs in anew where it can't."""

    def __init__(self, gateway, log_in):
        self.gateway, self.log_in = gateway, log_in
        self.lock = threading.Lock()
        self.begin()

    def begin(self):
        self.granted = self.log_in()
        self.renew_at = time.monotonic() + USED_FOR

    def token(self):
        """One asks for another token, and the others go on with the one that is there, which is good for longer than that takes."""
        if time.monotonic() > self.renew_at and self.lock.acquire(blocking=False):
            try:
                self.renew_at = time.monotonic() + RENEW_AGAIN
                self.renew()
            except Refused:
                pass
            finally:
                self.lock.release()
        return self.granted["accessToken"]

    def renew(self):
        refresh = self.granted.get("refreshToken")
        answer = refresh and ask(self.gateway, "POST", "/api/sessions/refresh", {"refreshToken": refresh})
        if answer and answer.good:
            self.granted = answer.body
            self.renew_at = time.monotonic() + USED_FOR
        elif not answer or answer.status == 401:
            # A program has no refresh token; one whose answer was lost has ended its session.
            self.begin()

    def ask(self, method, path, body=None):
        return ask(self.gateway, method, path, body, self.token())

    def must(self, method, path, body=None):
        return must(self.gateway, method, path, body, self.token())


def time_code(secret, at):
    """Six digits by the time, as an authenticator app shows them (RFC 6238)."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, struct.pack(">Q", int(at) // 30), "sha1")
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000)


class People:
    def __init__(self, gateway, first_password):
        self.gateway = gateway
        self.codes = itertools.count(time.time_ns())
        self.operations = self.enrolled("operations", first_password)

    def staff(self, role, name, station=None):
        account = {"name": name, "role": role} | ({"stationId": station} if station else {})
        handed = self.operations.must("POST", "/api/accounts", account)
        return self.enrolled(name, handed["oneTimePassword"])

    def enrolled(self, name, one_time):
        """From the one-time password to the role: a password of one's own, then an authenticator app where it's asked for."""
        newcomer = self.log_in_staff(name, one_time)
        change = {"password": one_time, "newPassword": PASSWORD}
        must(self.gateway, "PUT", "/api/password", change, newcomer["accessToken"])
        granted = self.log_in_staff(name, PASSWORD)
        if granted.get("next") != "enrol-second-factor":
            return Session(self.gateway, lambda: self.log_in_staff(name, PASSWORD))
        token = granted["accessToken"]
        secret = must(self.gateway, "POST", "/api/second-factor", {}, token)["secret"]
        step = time.time()
        confirmation = {"code": time_code(secret, step)}
        must(self.gateway, "POST", "/api/second-factor/confirmation", confirmation, token)
        steps = itertools.count(int(step) // 30 + 1)

        def with_a_code():
            # A code is good for one time, and up to one step ahead.
            at = max(next(steps) * 30, time.time())
            time.sleep(max(0, at - 30 - time.time()))
            return self.log_in_staff(name, PASSWORD, time_code(secret, at))

        return Session(self.gateway, with_a_code)

    def log_in_staff(self, name, password, code=None):
        proof = {"name": name, "password": password} | ({"code": code} if code else {})
        return must(self.gateway, "POST", "/api/sessions/staff", proof)

    def driver(self, person):
        def by_wechat():
            code = f"stand-in.{person}.{next(self.codes)}"
            return must(self.gateway, "POST", "/api/sessions/wechat", {"code": code})

        return Session(self.gateway, by_wechat)

    def program(self, scope):
        wanted = {"name": scope, "scopes": [scope], "days": 1}
        key = self.operations.must("POST", "/api/machine-keys", wanted)["key"]
        return Session(self.gateway, lambda: must(self.gateway, "POST", "/api/sessions/machine", {"key": key}))
