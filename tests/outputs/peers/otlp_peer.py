"""A strict receiver of OTLP logs over HTTPS, by the public JSON encoding of OTLP. Prints its port.

Each request is kept as a JSON line in OUT: status, what is wrong with it, and the names of the users in it. PLAN says what it
answers first, separated by commas: 503, 429/SECONDS (with Retry-After), partial/COUNT, partial; then what is right is taken. A
record whose user is POISON makes the whole request a 400. Usage: otlp_peer.py CERT KEY TOKEN OUT PLAN [POISON]"""
import http.server
import json
import re
import ssl
import sys

CERT, KEY, TOKEN, OUT, PLAN = sys.argv[1:6]
POISON = sys.argv[6] if len(sys.argv) > 6 else None
plan = [step for step in PLAN.split(",") if step]

INT64 = re.compile(r"-?(0|[1-9][0-9]{0,18})")
UINT64 = re.compile(r"0|[1-9][0-9]{0,19}")
VALUES = {"stringValue", "boolValue", "intValue", "doubleValue", "arrayValue", "kvlistValue", "bytesValue"}


class Wrong(Exception):
    pass


def need(held, what):
    if not held:
        raise Wrong(what)


def members(value, name, allowed, required=()):
    need(isinstance(value, dict), name + " is no object")
    need(set(value) <= set(allowed), "%s has %s" % (name, sorted(set(value) - set(allowed))))
    need(set(required) <= set(value), name + " lacks a member")


def any_value(value):
    members(value, "AnyValue", VALUES)
    need(len(value) == 1, "AnyValue holds %d values" % len(value))
    kind, held = next(iter(value.items()))
    if kind == "stringValue":
        need(isinstance(held, str), "stringValue is no text")
    elif kind == "intValue":
        need(isinstance(held, str) and INT64.fullmatch(held) and -2**63 <= int(held) < 2**63, "intValue is no int64 as a text")
    elif kind == "boolValue":
        need(isinstance(held, bool), "boolValue is none")
    else:
        raise Wrong("unexpected " + kind)
    return held


def attributes(value):
    need(isinstance(value, list), "attributes are no list")
    found = {}
    for one in value:
        members(one, "KeyValue", {"key", "value"}, {"key", "value"})
        need(isinstance(one["key"], str) and one["key"] and one["key"] not in found, "a key is empty or there twice")
        found[one["key"]] = any_value(one["value"])
    return found


def hex_id(value, length):
    need(isinstance(value, str) and re.fullmatch("[0-9a-fA-F]{%d}" % length, value) and set(value) != {"0"}, "an id is no hex")


def time(value):
    need(isinstance(value, str) and UINT64.fullmatch(value) and int(value) < 2**64, "a time is no fixed64 as a text")
    return int(value)


def record(value):
    members(value, "LogRecord", {"timeUnixNano", "observedTimeUnixNano", "severityNumber", "severityText", "body", "attributes",
                                 "droppedAttributesCount", "flags", "traceId", "spanId", "eventName"}, {"observedTimeUnixNano"})
    need(time(value.get("timeUnixNano", "0")) <= time(value["observedTimeUnixNano"]), "it was seen before it was")
    number = value.get("severityNumber", 0)
    need(type(number) is int and 0 <= number <= 24, "severityNumber is none")
    need(isinstance(value.get("severityText", ""), str) and isinstance(value.get("eventName", ""), str), "a text is none")
    for name, length in (("traceId", 32), ("spanId", 16)):
        if name in value:
            hex_id(value[name], length)
    any_value(value["body"])
    return attributes(value.get("attributes", []))


def pairs(given):
    need(len({name for name, _ in given}) == len(given), "a member is there twice")
    return dict(given)


def records(body):
    whole = json.loads(body.decode("utf-8"), object_pairs_hook=pairs, parse_constant=lambda word: need(False, word))
    members(whole, "ExportLogsServiceRequest", {"resourceLogs"}, {"resourceLogs"})
    found = []
    for of_resource in whole["resourceLogs"]:
        members(of_resource, "ResourceLogs", {"resource", "scopeLogs", "schemaUrl"}, {"scopeLogs"})
        members(of_resource["resource"], "Resource", {"attributes", "droppedAttributesCount"})
        resource = attributes(of_resource["resource"].get("attributes", []))
        need(resource.get("service.name") == "sallyport" and resource.get("service.version"), "who it is is missing")
        for of_scope in of_resource["scopeLogs"]:
            members(of_scope, "ScopeLogs", {"scope", "logRecords", "schemaUrl"}, {"logRecords"})
            members(of_scope["scope"], "InstrumentationScope", {"name", "version", "attributes", "droppedAttributesCount"})
            for one in of_scope["logRecords"]:
                found.append((one, record(one)))
    return found


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status, why, headers, answer, found = 200, "", {}, {}, []
        try:
            need(self.path == "/v1/logs", "another path")
            need(self.headers["Content-Type"] == "application/json", "another content type")
            found = records(body)
            if self.headers["Authorization"] != "Bearer " + TOKEN:
                status = 401
            elif plan:
                step, _, number = plan.pop(0).partition("/")
                if step == "partial":
                    answer = {"partialSuccess": {"rejectedLogRecords": number or str(len(found)), "errorMessage": "too old"}}
                    found = found[int(number or len(found)):]
                else:
                    status = int(step)
                    headers = {"Retry-After": number} if number else {}
            elif POISON and any(names.get("user.name") == POISON for _, names in found):
                status = 400
        except (Wrong, ValueError, KeyError) as wrong:
            status, why = 400, "wrong: %s" % wrong
        users = [names.get("user.name", "") for _, names in found] if status == 200 else []
        with open(OUT, "a", encoding="utf-8") as file:
            print(json.dumps({"status": status, "why": why, "users": users, "first": found[0][0] if found else None}), file=file,
                  flush=True)
        content = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERT, KEY)
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
