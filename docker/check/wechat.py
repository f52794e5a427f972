"""STAND-IN, not WeChat: answers GET /sns/jscode2session as WeChat documents it, for trials of the containers.

A code is stand-in.<person>.<anything> and good for one time; each person has one openid. Whoever reaches this can be anybody.
Arguments: the address to listen at, a file for the port.
"""

import json
import os
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

ADDRESS, PORT_FILE = sys.argv[1:3]
CODE = re.compile(r"stand-in\.([A-Za-z0-9]{1,32})\.[A-Za-z0-9-]{1,64}")

used = set()
lock = threading.Lock()


def answer(asked):
    if asked.get("appid") != ["stand-in"] or asked.get("secret") != ["stand-in"]:
        return {"errcode": 40125, "errmsg": "invalid appsecret"}
    code = asked.get("js_code", [""])[0]
    person = CODE.fullmatch(code)
    if not person:
        return {"errcode": 40029, "errmsg": "invalid code"}
    with lock:
        if code in used:
            return {"errcode": 40163, "errmsg": "code been used"}
        used.add(code)
    return {"openid": "stand-in-" + person.group(1), "session_key": "c3RhbmQtaW4="}


class Wechat(BaseHTTPRequestHandler):
    def do_GET(self):
        # WeChat answers errors with 200 too, and JSON as text/plain.
        body = json.dumps(answer(parse_qs(urlsplit(self.path).query))).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_HEAD(self):
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer((ADDRESS, 0), Wechat)
draft = PORT_FILE + ".draft"
with open(draft, "w") as file:
    file.write(str(server.server_port))
os.rename(draft, PORT_FILE)
server.serve_forever()
