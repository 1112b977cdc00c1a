"""A headless browser, and the packages of PyPI that checks need, installed where they are not.

Chromium and its driver come from Debian, selenium and the rules of axe from PyPI, into the virtual environment .build/venv.
"""
import base64
import fcntl
import os
import pathlib
import shutil
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = ROOT / ".build" / "venv"


def enter(modules: list, packages: list, without_dependencies: tuple = ()) -> None:
    """Goes on in a virtual environment that has the packages; at once where it is there already."""
    import importlib.util
    if all(importlib.util.find_spec(module) for module in modules):
        return
    script = pathlib.Path(sys.argv[0]).name
    if os.environ.get("TILSYN_VENV") == str(HOME):
        sys.exit(f"{script}: {HOME} lacks one of {', '.join([*packages, *without_dependencies])}")
    python = HOME / "bin" / "python3"
    HOME.parent.mkdir(exist_ok=True)
    # Checks run beside each other, and the first makes the environment for all.
    with open(HOME.parent / "venv.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not python.exists():
            venv.create(HOME, with_pip=True)
        for names, flags in ((packages, []), (without_dependencies, ["--no-deps"])):
            if not names:
                continue
            done = subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *flags, *names],
                                  capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"{script}: cannot install {' '.join(names)}: {done.stderr.strip().splitlines()[-1:]}")
    os.execve(python, [str(python), "-B", *sys.argv], {**os.environ, "TILSYN_VENV": str(HOME)})


def install() -> None:
    """Has Debian's Chromium and its driver installed where they are not."""
    if shutil.which("chromium") and shutil.which("chromedriver"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"]):
            subprocess.run(["apt-get", "-q", *words], capture_output=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        sys.exit(f"{pathlib.Path(sys.argv[0]).name}: needs Chromium and its driver: apt-get install chromium chromium-driver")


class Browser:
    """Chromium without a window, of a given width, in light or dark."""

    def __init__(self):
        from selenium import webdriver
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        # A busy machine is slow; what hangs is ended by whoever runs the checks.
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        self.driver.set_script_timeout(300)
        self.driver.set_page_load_timeout(300)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def tell(self, command: str, **values):
        return self.driver.execute_cdp_cmd(command, values)

    def look(self, width: int, height: int = 900, dark: bool = False, scripts: bool = True) -> None:
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.tell("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.tell("Emulation.setScriptExecutionDisabled", value=not scripts)

    def open(self, page: pathlib.Path) -> None:
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get(page.resolve().as_uri())

    def run(self, code: str, *values):
        return self.driver.execute_script(code, *values)

    def complaints(self) -> list:
        """What the page made the browser say: errors, and what the policy of content refused."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def screenshot(self, to: pathlib.Path) -> None:
        to.write_bytes(base64.b64decode(self.tell("Page.captureScreenshot", format="png")["data"]))

    def print(self, to: pathlib.Path) -> None:
        to.write_bytes(base64.b64decode(self.tell("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]))


def axe_rules() -> str:
    """The rules of accessibility, as code for a page."""
    import importlib.util
    folder = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    return (folder / "axe.min.js").read_text()
