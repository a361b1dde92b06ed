"""A receiver of webhooks over TLS: answers the first FAILURES requests with 503, and then keeps what fits its signature, one JSON
document a line in OUT. Prints its port. Usage: hook_peer.py CERT KEY SECRET OUT FAILURES [PORT]"""
import hashlib
import hmac
import http.server
import json
import ssl
import sys

CERT, KEY, SECRET, OUT, FAILURES = sys.argv[1:6]
left = int(FAILURES)


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        global left
        body = self.rfile.read(int(self.headers["Content-Length"]))
        time = self.headers["X-Sallyport-Timestamp"]
        wanted = "sha256=" + hmac.new(SECRET.encode(), time.encode() + b"." + body, hashlib.sha256).hexdigest()
        fits = hmac.compare_digest(wanted, self.headers["X-Sallyport-Signature"])
        status = 401 if not fits else 503 if left > 0 else 204
        left -= 1
        with open(OUT, "a", encoding="utf-8") as file:
            print(json.dumps({"status": status, "kind": self.headers["X-Sallyport-Kind"], "delivery": self.headers["X-Sallyport-Delivery"],
                              "type": self.headers["Content-Type"], "time": int(time), "path": self.path,
                              "body": body.decode("utf-8")}), file=file, flush=True)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[6]) if len(sys.argv) > 6 else 0), Receiver)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERT, KEY)
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
