#!/usr/bin/env python3
"""Measures how fast `parallax serve` answers, one request after another and from many open tabs at once.

usage: serve_latency.py --parallax PROGRAM PATH...     reads PATH... into a project of its own and serves that

A tab is a connection that is kept open, as a browser keeps it. Prints milliseconds.
"""
import http.client
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time

TABS = 16
TURNS = 20


def seconds(connection, path):
    begun = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, f"{path}: {answer.status}"
    return time.perf_counter() - begun


def paths_of(port):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/api/v1/articles")
    articles = json.load(connection.getresponse())
    two = "&".join(f"article={article['id']}" for article in articles[:2])
    return ["/", "/app.js", "/api/v1/project", "/api/v1/articles", "/api/v1/questions?verdict=conflict", f"/api/v1/compare?{two}",
            f"/api/v1/articles/{articles[0]['id']}", "/api/v1/search?q=the"]


def measure(port):
    paths = paths_of(port)
    tabs = [http.client.HTTPConnection("127.0.0.1", port, timeout=60) for _ in range(TABS)]
    for tab in tabs:
        seconds(tab, paths[0])
    print(f"{TABS} tabs are open and idle; one more asks:")
    for path in paths:
        times = [1000 * seconds(http.client.HTTPConnection("127.0.0.1", port), path) for _ in range(TURNS)]
        print(f"  {statistics.median(times):7.1f}  (slowest {max(times):.1f})  {path.split('?')[0]}")
    times = []

    def ask_all(tab):
        times.extend(1000 * seconds(tab, path) for _ in range(5) for path in paths)

    threads = [threading.Thread(target=ask_all, args=(tab,)) for tab in tabs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    print(f"{TABS} tabs ask at once, {len(times)} requests: median {statistics.median(times):.1f}, "
          f"19 of 20 within {times[len(times) * 19 // 20]:.1f}, slowest {times[-1]:.1f}")


def main():
    if len(sys.argv) < 4 or sys.argv[1] != "--parallax":
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[2]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        project = f"{folder}/p.plx"
        subprocess.run([program, "-q", "add", project, *sys.argv[3:]], check=True)
        server = subprocess.Popen([program, "-q", "serve", project, "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            address = server.stdout.readline()
            measure(int(address.rstrip("/\n").rsplit(":", 1)[1]))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
