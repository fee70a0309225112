#!/usr/bin/env python3
# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: Apache-2.0
"""Time from exec to the first painted window, for several programs in turn, each in a fresh virtual screen.

usage: startup.py ROUNDS NAME=COMMAND… (a command is split at spaces)

A window counts as painted when it is viewable, larger than 400 x 300, and its picture holds at least 16 colours.
The programs take turns, so that what the machine does meanwhile hits all alike. Prints minimum, median and maximum.
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display, error


def painted(root):
    """Whether some window of the screen shows a picture."""
    for window in root.query_tree().children:
        try:
            geometry = window.get_geometry()
            if geometry.width < 400 or geometry.height < 300:
                continue
            if window.get_attributes().map_state != X.IsViewable:
                continue
            picture = window.get_image(0, 0, min(geometry.width, 1200), min(geometry.height, 700), X.ZPixmap, 0xFFFFFFFF)
        except error.XError:
            continue
        data = picture.data if isinstance(picture.data, bytes) else picture.data.encode("latin-1")
        # Every 97th pixel is enough to tell a picture from a plain fill.
        if len({data[i : i + 3] for i in range(0, len(data) - 4, 4 * 97)}) >= 16:
            return True
    return False


def measure(number, command, limit=30.0):
    home = tempfile.mkdtemp(prefix="bench-home-")
    screen = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        connection = None
        for _ in range(500):
            try:
                connection = display.Display(f":{number}")
                break
            except (error.DisplayConnectionError, FileNotFoundError, ConnectionRefusedError):
                time.sleep(0.01)
        if connection is None:
            raise SystemExit("no virtual screen")
        root = connection.screen().root
        environment = dict(os.environ, DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", HOME=os.environ.get("BENCH_HOME", home))
        environment.pop("WAYLAND_DISPLAY", None)
        started = time.monotonic()
        program = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        elapsed = None
        while time.monotonic() - started < limit:
            if painted(root):
                elapsed = time.monotonic() - started
                break
            time.sleep(0.005)
        os.killpg(program.pid, signal.SIGTERM)
        try:
            program.wait(3)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
        connection.close()
        return elapsed
    finally:
        screen.terminate()
        screen.wait()


def main():
    rounds = int(sys.argv[1])
    programs = [argument.split("=", 1) for argument in sys.argv[2:]]
    times = {name: [] for name, _ in programs}
    number = 90
    for turn in range(rounds + 1):
        for name, command in programs:
            number = 90 + (number - 89) % 9
            elapsed = measure(number, command.split())
            # The first turn only fills the page cache.
            if turn > 0 and elapsed is not None:
                times[name].append(elapsed)
    for name, values in times.items():
        if values:
            print(f"{name:12} min {min(values):.3f} s  median {statistics.median(values):.3f} s  max {max(values):.3f} s")
        else:
            print(f"{name:12} opened no painted window")


main()
