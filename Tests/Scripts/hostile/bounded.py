"""Runs a command with as little memory and processor time as a small server has to give."""
import contextlib
import dataclasses
import os
import pathlib
import resource
import signal
import subprocess
import tempfile

# A sanitizer takes terabytes of addresses for itself (-1: no limit), and more time.
ADDRESS_SPACE = int(os.environ.get("HOSTILE_ADDRESS_SPACE", 1 << 30))
SECONDS = int(os.environ.get("HOSTILE_SECONDS", 20))


@contextlib.contextmanager
def place():
    """A folder for one input, removed afterwards however deep it has become."""
    folder = tempfile.mkdtemp(prefix="hostile-")
    try:
        yield pathlib.Path(folder)
    finally:
        subprocess.run(["rm", "-rf", folder], check=False)


@dataclasses.dataclass
class Run:
    """How a command ended: its exit code, or 128 and the number of the signal that ended it."""
    code: int
    out: str
    err: str
    seconds: float
    kibibytes: int

    @property
    def text(self) -> str:
        return self.out + self.err

    @property
    def is_crash(self) -> bool:
        return self.code >= 128


def run(words: list, folder=None, environment: dict | None = None, seconds: int = SECONDS,
        space: int = ADDRESS_SPACE) -> Run:
    """Never raises for what the command does. `seconds` are of the processor."""

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([str(word) for word in words], cwd=folder, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=err, preexec_fn=limit, env={**os.environ, **(environment or {})})
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = 0  # waited for
        code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)

        def text(file) -> str:
            file.seek(0)
            return file.read(4 << 20).decode(errors="replace")

        return Run(code, text(out), text(err), used.ru_utime + used.ru_stime, used.ru_maxrss)


def name(code: int) -> str:
    """An exit code, as a person says it."""
    if code < 128:
        return f"exit {code}"
    try:
        return signal.Signals(code - 128).name
    except ValueError:
        return f"exit {code}"
