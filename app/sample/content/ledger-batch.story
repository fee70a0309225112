%%% repository ledger-batch henrik -55d Nightly settlement files and their checks
%%% associate ledger-batch one-reviewer
%%% commit main henrik -55d Settlement files from the journal
%%% file README.md
# ledger-batch

Reads the day's journal, converts it to the settlement currency and writes one file for each bank.

Runs at 02:00 from a systemd timer. A run that stops leaves nothing half written.
%%% file pyproject.toml
[project]
name = "ledger-batch"
version = "1.4.0"
requires-python = ">=3.10"
dependencies = []

[tool.ruff]
line-length = 100
%%% file ledger_batch/__init__.py
"""Settlement files."""
%%% file ledger_batch/rates.py
"""Exchange rates of one day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Rate:
    currency: str
    day: date
    value: Decimal


class Rates:
    def __init__(self, rates: list[Rate]) -> None:
        self._rates = {(rate.currency, rate.day): rate for rate in rates}

    def find(self, currency: str, day: date) -> Rate | None:
        return self._rates.get((currency, day))
%%% file ledger_batch/batch.py
"""One night's run."""

import logging
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ledger_batch.rates import Rates

log = logging.getLogger(__name__)


class Payment:
    def __init__(self, key: str, amount: Decimal, currency: str) -> None:
        self.key = key
        self.amount = amount
        self.currency = currency


def convert(payments: Iterable[Payment], rates: Rates, day: date) -> list[tuple[str, Decimal]]:
    """The amounts in the settlement currency, in the order given."""
    result = []
    for payment in payments:
        rate = rates.find(payment.currency, day)
        if rate is None:
            log.warning("no rate for %s", payment.currency)
            continue
        result.append((payment.key, payment.amount * rate.value))
    return result
%%% file tests/test_batch.py
from datetime import date
from decimal import Decimal

from ledger_batch.batch import Payment, convert
from ledger_batch.rates import Rate, Rates

DAY = date(2026, 9, 1)


def test_converts_in_order() -> None:
    rates = Rates([Rate("EUR", DAY, Decimal("1.1")), Rate("SEK", DAY, Decimal("0.1"))])
    payments = [Payment("a", Decimal(10), "SEK"), Payment("b", Decimal(1), "EUR")]
    assert convert(payments, rates, DAY) == [("a", Decimal("1.0")), ("b", Decimal("1.1"))]
%%% file data/banks.csv
bank,format,deadline
Nordhamn,mt940,05:00
Ostkust,camt.053,05:30
Sydbank,camt.053,06:00
%%% commit main priya -47d Write each file beside its target, then rename it
%%% file ledger_batch/files.py
"""Files that are written whole or not at all."""

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    beside = path.with_suffix(path.suffix + ".part")
    with open(beside, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(beside, path)
%%% branch settle-twice main ada -20d
%%% commit settle-twice ada -20d Never settle a payment twice
%%% edit ledger_batch/batch.py
%%% old
    result = []
    for payment in payments:
%%% new
    result = []
    seen: set[str] = set()
    for payment in payments:
        if payment.key in seen:
            continue
        seen.add(payment.key)
%%% open twice settle-twice main ada -20d Never settle a payment twice
A replayed write can stand in the journal twice with the same key.
%%% approve twice henrik -19d
%%% merge twice ada -19d fast-forward
%%% branch drop-310 main tomas -15d
%%% commit drop-310 tomas -15d Drop Python 3.10
%%% edit pyproject.toml
%%% old
requires-python = ">=3.10"
%%% new
requires-python = ">=3.12"
%%% open drop drop-310 main tomas -15d Drop Python 3.10
%%% comment drop henrik -14d
The two old banks' machines still run it until spring. Let us come back to this then.
%%% close drop tomas -14d
%%% branch stop-at-bad-rate main grace -2d
%%% commit stop-at-bad-rate grace -2d Night batch: stop at the first bad rate
A payment without a rate was left out with a warning that nobody read.
%%% edit ledger_batch/batch.py
%%% old
        if rate is None:
            log.warning("no rate for %s", payment.currency)
            continue
        result.append((payment.key, payment.amount * rate.value))
%%% new
        if rate is None:
            raise MissingRate(payment.currency, day)
        if rate.value <= 0:
            raise BadRate(rate)
        result.append((payment.key, payment.amount * rate.value))
%%% edit ledger_batch/batch.py
%%% old
class Payment:
%%% new
class MissingRate(Exception):
    """No rate is known for a currency on that day."""


class BadRate(Exception):
    """A rate that cannot be right."""


class Payment:
%%% open badrate stop-at-bad-rate main grace -2d Night batch: stop at the first bad rate
The run stops before anything is written, and the page that wakes somebody names the currency.
%%% reviewers badrate priya
%%% branch iso-4217 main yuki -8h
%%% commit iso-4217 yuki -8h Bring the whole currency table along
%%% generate data/rates-history.csv rates 40000
%%% edit README.md
%%% old
Runs at 02:00 from a systemd timer. A run that stops leaves nothing half written.
%%% new
`data/rates-history.csv` holds every rate since the first run; `tools/extend_rates.py` appends a day.

Runs at 02:00 from a systemd timer. A run that stops leaves nothing half written.
%%% file tools/extend_rates.py executable
#!/usr/bin/env python3
"""Appends one day to the history of rates."""

import sys


def main() -> int:
    with open("data/rates-history.csv", "a", encoding="utf-8") as history:
        for line in sys.stdin:
            history.write(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
%%% open rates iso-4217 main yuki -8h Keep the history of rates in the repository
40,000 lines, but they never change again. The batch can then be replayed for any day.
%%% reviewers rates grace
%%% comment rates henrik -6h
Large, though it compresses well. I would take it.
