#!/usr/bin/env python3
"""What signing in costs, and what it costs the others: a refresh in CPU microseconds, and how long GET /api/protected takes
while every thread that hashes passwords is busy with sign-ins. Starts a server of its own, stops by itself.

Usage: tests/bench/sign_in.py [--build DIR] [--seconds N] [--refreshes N] [--threads N]

The one who waits for the answers runs at a higher priority (if it may), so that its own waiting for a core is not taken for
the server's. Times are of whole requests on a kept connection, sent one after the other at a fixed pace."""
import argparse
import http.client
import json
import os
import secrets
import ssl
import subprocess
import tempfile
import threading
import time

options = argparse.ArgumentParser()
options.add_argument("--build", default="build/release")
options.add_argument("--seconds", type=float, default=5)
options.add_argument("--refreshes", type=int, default=2000)
options.add_argument("--threads", type=int, default=16, help="sign-ins at once")
options = options.parse_args()

daemon = os.path.join(options.build, "bin", "sallyportd")
clock_ticks = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / clock_ticks


class Client:
    """One kept connection."""

    def __init__(self, port):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=60)

    def ask(self, method, path, body=None, headers=None):
        text = None if body is None else json.dumps(body)
        self.connection.request(method, path, text, {"Content-Type": "application/json", **(headers or {})})
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def percentile(times, part):
    return sorted(times)[min(len(times) - 1, int(len(times) * part))] * 1e3


def probe(client, token, seconds, pace=0.005):
    """Milliseconds of requests at a fixed pace: median and 99th percentile."""
    times, due = [], time.perf_counter()
    end = due + seconds
    while due < end:
        due += pace
        start = time.perf_counter()
        status, _ = client.ask("GET", "/api/protected", headers={"Authorization": "Bearer " + token})
        times.append(time.perf_counter() - start)
        assert status == 200, status
        time.sleep(max(0, due - time.perf_counter()))
    return percentile(times, 0.5), percentile(times, 0.99), len(times)


def storm(port, login, stop, counts, lock):
    client = Client(port)
    while not stop.is_set():
        status, _ = client.ask("POST", "/api/auth/login", login)
        with lock:
            counts[status] = counts.get(status, 0) + 1
        if status == 503:
            time.sleep(0.05)


with tempfile.TemporaryDirectory() as work:
    def secret_file(name):
        path = os.path.join(work, name)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(secrets.token_hex(24))
        return path

    data, passphrase, password = os.path.join(work, "data"), secret_file("passphrase"), secret_file("password")
    vault = ["--data-dir", data, "--passphrase-file", passphrase]
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([daemon, "init", *vault, "--admin-email", "bench@example.org", "--admin-password-file", password], **quiet)
    subprocess.run([daemon, "settings", "set", *vault, "rate_limits.auth=10000000/60", "rate_limits.address=10000000/60",
                    "rate_limits.api_read=10000000/60", "slow_down.mode=off"], **quiet)
    server = subprocess.Popen([daemon, "serve", *vault, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
    try:
        for line in server.stdout:
            if "listening on" in line:
                port = int(line.strip().rsplit(":", 1)[1].split("/")[0])
                break
        threading.Thread(target=server.stdout.read, daemon=True).start()
        with open(password) as file:
            login = {"email": "bench@example.org", "password": file.read()}
        client = Client(port)
        status, body = client.ask("POST", "/api/auth/login", login)
        assert status == 200, body
        tokens = json.loads(body)["data"] if b'"data"' in body else json.loads(body)
        token, refresh = tokens["token"], tokens["refresh_token"]

        before, start = cpu_seconds(server.pid), time.perf_counter()
        for _ in range(options.refreshes):
            status, body = client.ask("POST", "/api/auth/refresh", {"refresh_token": refresh})
            assert status == 200, body
            answer = json.loads(body)
            refresh = answer.get("data", answer)["refresh_token"]
            token = answer.get("data", answer)["token"]
        used, took = cpu_seconds(server.pid) - before, time.perf_counter() - start
        print(f"refresh: {used * 1e6 / options.refreshes:.0f} us of CPU each, {took * 1e3 / options.refreshes:.2f} ms one after the other")

        try:
            os.setpriority(os.PRIO_PROCESS, 0, -15)
        except PermissionError:
            print("(without a higher priority: the figures below hold waiting of our own)")
        probe(client, token, 1)
        idle = probe(client, token, options.seconds)
        stop, counts, lock = threading.Event(), {}, threading.Lock()
        child = os.fork()
        if child == 0:  # a process of its own: Python's threads would wait for one another
            os.setpriority(os.PRIO_PROCESS, 0, 0)
            threads = [threading.Thread(target=storm, args=(port, login, stop, counts, lock)) for _ in range(options.threads)]
            for thread in threads:
                thread.start()
            time.sleep(options.seconds + 2)
            stop.set()
            for thread in threads:
                thread.join()
            print("sign-ins meanwhile, by status: " + ", ".join(f"{k}: {v}" for k, v in sorted(counts.items())), flush=True)
            os._exit(0)
        time.sleep(1)
        busy = probe(client, token, options.seconds)
        os.waitpid(child, 0)
        for name, figures in (("idle", idle), ("saturated", busy)):
            print(f"GET /api/protected, {name}: median {figures[0]:.2f} ms, p99 {figures[1]:.2f} ms, {figures[2]} requests")
        print(f"p99 saturated / idle: {busy[1] / idle[1]:.2f}")
    finally:
        server.terminate()
        server.wait()
