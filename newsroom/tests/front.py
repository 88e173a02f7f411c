"""The shipped nginx and Varnish as servers of a test, on ports of their own, and who asks them."""

import http.client
import re
import socket
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from newsroom.serving import end_with_parent
from newsroom.testing import found_server, free_port
from newsroom.tests.test_worker import until

SITE = "news.example"  # the name in the shipped configurations


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def cache(self) -> str:
        return self.headers.get("X-Cache", "")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """A shipped configuration with places and ports of this test. What it replaces must be there."""
    for pattern, replacement in changes:
        text, times = re.subn(pattern, replacement, text)
        assert times, f"{pattern} is not in the shipped configuration"
    return text


def run(
    command: list[str | Path], port: int, log: Path, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start a server, which ends with us however we end, and return when it listens."""
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=file, env=environment, start_new_session=True, preexec_fn=end_with_parent
        )

    def listening() -> bool:
        assert process.poll() is None, log.read_text()
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    until(listening)
    return process


def program(name: str) -> str:
    path = found_server(name)
    assert path, f"{name} is missing; on Debian: apt install nginx varnish varnish-modules"
    return path


class VarnishServer:
    """The shipped configuration, asking an application at that port."""

    def __init__(self, directory: Path, application: int) -> None:
        self.directory, self.port = directory, free_port()
        self.process: subprocess.Popen[bytes] | None = None
        (directory / "newsroom.vcl").write_text(
            changed(
                (settings.BASE_DIR / "deploy/varnish.vcl").read_text(),
                (r'\.port = "8000"', f'.port = "{application}"'),
                (r"\.interval = 2s", ".interval = 0.2s"),
            )
        )

    def up(self) -> None:
        if self.process is None:
            command: list[str | Path] = [
                *(program("varnishd"), "-F", "-j", "none", "-n", self.directory / "state"),
                *("-a", f"127.0.0.1:{self.port}", "-f", self.directory / "newsroom.vcl"),
                *("-p", "http_gzip_support=off", "-s", "malloc,32m"),
            ]
            self.process = run(command, self.port, self.directory / "varnish.log")

    def down(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(20)
            self.process = None

    def is_well(self, expected: bool) -> bool:
        """Whether it has thought so of the application for three probes, or does not think so."""
        command: list[str | Path] = ["varnishadm", "-n", self.directory / "state", "backend.list"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        state = listed.rpartition("newsroom")[2].split()
        return "3/3" in state if expected else "sick" in state


class NginxServer:
    """The shipped configuration, on ports of its own, with a certificate that nobody signed."""

    def __init__(self, directory: Path, application: int, varnish: int, data_dir: Path) -> None:
        self.directory, self.port, self.plain_port = directory, free_port(), free_port()
        self.process: subprocess.Popen[bytes] | None = None
        subprocess.run(
            [*("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"),
             *("-keyout", directory / "privkey.pem", "-out", directory / "fullchain.pem", "-subj", f"/CN={SITE}")],
            check=True, capture_output=True,
        )  # fmt: skip
        module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
        self.has_brotli = module.exists()
        site = changed(
            (settings.BASE_DIR / "deploy/nginx.conf").read_text(),
            (r"\n *listen \[::\]:[^\n]*", ""),
            (r"listen 443", f"listen 127.0.0.1:{self.port}"),
            (r"listen 80", f"listen 127.0.0.1:{self.plain_port}"),
            (r"127\.0\.0\.1:8000", f"127.0.0.1:{application}"),
            (r"127\.0\.0\.1:6081", f"127.0.0.1:{varnish}"),
            (rf"/etc/letsencrypt/live/{SITE}", str(directory)),
            (r"/srv/newsroom/var", str(data_dir)),
            (r"#brotli_static on", "brotli_static on" if self.has_brotli else "#"),
        )
        (directory / "site.conf").write_text(site)
        temporary = "".join(f"{name}_temp_path {directory}/{name};" for name in ("client_body", "proxy"))
        (directory / "nginx.conf").write_text(
            f"{f'load_module {module};' if self.has_brotli else ''} user root; daemon off; worker_processes 1;"
            f"pid {directory}/nginx.pid; error_log {directory}/errors.log; events {{ worker_connections 2048; }}"
            f"http {{ include /etc/nginx/mime.types; access_log off; gzip on; {temporary}"
            f"include {directory}/site.conf; }}"
        )

    def up(self) -> None:
        if self.process is None:
            command: list[str | Path] = [
                program("nginx"),
                "-e",
                self.directory / "errors.log",
                "-c",
                self.directory / "nginx.conf",
            ]
            self.process = run(command, self.port, self.directory / "nginx.log")

    def down(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(20)
            self.process = None


UNSIGNED = ssl._create_unverified_context()


def connected(port: int) -> ssl.SSLSocket:
    """A connection to nginx, as a browser opens it."""
    return UNSIGNED.wrap_socket(socket.create_connection(("127.0.0.1", port), 30), server_hostname=SITE)


class Client:
    """Sends requests to one of the servers."""

    def __init__(self, port: int, *, tls: bool = False) -> None:
        self.port, self.tls = port, tls

    def __call__(self, address: str, method: str = "GET", body: bytes = b"", /, **headers: str) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port)
        line.sock = connected(self.port) if self.tls else socket.create_connection(("127.0.0.1", self.port), 30)
        named = {"Host": SITE} | {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            line.putrequest(method, address, skip_host=True, skip_accept_encoding=True)
            if body or method == "POST":
                named["Content-Length"] = str(len(body))
            for name, value in named.items():
                line.putheader(name, value)
            line.endheaders(body or None)
            response = line.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            line.close()
