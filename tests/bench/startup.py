# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: Apache-2.0
"""Time from exec to the first painted window, for several programs in turn, each in a fresh virtual screen.

A window counts as painted when it is viewable, larger than 400 x 300, and its picture holds at least 16 colours.
The programs take turns, so that what the machine does meanwhile hits all alike.
"""

import os
import shutil
import signal
import subprocess
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


def memory_of(group):
    """MiB in memory of all processes of a process group."""
    total = 0
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            if os.getpgid(int(entry)) != group:
                continue
            with open(f"/proc/{entry}/status", encoding="ascii", errors="replace") as status:
                total += sum(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
        except (OSError, ValueError):
            continue
    return total / 1024


def measure(number, command, home=None, stay=0.0, limit=30.0):
    """(seconds to the first painted window, MiB after `stay` more seconds); None for what could not be found out."""
    made = None
    if home is None:
        home = made = tempfile.mkdtemp(prefix="bench-home-")
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
        environment = dict(os.environ, DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", HOME=home)
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
        memory = None
        if stay > 0 and elapsed is not None:
            end = time.monotonic() + stay
            while time.monotonic() < end:
                memory = max(memory or 0, memory_of(program.pid))
                time.sleep(0.2)
        os.killpg(program.pid, signal.SIGTERM)
        try:
            program.wait(3)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
        connection.close()
        return elapsed, memory
    finally:
        screen.terminate()
        screen.wait()
        if made:
            shutil.rmtree(made, ignore_errors=True)


def in_turn(rounds, programs, home=None):
    """Seconds of each round, by name; `programs` maps names to commands. The first turn only fills the page cache."""
    times = {name: [] for name in programs}
    number = 0
    for turn in range(rounds + 1):
        for name, command in programs.items():
            number = (number + 1) % 9
            elapsed, _ = measure(90 + number, command, home)
            if turn > 0 and elapsed is not None:
                times[name].append(elapsed)
    return times
