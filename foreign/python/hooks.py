"""Who asks, and what isn't asked, when schemathesis tries the API by its own document.

JIAYOU is the script, JIAYOU_DATA the data directory of the system that is tried.
"""

import os
import subprocess
import time
from datetime import datetime, timedelta, timezone
from zoneinfo import available_timezones

import schemathesis
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

SCRIPT = os.environ["JIAYOU"]
DATA = os.environ["JIAYOU_DATA"]
# Whose things the tried roles own. Whoever starts the run makes them first.
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


# A list: what is asked may be an object, which no set looks for.
ZONES = list(available_timezones())

# Moments in queries that a schema can't compare with now.
NOW = datetime.now(timezone.utc)


def _to_come(value):
    try:
        return datetime.fromisoformat(str(value)) > NOW
    except (ValueError, TypeError):
        # a position beyond the end of the history, a year that Python doesn't know, or a day that no calendar has
        return True


def _no_day(value):
    """A position is none, and neither is a 31st of June, which no pattern excludes."""
    if value is None or str(value).isdecimal():
        return False
    try:
        datetime.fromisoformat(str(value))
        return False
    except ValueError:
        return True


def _unreal(query, name):
    value = str(query.get(name, ""))
    if value.isdecimal():
        return int(value) > 5
    return name in query and _to_come(value)


# What a schema of OpenAPI can't say, so that requests which it allows are refused: each with its reason. None of them may be
# answered by a 500, by a status that isn't described or by a body of another schema; all but these are asked.
def _not_asked(case):
    query = dict(case.query) if isinstance(case.query, dict) else {}
    path = dict(case.path_parameters or {})
    body = case.body if isinstance(case.body, dict) else {}
    name = case.operation.definition.raw.get("operationId")
    if name.startswith("import"):
        return "what is in files of other systems is told by docs/importing.md"
    if any(zone is not None and zone not in ZONES for zone in (query.get("zone"), body.get("zone"))):
        return "a zone is formed like one, and there"
    if "cursor" in query:
        return "a cursor is opaque: only an answer has one"
    if query.get("version") not in (None, 0, -1, "0", "-1"):
        return "a version that no command has answered isn't visible yet"
    if name in ("auditTile", "auditEntries"):
        return "its path has slashes, which no parameter of a path can have"
    for moment in ("asOf", "knownAt"):
        if _unreal(query, moment):
            return "what hasn't come yet has no state"
    if name.endswith("Changes") and (_unreal(query, "from") or _unreal(query, "to")):
        return "what hasn't come yet has no state"
    if any(first in query and second in query for first, second in (("from", "to"), ("knownAt", "asOf"))):
        return "one moment has to be before the other"
    if name in ("reportCsv", "reportPdf", "fileReport", "proveEvents", "proveConsistency") and "to" in query:
        return "one has to be before the other"
    if any(_no_day(query.get(moment)) for moment in ("from", "to", "until", "happenedFrom", "happenedUntil")):
        return "a moment is on a day that there is"
    if name == "findStations" and (query.get("sort") == "price" or "near" not in query and ("radius" in query or "sort" in query)):
        return "a price needs a grade, a radius and an order a place"
    if name == "findHistory" and "text" in query:
        return "of a text each word has a letter or a digit, in any script"
    if name == "describeStation" and body.get("stationId") not in (None, path.get("stationId")):
        return "the path and the body name one station"
    if name in ("describeStation", "registerStation") and body.get("location") == {"latitude": 0, "longitude": 0}:
        return "0, 0 stands for an unknown place in files"
    if name == "sendPhoneCode" and not str(body.get("phone", "+86")).lstrip("+").startswith(("86", "1")):
        return "codes are sent to configured countries"
    if name == "makePast" and isinstance(body.get("whatIf"), dict):
        return "a rule is for sales that there were, from one moment to a later one"
    if name == "makePast" and _unreal(body, "asOf"):
        return "what hasn't come yet has no state"
    if name == "listOrders" and not (query.get("driver") or query.get("station") or query.get("from")):
        return "a list of orders is of a driver, of a station or of a time"
    if name == "reportUnreadableEvent":
        return "only nodes that fold know which event they couldn't take"
    if name == "changePhone":
        return "a code is known to whom it was sent"
    if name == "issueMachineKey" and body.get("stationId") is not None:
        return "which scopes a station's key can have is told by the table of rights"
    if name == "cancelOrder" and body.get("reason") == "BY_STATION":
        return "the reason is that of the caller's role"
    return None


def _behind(response):
    return response.status_code == 503 and response.json().get("code") == "read-model-behind"


@schemathesis.check
def takes_what_it_describes(context, response, case):
    """positive_data_acceptance, but for what a schema can't say."""
    if _not_asked(case) is None:
        positive_data_acceptance(context, response, case)


@schemathesis.check
def refuses_what_it_excludes(context, response, case):
    """negative_data_rejection, but of files."""
    if not case.operation.path.startswith("/api/imports/") and not _behind(response):
        negative_data_rejection(context, response, case)


@schemathesis.check
def fails_nowhere(context, response, case):
    """not_a_server_error, but for a version that isn't visible yet."""
    if not _behind(response):
        not_a_server_error(context, response, case)


@schemathesis.hook
def before_call(context, case, kwargs):
    body = case.body if isinstance(case.body, dict) else {}
    name = case.operation.definition.raw.get("operationId")
    if name == "addAddresses" and body.get("listing") in ("DENIED", "ALLOWED") and isinstance(body.get("range"), str):
        # the tester would keep itself out, by either list
        body.update(listing="DENIED", range="203.0.113.0/24")
    if name == "placeOrder" and isinstance(body.get("driverId"), str):
        body["driverId"] = DRIVER


# Half of the requests name what is the caller's own: others are 403 before anything else is looked at.
@schemathesis.hook
def map_path_parameters(context, path_parameters):
    own = {"driverId": DRIVER, "stationId": STATION, "orderId": ORDER, "feedbackId": FEEDBACK}
    if isinstance(path_parameters, dict):
        for name, value in path_parameters.items():
            if name in own and sum(map(ord, str(value))) % 2:
                path_parameters[name] = own[name]
    return path_parameters
