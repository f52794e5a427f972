"""Who asks, and what isn't asked, when schemathesis tries the API by its own document.

JIAYOU is the script, JIAYOU_DATA the data directory of the system that is tried.
"""

import json
import os
import subprocess
import time
from datetime import datetime, timedelta, timezone

import schemathesis
from hypothesis import strategies as st

SCRIPT = os.environ["JIAYOU"]
DATA = os.environ["JIAYOU_DATA"]
# whose things the tried roles own; the test makes them before
DRIVER, STATION, ORDER, FEEDBACK = "d-own", "s-own", "o-own", "f-own"

# A token is good for five minutes.
FRESH = 200
_tokens = {}


def token(right):
    """A token for one entry of an operation's security, as the table of rights writes it."""
    role = right.removesuffix(":own").split("/")[0]
    known = _tokens.get(role)
    if known and time.monotonic() - known[1] < FRESH:
        return known[0]
    command = [SCRIPT, "token", "--role", role, "--data", DATA]
    if role == "driver":
        command += ["--driver", DRIVER]
    if role in ("attendant", "manager"):
        command += ["--station", STATION]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    _tokens[role] = (made, time.monotonic())
    return made


def right_of(operation):
    """The widest right: one that isn't for the own alone, if there is one."""
    required = operation.definition.raw.get("security", [])
    rights = [names[0] for entry in required for names in entry.values()]
    rights.sort(key=lambda right: right.endswith(":own"))
    return rights[0] if rights else None


@schemathesis.auth(refresh_interval=None)
class Caller:
    def get(self, case, context):
        right = right_of(case.operation)
        return token(right) if right else None

    def set(self, case, data, context):
        if data:
            case.headers["Authorization"] = "Bearer " + data


# Moments of prices are of the years 2000 to 2099, those of queries have come already.
_moments = st.datetimes(datetime(2001, 1, 1), datetime(2026, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=timezone(timedelta(hours=8))).isoformat()
)
schemathesis.openapi.format("date-time", _moments)


# What a schema of OpenAPI 3.1 can't say, so that requests which it allows are refused. Each by operation, with its reason.
def _contradicts(case):
    query = dict(case.query or {})
    body = case.body if isinstance(case.body, dict) else {}
    name = case.operation.definition.raw.get("operationId")
    if query.get("cursor"):
        return "a cursor is opaque: only an answer has one"
    if query.get("version") not in (None, 0, -1, "0", "-1"):
        return "a version that no command has answered isn't visible yet"
    if "past" in query and ("asOf" in query or "version" in query):
        return "a past has a moment of its own"
    for first, second in (("from", "to"), ("from", "until"), ("happenedFrom", "happenedUntil")):
        if first in query and second in query:
            return "one of two moments may be after the other"
    return None


@schemathesis.hook
def filter_case(context, case):
    return _contradicts(case) is None
