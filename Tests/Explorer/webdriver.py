"""A browser without a window, driven by the WebDriver protocol of the W3C."""

import base64
import json
import pathlib
import socket
import subprocess
import time
import urllib.error
import urllib.request

KEYS = {"enter": "\ue007", "tab": "\ue004", "escape": "\ue00c", "down": "\ue015", "up": "\ue013"}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    """A session of Chromium, for use in a `with` statement."""

    def __init__(self, has_scripts=True, scheme="light"):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={self.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        if scheme == "dark":
            arguments.append("--force-dark-mode")
        # 1 allows scripts of pages, 2 does not.
        settings = {"profile.managed_default_content_settings.javascript": 1 if has_scripts else 2}
        options = {"args": arguments, "prefs": settings}
        self.root = f"http://127.0.0.1:{self.port}"
        self.wait()
        try:
            session = self.request("POST", "/session", {"capabilities": {"alwaysMatch": {
                "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})
        except BaseException:
            self.driver.kill()
            raise
        self.root += f"/session/{session['sessionId']}"

    def wait(self):
        for _ in range(100):
            try:
                if self.request("GET", "/status")["ready"]:
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("chromedriver does not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.request("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()

    def request(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(
            self.root + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def resize(self, width, height):
        """The size of the page itself, which a window may not be small enough for."""
        self.request("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}})

    def open(self, path):
        self.request("POST", "/url", {"url": pathlib.Path(path).resolve().as_uri()})

    def run(self, script, *arguments):
        return self.request("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *keys):
        """Presses keys, each a name or a text."""
        text = "".join(KEYS.get(key, key) for key in keys)
        actions = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.request("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def text(self, selector):
        element = self.request("POST", "/element", {"using": "css selector", "value": selector})
        return self.request("GET", f"/element/{element[ELEMENT]}/text")

    def messages(self):
        return [entry["message"] for entry in self.request("POST", "/se/log", {"type": "browser"})]

    def picture(self, path):
        pathlib.Path(path).write_bytes(base64.b64decode(self.request("GET", "/screenshot")))
