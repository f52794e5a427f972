"""Stands in for one side behind the gateway: says what reached it. Arguments: the side's name, a file for its port.

The path of a live view sends one event and then holds the answer open until the client is gone.
"""

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NAME, PORT_FILE = sys.argv[1:3]


class StandIn(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        taken = self.take()
        if self.path.endswith("/live"):
            self.hold("text/event-stream", b"data: first\n\n")
        elif self.path.startswith("/api/imports/"):
            self.hold("application/x-ndjson", json.dumps({"taken": taken}).encode() + b"\n")
        else:
            self.echo(taken)

    def take(self):
        """Reads the request's body and counts its bytes."""
        if self.headers.get("Transfer-Encoding") == "chunked":
            taken = 0
            while size := int(self.rfile.readline(), 16):
                taken += len(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return taken
        return len(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def hold(self, kind, line):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(line)
        self.wfile.flush()
        self.connection.recv(1)
        self.close_connection = True

    def echo(self, taken):
        said = {"side": NAME, "method": self.command, "path": self.path, "taken": taken}
        said |= {name.lower(): value for name, value in self.headers.items()}
        body = json.dumps(said, ensure_ascii=False).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Correlation-Id", self.headers.get("X-Correlation-Id", "none"))
        self.send_header("Side", NAME)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = answer

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
draft = PORT_FILE + ".draft"
with open(draft, "w") as file:
    file.write(str(server.server_port))
os.rename(draft, PORT_FILE)
server.serve_forever()
