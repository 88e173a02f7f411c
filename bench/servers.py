"""The servers that are measured, ours and those it is held against, and the load that is put on them."""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from newsroom.serving import web_server
from newsroom.testing import found_server, free_port
from newsroom.web import THREADS

HOST = "localhost"
BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}  # as today's browsers send it
CONNECTIONS = 32


def request(
    method: str, address: str, body: str = "", headers: Mapping[str, str] | None = None, port: int = 0
) -> tuple[int, str, Any]:
    """Status, text and headers of an answer, over a connection of its own: any of the processes may answer."""
    line = http.client.HTTPConnection("127.0.0.1", port or settings.PORT, timeout=60)
    try:
        line.request(method, address, body or None, {"Host": f"{HOST}:{settings.PORT}", **(headers or {})})
        response = line.getresponse()
        return response.status, response.read().decode("utf-8", "replace"), response.headers
    finally:
        line.close()


def as_sent(address: str, port: int = 0) -> tuple[bytes, Any]:
    """The very bytes a browser gets, still compressed, and their headers."""
    line = http.client.HTTPConnection("127.0.0.1", port or settings.PORT, timeout=60)
    try:
        line.request("GET", address, headers={"Host": f"{HOST}:{settings.PORT}", **BROWSER})
        response = line.getresponse()
        if response.status != 200:
            raise AssertionError(f"{address} answered {response.status}.")
        return response.read(), response.headers
    finally:
        line.close()


@contextmanager
def running(
    command: Sequence[str], log: Path, address: str, port: int, **more: str
) -> Iterator[subprocess.Popen[bytes]]:
    """A server as long as the block lasts, from when it answers that address; its complaints go into the log."""
    with log.open("wb") as complaints:
        process = subprocess.Popen(
            command, stderr=complaints, stdout=complaints, start_new_session=True, env=os.environ | more
        )
        try:
            until = time.monotonic() + 30
            while True:
                try:
                    if request("GET", address, port=port)[0] == 200:
                        break
                except (OSError, http.client.HTTPException):
                    if time.monotonic() > until or process.poll() is not None:
                        raise AssertionError(f"{command[0]} does not answer:\n{log.read_text()[-2000:]}") from None
                time.sleep(0.01)
            yield process
        finally:
            process.terminate()
            process.wait(30)


@contextmanager
def server(name: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """The production web server of the settings, and of what more the environment says; `name` is its log's."""
    log = Path(settings.DATA_DIR) / f"bench-{name}.log"
    with running(web_server().command, log, "/healthz", settings.PORT, **more) as process:
        yield process


# What both have in common: Debian's settings, and as many requests over one connection as wrk likes to send.
NGINX = """
{loaded} daemon off; pid {directory}/pid; error_log stderr error; worker_processes 2; {user}
events {{ worker_connections 1024; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    client_body_temp_path {directory}/body; proxy_temp_path {directory}/proxy; fastcgi_temp_path {directory}/fastcgi;
    uwsgi_temp_path {directory}/uwsgi; scgi_temp_path {directory}/scgi;
    {servers}
}}
"""
STATIC = """
server {{
    listen 127.0.0.1:{port} reuseport; root {directory}/root; default_type "text/html; charset=utf-8";
    open_file_cache max=1000; open_file_cache_valid 60s;
    add_header Content-Encoding "{encoding}";
}}
"""


@contextmanager
def running_nginx(directory: Path, loaded: str, servers: str, address: str, port: int) -> Iterator[None]:
    user = "user root;" if os.geteuid() == 0 else ""  # its own could not read the directory
    said = NGINX.format(directory=directory, user=user, loaded=loaded, servers=servers)
    (directory / "nginx.conf").write_text(said)
    program = found_server("nginx") or "nginx"
    command = [program, "-c", str(directory / "nginx.conf"), "-e", "stderr", "-p", str(directory)]
    with running(command, directory / "log", address, port):
        yield


@contextmanager
def nginx_with(page: bytes, encoding: str) -> Iterator[int]:
    """nginx with the options that make it fast, and these bytes as its file at /page; gives its port."""
    with tempfile.TemporaryDirectory(prefix="newsroom-nginx-") as name:
        directory, port = Path(name), free_port()
        (directory / "root").mkdir()
        (directory / "root" / "page").write_bytes(page)
        static = STATIC.format(directory=directory, port=port, encoding=encoding)
        with running_nginx(directory, "", static, "/page", port):
            yield port


@contextmanager
def nginx_as_shipped() -> Iterator[int]:
    """nginx with the shipped configuration, before the web server of the settings, which must be up; gives its port."""
    port, module = free_port(), Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    ours = {
        r"\n *listen [^\n]*:80[^\n]*|\n *listen \[[^\n]*|\n *(ssl_reject_|ssl_cert)[^\n]*": "",
        r"\blisten 443 ssl http2 default_server": f"listen 127.0.0.1:{port} default_server reuseport",
        r"\blisten 443 ssl http2": f"listen 127.0.0.1:{port}",
        r"\blisten 80": f"listen 127.0.0.1:{free_port()}",
        r"127\.0\.0\.1:8000": f"127.0.0.1:{settings.PORT}",
        r"server_name news\.example": f"server_name {HOST}",
        r"/srv/newsroom/var": str(settings.DATA_DIR),
        r"#brotli_static on": "brotli_static on" if module.exists() else "#",
    }
    shipped = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    for theirs, our in ours.items():
        shipped, times = re.subn(theirs, our, shipped)
        if not times:
            raise AssertionError(f"deploy/nginx.conf has nothing like {theirs}")
    with tempfile.TemporaryDirectory(prefix="newsroom-nginx-") as name:
        loaded = f"load_module {module};" if module.exists() else ""
        with running_nginx(Path(name), loaded, shipped, "/healthz", port):
            yield port


@contextmanager
def bare_server(page: bytes, headers: Any) -> Iterator[int]:
    """Our web server, as ours is started, around a function that only returns this page; gives its port."""
    with tempfile.TemporaryDirectory(prefix="newsroom-bare-") as name:
        directory, port = Path(name), free_port()
        (directory / "body").write_bytes(page)
        said = [one for one in headers.items() if one[0].lower() not in {"date", "content-length"}]
        (directory / "headers.json").write_text(json.dumps(said))
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws", "--no-access-log"]
        command += ["--workers", str(settings.WEB_PROCESSES), "--blocking-threads", str(THREADS)]
        command += ["--host", "127.0.0.1", "--port", str(port), "bench.bare:application"]
        with running(command, directory / "log", "/", port, BARE_PAGE=name):
            yield port


@contextmanager
def varnish() -> Iterator[int]:
    """Varnish as it is shipped, before the web server of the settings, which must be up; gives its port."""
    shipped = (settings.BASE_DIR / "deploy" / "varnish.vcl").read_text()
    ours = {'.port = "8000"': f'.port = "{settings.PORT}"', "Host: news.example": f"Host: {HOST}"}
    for theirs, our in ours.items():
        if theirs not in shipped:
            raise AssertionError(f"deploy/varnish.vcl has no line {theirs}")
        shipped = shipped.replace(theirs, our)
    with tempfile.TemporaryDirectory(prefix="newsroom-varnish-") as name:
        directory, port = Path(name), free_port()
        (directory / "newsroom.vcl").write_text(shipped)
        command = f"-F -n {name} -a 127.0.0.1:{port} -f {name}/newsroom.vcl -p http_gzip_support=off -s malloc,256m"
        alone = "-j none" if os.geteuid() == 0 else ""  # its own user could not read the directory
        program = [found_server("varnishd") or "varnishd", *alone.split(), *command.split()]
        with running(program, directory / "log", "/healthz", port):
            yield port


@dataclass(frozen=True)
class Load:
    """What a second of wrk came to: requests, and milliseconds that 99 of 100 were answered in."""

    rate: float
    p99: float


# wrk's own report rounds; this is what it knows.
DONE = """
done = function(summary, latency, requests)
  local wrong = summary.errors
  io.write(string.format("figures %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99),
    wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
"""


def wrk(port: int, address: str, seconds: int) -> Load:
    """As many requests as the server answers over 32 connections. Raises AssertionError when one went wrong."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(DONE)
        script.flush()
        headers = {"Host": f"{HOST}:{settings.PORT}", **BROWSER}
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", script.name]
        command += [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
        done = subprocess.run(
            [*command, f"http://127.0.0.1:{port}{address}"], capture_output=True, text=True, check=True
        )
    found = re.search(r"^figures (\d+) (\d+) (\d+) (\d+)$", done.stdout, re.M)
    assert found, done.stdout
    requests, microseconds, p99, wrong = (int(one) for one in found.groups())
    if wrong:
        raise AssertionError(f"{wrong} of {requests} answers of {address} went wrong.")
    return Load(requests / microseconds * 1e6, p99 / 1000)
