#!/usr/bin/python3
"""The same walk as tst_console_walk, from outside: the program is started under a virtual screen and a session bus of
its own, and everything is found and pressed through the accessibility bus, as a screen reader does it.

Usage: accessibility.py PROGRAM [PICTURES]   (starts itself again under Xvfb and dbus-run-session)"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

SLOW = 90
PASSPHRASE = "seven quiet herons over the gate"
ADMIN_PASSWORD = "lanterns beside a winter harbour"
USER_PASSWORD = "copper kettle on the windowsill"
USER_MAIL = "petra.lindgren@northgate.example"
NEEDED = ["Xvfb", "dbus-run-session", "zbarimg", "oathtool", "curl", "import"]


def under_a_screen_of_its_own(arguments):
    """Runs this file again inside Xvfb and a session bus."""
    # The server chooses a free number and says it when it is ready. The accessibility bus looks in on the screen and
    # leaves before the program comes: without -noreset, the server would start over then and drop who is connecting.
    ready, told = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(told), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                               "-noreset", "-ac"],
                              stderr=subprocess.DEVNULL, pass_fds=[told])
    os.close(told)
    with os.fdopen(ready) as numbers:
        display = ":" + numbers.readline().strip()
    try:
        environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                           QT_ACCESSIBILITY="1", SALLYPORT_WALK_INSIDE="1", LC_ALL="C.UTF-8", GTK_MODULES="")
        # The accessibility bus puts its socket there; a bare root session has none.
        runtime = tempfile.mkdtemp(prefix="sallyport-runtime-")
        environment["XDG_RUNTIME_DIR"] = runtime
        return subprocess.call(["dbus-run-session", "--", sys.executable, os.path.abspath(__file__)] + arguments,
                               env=environment)
    finally:
        screen.terminate()
        screen.wait()


class Walk:
    def __init__(self, program, pictures):
        import pyatspi
        self.atspi = pyatspi
        self.program = program
        self.pictures = pictures
        self.folder = tempfile.mkdtemp(prefix="sallyport-walk-")
        self.vault = os.path.join(self.folder, "vault")
        self.process = None

    # What a screen reader can do

    def application(self):
        for application in self.atspi.Registry.getDesktop(0):
            if application and application.name.lower().startswith("sallyport"):
                return application
        return None

    def everything(self, root, depth=0):
        if root is None or depth > 40:
            return
        yield root
        try:
            children = [root.getChildAtIndex(at) for at in range(min(root.childCount, 300))]
        except Exception:  # it went away while we looked
            return
        for child in children:
            yield from self.everything(child, depth + 1)

    def look(self, matches):
        for thing in self.everything(self.application()):
            try:
                if matches(thing) and thing.getState().contains(self.atspi.STATE_SHOWING):
                    return thing
            except Exception:
                continue
        return None

    @staticmethod
    def listen(seconds):
        """Takes in what programs tell the bus: who came, what changed."""
        from gi.repository import GLib
        loop = GLib.MainLoop()
        GLib.timeout_add(int(seconds * 1000), loop.quit)
        loop.run()

    def wait(self, what, matches):
        end = time.monotonic() + SLOW
        while time.monotonic() < end:
            found = self.look(matches)
            if found is not None:
                return found
            if self.process.poll() is not None:
                raise SystemExit("the program ended while waiting for " + what)
            self.listen(0.2)
        self.picture("accessibility-failed")
        raise SystemExit("not found through the accessibility bus: " + what)

    def named(self, name, *roles):
        return self.wait("“%s”" % name, lambda thing: thing.name == name
                         and (not roles or thing.getRole() in roles))

    def press(self, name, *roles):
        thing = self.named(name, *(roles or (self.atspi.ROLE_PUSH_BUTTON, self.atspi.ROLE_RADIO_BUTTON,
                                             self.atspi.ROLE_CHECK_BOX, self.atspi.ROLE_PAGE_TAB,
                                             self.atspi.ROLE_TOGGLE_BUTTON, self.atspi.ROLE_PUSH_BUTTON_MENU, self.atspi.ROLE_LIST_ITEM)))
        end = time.monotonic() + SLOW
        while not thing.getState().contains(self.atspi.STATE_ENABLED) and time.monotonic() < end:
            self.listen(0.2)
        action = thing.queryAction()
        names = [action.getName(at).lower() for at in range(action.nActions)]
        for name in ("press", "click", "toggle"):
            if name in names:
                return action.doAction(names.index(name))
        raise SystemExit("“%s” cannot be pressed" % name)

    def write(self, name, text):
        field = self.named(name, self.atspi.ROLE_TEXT, self.atspi.ROLE_PASSWORD_TEXT, self.atspi.ROLE_ENTRY)
        field.queryComponent().grabFocus()
        if not field.queryEditableText().setTextContents(text):
            raise SystemExit("“%s” takes no text" % name)

    def text_of(self, matches, what):
        thing = self.wait(what, matches)
        return thing.name

    def picture(self, name):
        path = os.path.join(self.pictures, name + ".png")
        subprocess.run(["import", "-window", "root", path], check=False, stderr=subprocess.DEVNULL)
        return path

    # The walk

    def start(self):
        self.process = subprocess.Popen([self.program, "--data-dir", self.vault])
        self.wait("the window", lambda thing: thing.parent is not None
                  and thing.parent.getRole() == self.atspi.ROLE_APPLICATION)

    def first_run(self, port):
        self.press("Create a vault")
        self.write("Name of the vault", "Northgate Clinic")
        self.press("Continue")
        self.write("Passphrase", PASSPHRASE)
        self.write("Passphrase again", PASSPHRASE)
        self.press("Continue")
        self.write("Name", "Ingrid Solheim")
        self.write("E-mail address", "ingrid.solheim@northgate.example")
        self.write("Password", ADMIN_PASSWORD)
        self.write("Password again", ADMIN_PASSWORD)
        self.press("Continue")
        self.named("Port", self.atspi.ROLE_SPIN_BUTTON).queryValue().currentValue = port
        self.press("Create vault")
        stored = self.wait("the box for the stored key", lambda thing: thing.getRole() == self.atspi.ROLE_CHECK_BOX)
        self.press(stored.name)
        self.press("Open Sallyport")
        self.wait("a running server", lambda thing: "Server running" in (thing.name or ""))

    def add_user(self):
        self.press("Users")
        self.press("Add user")
        self.press("Set a first password")
        self.write("Name", "Petra Lindgren")
        self.write("E-mail", USER_MAIL)
        self.write("Password", USER_PASSWORD)
        dialog = self.wait("the dialog", lambda thing: thing.name == "Add user"
                           and thing.getRole() == self.atspi.ROLE_DIALOG)
        button = [thing for thing in self.everything(dialog) if thing.name == "Add user"
                  and thing.getRole() == self.atspi.ROLE_PUSH_BUTTON][0]
        end = time.monotonic() + SLOW
        while not button.getState().contains(self.atspi.STATE_ENABLED) and time.monotonic() < end:
            self.listen(0.2)
        button.queryAction().doAction(0)

    def enrol(self):
        self.press("Set up MFA")
        digits = self.named("Six-digit code")
        url = ""
        end = time.monotonic() + SLOW
        while not url and time.monotonic() < end:  # until the code is on the screen
            self.listen(0.2)
            picture = self.picture("accessibility-scan")
            url = subprocess.run(["zbarimg", "--raw", "-q", picture], capture_output=True, text=True).stdout.strip()
        if not url.startswith("otpauth://totp/"):
            raise SystemExit("no QR code could be read from the picture of the screen")
        secret = urllib.parse.parse_qs(urllib.parse.urlparse(url).query)["secret"][0]
        digits.queryEditableText().setTextContents(self.code(secret, "now"))
        # Typing fires by itself; text set by assistive technology is sent with the button.
        if self.look(lambda thing: thing.name == "I have stored the codes") is None:
            self.press("Continue")
        self.press("I have stored the codes")
        self.press("Continue")
        self.press("Close", self.atspi.ROLE_PUSH_BUTTON)
        return secret

    @staticmethod
    def code(secret, when):
        return subprocess.run(["oathtool", "--totp", "--base32", "--now", when, secret], check=True,
                              capture_output=True, text=True).stdout.strip()

    def post(self, url, path, body):
        certificate = os.path.join(self.vault, "tls", "certificate.pem")
        answer = subprocess.run(["curl", "-sS", "--cacert", certificate, "-H", "Content-Type: application/json",
                                 "--data-binary", "@-", url + path], input=json.dumps(body), text=True,
                                capture_output=True)
        return json.loads(answer.stdout)

    def log_in(self, url, secret):
        first = self.post(url, "/api/auth/login", {"email": USER_MAIL, "password": USER_PASSWORD})
        if not first.get("mfa_required"):
            raise SystemExit("the login asked for no second factor: %s" % first)
        second = self.post(url, "/api/auth/mfa", {"mfa_token": first["mfa_token"],
                                                  "code": self.code(secret, "now + 30 seconds")})
        if not second.get("token"):
            raise SystemExit("no token: %s" % second)

    def events(self):
        self.press("Live events")
        self.wait("the login among the events", lambda thing: "Petra Lindgren" in (thing.name or ""))
        self.picture("accessibility-events")

    def nameless(self):
        """Everything that can be pressed has a name."""
        pressable = (self.atspi.ROLE_PUSH_BUTTON, self.atspi.ROLE_CHECK_BOX, self.atspi.ROLE_RADIO_BUTTON)
        bad = [thing for thing in self.everything(self.application())
               if thing.getRole() in pressable and not thing.name
               and thing.getState().contains(self.atspi.STATE_SHOWING)]
        if bad:
            raise SystemExit("%d buttons without a name: %s" % (len(bad), [str(thing.parent) for thing in bad][:5]))

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            if self.process.wait(SLOW) != 0:
                raise SystemExit("the program did not end well")
        shutil.rmtree(self.folder, ignore_errors=True)


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    missing = [tool for tool in NEEDED if not shutil.which(tool)]
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        missing.append("python3-pyatspi")
    if missing:
        print("skipped, missing: " + ", ".join(missing))
        return 77
    if "SALLYPORT_WALK_INSIDE" not in os.environ:
        return under_a_screen_of_its_own(sys.argv[1:])
    walk = Walk(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else os.getcwd())
    port = free_port()
    try:
        walk.start()
        walk.first_run(port)
        walk.nameless()
        walk.add_user()
        secret = walk.enrol()
        walk.log_in("https://127.0.0.1:%d" % port, secret)
        walk.events()
        walk.nameless()
        walk.end()
    finally:
        if walk.process and walk.process.poll() is None:
            walk.process.kill()
    print("walked: first run, server, user, scanned code, login, events")
    return 0


if __name__ == "__main__":
    sys.exit(main())
