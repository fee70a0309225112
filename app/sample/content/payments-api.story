%%% repository payments-api grace -60d Payment writes, journal and client library
%%% associate payments-api release-team security
%%% commit main ada -59d Start the payments API
A skeleton that builds: the transport interface, a status type and one test.
%%% file README.md
# payments-api

Accepts payment writes, keeps a durable journal, and hands them to the ledger.
Clients retry safely: every write carries an `Idempotency-Key` and the server
answers a repeat with the first result.

## Build and test

```sh
cmake --preset dev && cmake --build --preset dev
ctest --preset dev --output-on-failure
```

## Layout

| folder | what |
|---|---|
| `src/client` | the client library: transport, retries, keys |
| `src/journal` | the journal that outlives a crash |
| `src/server` | the service itself |
| `tools` | small programs for whoever is on call |

- [x] Durable journal
- [x] Idempotent writes
- [ ] Sharded journal
%%% file LICENSE
Copyright Harbour Payments, an invented company. Sample content that comes with Countersign.
%%% file .gitignore
/build/
*.o
compile_commands.json
%%% file .clang-format
BasedOnStyle: LLVM
ColumnLimit: 100
%%% file CMakeLists.txt
cmake_minimum_required(VERSION 3.28)
project(payments LANGUAGES CXX)

set(CMAKE_CXX_STANDARD 23)

add_library(payments
    src/client/legacy_backoff.cpp
    src/client/retry_policy.cpp
    src/client/write_client.cpp
    src/journal/journal.cpp)
target_include_directories(payments PUBLIC src)

enable_testing()
add_executable(retry_test tests/client/retry_test.cpp)
target_link_libraries(retry_test PRIVATE payments)
add_test(NAME retry COMMAND retry_test)
%%% file src/client/status.h
#pragma once

#include <string>

namespace payments {

enum class Code { Ok, Conflict, Unavailable, Timeout, Rejected };

/// What the server said about one write.
class Status {
public:
    Status(Code code, std::string text = {}) : code_(code), text_(std::move(text)) {}

    Code code() const { return code_; }
    const std::string &text() const { return text_; }
    bool ok() const { return code_ == Code::Ok; }

private:
    Code code_;
    std::string text_;
};

} // namespace payments
%%% file src/client/retry_policy.h
#pragma once

#include "client/status.h"

#include <chrono>

namespace payments {

using Millis = std::chrono::milliseconds;

/// Decides whether a failed request is sent again, and how long to wait before it.
class RetryPolicy {
public:
    /// True when another attempt may succeed.
    bool retryable(const Status &st) const;
    /// How long to wait before the given attempt, counted from one.
    Millis delayFor(int attempt) const;
    bool exhausted(int attempt) const;
    void reset();

private:
    int attempts_ = 0;
};

} // namespace payments
%%% file src/client/retry_policy.cpp
// The retry policy of the payments client.
//
// A request that failed is sent again only where that is safe, a bounded
// number of times, and later each time.

#include "client/retry_policy.h"

#include <cmath>

namespace payments {

namespace {
constexpr int kMaxAttempts = 3;
constexpr auto kBaseDelay = 200ms;
} // namespace

bool RetryPolicy::exhausted(int attempt) const {
  return attempt >= kMaxAttempts;
}

void RetryPolicy::reset() {
  attempts_ = 0;
}

// Only a server that could not be reached is worth another attempt: every
// other answer would be the same the second time.
//
// A conflict in particular means that the write is already in the journal,
// and the caller gets the first result.
bool RetryPolicy::retryable(const Status& st) const {
  return st.code() == Code::Unavailable;
}

Millis RetryPolicy::delayFor(int attempt) const {
  const double factor = std::pow(2.0, attempt);
  return Millis(kBaseDelay.count() * factor);
}

} // namespace payments
%%% file src/client/legacy_backoff.cpp
// Kept for the clients of the first version. New code uses RetryPolicy.

#include <chrono>
#include <thread>

namespace payments::legacy {

namespace {
int g_failures = 0;
}

void noteFailure() {
  ++g_failures;
}

void noteSuccess() {
  g_failures = 0;
}

std::chrono::milliseconds backoff() {
  if (g_failures == 0)
    return std::chrono::milliseconds(0);
  if (g_failures == 1)
    return std::chrono::milliseconds(100);
  if (g_failures == 2)
    return std::chrono::milliseconds(500);
  return std::chrono::seconds(2);
}

void sleepBeforeRetry() {
  std::this_thread::sleep_for(backoff());
}

} // namespace payments::legacy
%%% file src/client/write_client.h
#pragma once

#include "client/retry_policy.h"
#include "client/transport.h"

#include <string>

namespace payments {

/// Sends payment writes. One object serves one thread.
class WriteClient {
public:
    explicit WriteClient(Transport &transport);

    /// Sends the body and returns what the server said in the end.
    Status write(const std::string &body);

private:
    Transport &transport_;
    RetryPolicy policy_;
};

} // namespace payments
%%% file src/client/write_client.cpp
#include "client/write_client.h"

#include <thread>

namespace payments {

WriteClient::WriteClient(Transport &transport) : transport_(transport) {}

Status WriteClient::write(const std::string &body) {
  Status last(Code::Unavailable, "not sent");
  for (int attempt = 0; !policy_.exhausted(attempt); ++attempt) {
    last = transport_.post("/v1/writes", body);
    if (last.ok() || !policy_.retryable(last))
      return last;
    std::this_thread::sleep_for(policy_.delayFor(attempt));
  }
  return last;
}

} // namespace payments
%%% file src/client/transport.h
#pragma once

#include "client/status.h"

#include <string>

namespace payments {

/// The way to the server; tests bring their own.
class Transport {
public:
    virtual ~Transport() = default;
    virtual Status post(const std::string &path, const std::string &body) = 0;
};

} // namespace payments
%%% file src/journal/journal.h
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace payments {

struct Entry {
    std::uint64_t sequence = 0;
    std::string key;
    std::string body;
    bool acknowledged = false;
};

/// Writes that were accepted and are not in the ledger yet. Survives a crash.
class Journal {
public:
    explicit Journal(std::string folder);

    std::uint64_t append(const std::string &key, const std::string &body);
    std::optional<Entry> next();
    void acknowledge(std::uint64_t sequence);
    std::vector<Entry> pending(int limit) const;

private:
    std::string folder_;
    std::vector<Entry> entries_;
    std::size_t cursor_ = 0;
};

} // namespace payments
%%% file src/journal/journal.cpp
#include "journal/journal.h"

namespace payments {

Journal::Journal(std::string folder) : folder_(std::move(folder)) {}

std::uint64_t Journal::append(const std::string &key, const std::string &body) {
  const std::uint64_t sequence = entries_.size() + 1;
  entries_.push_back({sequence, key, body, false});
  return sequence;
}

std::optional<Entry> Journal::next() {
  while (cursor_ < entries_.size()) {
    const Entry &entry = entries_[cursor_++];
    if (!entry.acknowledged)
      return entry;
  }
  return std::nullopt;
}

void Journal::acknowledge(std::uint64_t sequence) {
  if (sequence == 0 || sequence > entries_.size())
    return;
  entries_[sequence - 1].acknowledged = true;
}

std::vector<Entry> Journal::pending(int limit) const {
  std::vector<Entry> found;
  for (const Entry &entry : entries_) {
    if (static_cast<int>(found.size()) == limit)
      break;
    if (!entry.acknowledged)
      found.push_back(entry);
  }
  return found;
}

} // namespace payments
%%% file tests/client/retry_test.cpp
#include "client/retry_policy.h"

#include <cassert>

using namespace payments;

int main() {
  RetryPolicy policy;
  assert(policy.retryable(Status(Code::Unavailable)));
  assert(!policy.retryable(Status(Code::Rejected)));
  assert(policy.delayFor(0) == Millis(200));
  assert(policy.delayFor(1) == Millis(400));
  assert(policy.exhausted(3));
}
%%% file tests/fake_clock.h
#pragma once

#include <chrono>

/// A clock that a test moves by hand.
class FakeClock {
public:
    using Time = std::chrono::steady_clock::time_point;

    Time now() const { return now_; }
    void advance(std::chrono::milliseconds by) { now_ += by; }

    /// Waits by moving the clock, so that no test ever sleeps.
    void sleep(std::chrono::milliseconds by) { advance(by); }

private:
    Time now_{};
};
%%% file docs/retries.md
# Retries

A write is sent at most three times. The wait before an attempt doubles each
time and starts at 200 ms.

## What is retried

Only `Unavailable`. Every other status would be the same the second time.

## What is not

A `Conflict` is an answer: the write is in the journal already.
%%% commit main henrik -52d Release 2.6.0
%%% edit CMakeLists.txt
%%% old
project(payments LANGUAGES CXX)
%%% new
project(payments VERSION 2.6.0 LANGUAGES CXX)
%%% tag v2.6.0 henrik -52d Release 2.6.0
%%% commit main ada -44d Add the replay tool
For the night when the ledger is away for longer than the journal likes.
%%% file tools/replay_writes.py executable
#!/usr/bin/env python3
"""Replays what the journal still holds."""

import argparse
from dataclasses import dataclass

from payments import Conflict, Journal, WriteClient


@dataclass(frozen=True)
class Outcome:
    replayed: int = 0
    failed: int = 0


def replay(journal: Journal, client: WriteClient, *, limit: int) -> Outcome:
    """Send each pending entry once."""
    replayed = failed = 0
    for entry in journal.pending(limit=1000):
        try:
            client.write(entry.body)
        except TimeoutError:
            failed += 1
            break
        journal.acknowledge(entry)
        replayed += 1
    return Outcome(replayed, failed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("journal")
    parser.add_argument("--limit", type=int, default=1000)
    options = parser.parse_args()
    outcome = replay(Journal(options.journal), WriteClient(), limit=options.limit)
    print(f"{outcome.replayed} replayed, {outcome.failed} failed")
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
%%% file tools/export_ledger.py executable
#!/usr/bin/env python3
"""Writes the ledger's view of the journal as CSV to standard output."""

import csv
import sys

from payments import Ledger


def main() -> int:
    writer = csv.writer(sys.stdout)
    writer.writerow(["sequence", "key", "amount", "currency"])
    for row in Ledger().rows():
        writer.writerow([row.sequence, row.key, row.amount, row.currency])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
%%% commit main tomas -38d Limit one run of the replay tool
%%% edit tools/replay_writes.py
%%% old
    for entry in journal.pending(limit=1000):
%%% new
    for entry in journal.pending(limit=limit):
%%% branch journal-compaction main noor -31d
%%% commit journal-compaction noor -31d Journal: read segments through one cursor
%%% edit src/journal/journal.cpp
%%% old
std::optional<Entry> Journal::next() {
  while (cursor_ < entries_.size()) {
    const Entry &entry = entries_[cursor_++];
    if (!entry.acknowledged)
      return entry;
  }
  return std::nullopt;
}
%%% new
std::optional<Entry> Journal::next() {
  for (; cursor_ < entries_.size(); ++cursor_) {
    if (!entries_[cursor_].acknowledged)
      return entries_[cursor_++];
  }
  return std::nullopt;
}
%%% commit journal-compaction noor -30d Compact the journal while it is being read
%%% edit src/journal/journal.h
%%% old
    std::vector<Entry> pending(int limit) const;

%%% new
    std::vector<Entry> pending(int limit) const;
    /// Forgets acknowledged entries before the cursor. Safe while reading.
    void compact();

%%% edit src/journal/journal.cpp
%%% old
std::vector<Entry> Journal::pending(int limit) const {
%%% new
void Journal::compact() {
  for (std::size_t i = 0; i < cursor_; ++i) {
    if (entries_[i].acknowledged)
      entries_[i].body.clear();
  }
}

std::vector<Entry> Journal::pending(int limit) const {
%%% open compaction journal-compaction main noor -30d Journal compaction
The journal kept the bodies of writes that the ledger has long had. It now lets go of them, also while
somebody reads.
%%% approve compaction henrik -29d
%%% approve compaction priya -29d
%%% approve compaction mirela -29d
%%% merge compaction henrik -29d three-way Merge #1: journal compaction
%%% commit main henrik -28d Release 2.7.0
%%% edit CMakeLists.txt
%%% old
project(payments VERSION 2.6.0 LANGUAGES CXX)
%%% new
project(payments VERSION 2.7.0 LANGUAGES CXX)
%%% tag v2.7.0 henrik -28d Release 2.7.0
%%% commit main priya -21d Report outcomes as a value
%%% edit tools/replay_writes.py
%%% old
class Outcome:
    replayed: int = 0
    failed: int = 0


def replay(journal: Journal, client: WriteClient, *, limit: int) -> Outcome:
    """Send each pending entry once."""
    replayed = failed = 0
%%% new
class Outcome:
    replayed: int = 0
    skipped: int = 0
    failed: int = 0


def replay(journal: Journal, client: WriteClient, *, limit: int) -> Outcome:
    """Send each pending entry once."""
    replayed = skipped = failed = 0
%%% edit tools/replay_writes.py
%%% old
    return Outcome(replayed, failed)
%%% new
    return Outcome(replayed, skipped, failed)
%%% edit tools/replay_writes.py
%%% old
    print(f"{outcome.replayed} replayed, {outcome.failed} failed")
%%% new
    print(f"{outcome.replayed} replayed, {outcome.skipped} skipped, {outcome.failed} failed")
%%% commit main noor -6d Keep going after a time-out
One slow entry must not hold up the thousand behind it.
%%% edit tools/replay_writes.py
%%% old
        except TimeoutError:
            failed += 1
            break
%%% new
        except TimeoutError as error:
            print(f"{entry.key}: {error}")
            failed += 1
            continue
%%% branch replay-key main mirela -3d
%%% commit replay-key mirela -3d Send the original key when a write is replayed
A replayed write used to get a new key, and the server could not know it again.
%%% edit tools/replay_writes.py
%%% old
    """Send each pending entry once."""
%%% new
    """Send each pending entry once, with its original key."""
%%% edit tools/replay_writes.py
%%% old
            client.write(entry.body)
        except TimeoutError as error:
%%% new
            client.write(entry.body, idempotency_key=entry.key)
        except Conflict:
            skipped += 1  # the server already has this write
        except TimeoutError as error:
%%% open replaykey replay-key main mirela -3d Send the original key when a write is replayed
Fixes the double bookings of the night from the third to the fourth.
%%% review replaykey yuki -2d20h APPROVE
The key is the whole point. Good.
%%% approve replaykey henrik -2d18h
%%% approve replaykey tomas -2d17h
%%% merge replaykey mirela -2d16h squash Send the original key when a write is replayed (#2)
%%% branch retry-idempotent-writes main ada -2d10h
%%% commit retry-idempotent-writes ada -2d10h Retry writes that carry a key
%%% file src/client/idempotency_key.h
#pragma once

#include <random>
#include <string>

namespace payments {

/// A key that names one write, however often it is sent.
inline std::string newIdempotencyKey() {
    static const char digits[] = "0123456789abcdef";
    std::random_device random;
    std::string key;
    key.reserve(32);
    for (int i = 0; i < 32; ++i)
        key += digits[random() % 16];
    return key;
}

inline bool isIdempotencyKey(const std::string &text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace payments
%%% file src/client/attempt.h
#pragma once

#include "client/status.h"

namespace payments {

/// One attempt at a request: what was sent and what came back.
class Attempt {
public:
    Attempt(bool write, bool key, Status status) : write_(write), key_(key), status_(std::move(status)) {}

    bool isWrite() const { return write_; }
    bool hasIdempotencyKey() const { return key_; }
    const Status &status() const { return status_; }

private:
    bool write_;
    bool key_;
    Status status_;
};

} // namespace payments
%%% edit src/client/retry_policy.h
%%% old
#include "client/status.h"
%%% new
#include "client/attempt.h"
%%% edit src/client/retry_policy.h
%%% old
    bool retryable(const Status &st) const;
%%% new
    bool retryable(const Attempt &a) const;
%%% edit src/client/retry_policy.cpp
%%% old
bool RetryPolicy::retryable(const Status& st) const {
  return st.code() == Code::Unavailable;
}
%%% new
bool RetryPolicy::retryable(const Attempt& a) const {
  // A write needs a key that the server recognises.
  if (a.isWrite() && !a.hasIdempotencyKey())
    return false;
  return a.status().code() == Code::Unavailable;
}
%%% edit src/client/write_client.h
%%% old
    Status write(const std::string &body);
%%% new
    /// With a key the write is retried; without one it is sent once.
    Status write(const std::string &body, const std::string &key = {});
%%% edit src/client/write_client.cpp
%%% old
Status WriteClient::write(const std::string &body) {
  Status last(Code::Unavailable, "not sent");
  for (int attempt = 0; !policy_.exhausted(attempt); ++attempt) {
    last = transport_.post("/v1/writes", body);
    if (last.ok() || !policy_.retryable(last))
      return last;
%%% new
Status WriteClient::write(const std::string &body, const std::string &key) {
  Status last(Code::Unavailable, "not sent");
  for (int attempt = 0; !policy_.exhausted(attempt); ++attempt) {
    last = transport_.post("/v1/writes", body);
    const Attempt made(true, !key.empty(), last);
    if (last.ok() || !policy_.retryable(made))
      return last;
%%% open retry retry-idempotent-writes main ada -2d9h Retry idempotent writes
Writes that carry an idempotency key are now retried with capped, jittered back-off. Writes without a key fail
at once, as before.

- [x] Server echoes `Idempotency-Key` in the 409 reply
- [x] Unit tests use the fake clock, no sleeping
- [ ] Runbook entry for `retry_budget_exhausted`
%%% reviewers retry henrik mirela yuki tomas grace
%%% commit retry-idempotent-writes ada -1d8h Move the fake clock next to its users
%%% move tests/fake_clock.h tests/client/fake_clock.h
%%% edit tests/client/fake_clock.h
%%% old
/// A clock that a test moves by hand.
%%% new
/// A clock that a test moves by hand, never by waiting.
%%% delete src/client/legacy_backoff.cpp
%%% edit CMakeLists.txt
%%% old
    src/client/legacy_backoff.cpp
%%% new
%%% file tests/client/retry_test.cpp
#include "client/idempotency_key.h"
#include "client/retry_policy.h"
#include "fake_clock.h"

#include <cassert>

using namespace payments;

namespace {

Attempt writeWithKey(Code code) {
  return Attempt(true, true, Status(code));
}

Attempt writeWithoutKey(Code code) {
  return Attempt(true, false, Status(code));
}

void onlyWritesWithAKeyAreRetried() {
  RetryPolicy policy;
  assert(policy.retryable(writeWithKey(Code::Unavailable)));
  assert(!policy.retryable(writeWithoutKey(Code::Unavailable)));
  assert(!policy.retryable(writeWithKey(Code::Rejected)));
}

void delaysDouble() {
  RetryPolicy policy;
  assert(policy.delayFor(0) == Millis(200));
  assert(policy.delayFor(1) == Millis(400));
}

void keysAreToldApart() {
  assert(isIdempotencyKey(newIdempotencyKey()));
  assert(!isIdempotencyKey("not a key"));
}

} // namespace

int main() {
  onlyWritesWithAKeyAreRetried();
  delaysDouble();
  keysAreToldApart();
}
%%% review retry yuki -1d7h RETURN
Please pass the jitter source in, so that the tests stay deterministic.
%%% with src/client/write_client.cpp AFTER std::this_thread::sleep_for jitter
The delay is random here, and `retry_test` would have to sleep for real.
%%% commit retry-idempotent-writes ada -2h30m Cap and jitter the back-off
Several clients that fail together now come back at different times, and none waits longer than four seconds.
%%% edit src/client/retry_policy.cpp
%%% old
constexpr int kMaxAttempts = 3;
constexpr auto kBaseDelay = 200ms;
%%% new
constexpr int kMaxAttempts = 5;
constexpr auto kBaseDelay = 100ms;
constexpr auto kMaxDelay = 4s;
%%% edit src/client/retry_policy.cpp
%%% old
  const double factor = std::pow(2.0, attempt);
  return Millis(kBaseDelay.count() * factor);
%%% new
  const double factor = std::exp2(attempt);
  return Millis(std::min(kBaseDelay.count() * factor,
                         kMaxDelay.count() * 1000.0));
%%% edit src/client/write_client.cpp
%%% old
#include <thread>
%%% new
#include <algorithm>
%%% edit src/client/write_client.cpp
%%% old
WriteClient::WriteClient(Transport &transport) : transport_(transport) {}
%%% new
WriteClient::WriteClient(Transport &transport, Clock &clock, Jitter &jitter)
    : transport_(transport), clock_(clock), jitter_(jitter) {}
%%% edit src/client/write_client.cpp
%%% old
    std::this_thread::sleep_for(policy_.delayFor(attempt));
%%% new
    clock_.sleep(jitter_.spread(policy_.delayFor(attempt)));
%%% edit src/client/write_client.h
%%% old
    explicit WriteClient(Transport &transport);
%%% new
    /// The clock and the jitter outlive the client; tests bring their own.
    WriteClient(Transport &transport, Clock &clock, Jitter &jitter);
%%% edit src/client/write_client.h
%%% old
    Transport &transport_;
    RetryPolicy policy_;
%%% new
    Transport &transport_;
    Clock &clock_;
    Jitter &jitter_;
    RetryPolicy policy_;
%%% edit tests/client/retry_test.cpp
%%% old
  assert(policy.delayFor(0) == Millis(200));
  assert(policy.delayFor(1) == Millis(400));
}
%%% new
  assert(policy.delayFor(0) == Millis(100));
  assert(policy.delayFor(1) == Millis(200));
}

void delaysAreCapped() {
  RetryPolicy policy;
  assert(policy.delayFor(12) == Millis(4000));
}
%%% edit tests/client/retry_test.cpp
%%% old
  delaysDouble();
  keysAreToldApart();
%%% new
  delaysDouble();
  delaysAreCapped();
  keysAreToldApart();
%%% edit docs/retries.md
%%% old
A write is sent at most three times. The wait before an attempt doubles each
time and starts at 200 ms.
%%% new
A write with a key is sent at most five times. The wait before an attempt
doubles each time, starts at 100 ms, and is never longer than four seconds.
Clients that fail together come back at different times: each wait is spread
by up to a quarter.
%%% edit docs/retries.md
%%% old
## What is not
%%% new
A write without an idempotency key is never retried: the server could not
tell a second copy from a second payment.

## What is not
%%% resolve jitter yuki -2h10m
%%% approve retry mirela -1h
%%% approve retry henrik -52m
%%% thread retry tomas -38m src/client/retry_policy.cpp AFTER const double factor clamp
The factor keeps growing after the cap applies. Clamp the exponent, then the product can never overflow.

```suggestion
  const double factor = std::exp2(std::min(attempt, kMaxExponent));
```
%%% branch retry-limits main grace -2d2h
%%% commit retry-limits grace -2d2h Make the retry limits configurable
%%% file src/client/limits.h
#pragma once

#include <chrono>

namespace payments {

/// Bounds of retrying; read once at start.
struct Limits {
    int attempts = 3;
    std::chrono::milliseconds base{200};
};

/// Reads `limits.yaml`; what is missing keeps its default.
Limits readLimits(const char *file);

} // namespace payments
%%% file config/limits.yaml
# How often and how long the client tries.
attempts: 3
base: 200ms
%%% open limits retry-limits main grace -2d1h Make the retry limits configurable
Operations asked for it: the two limits move from constants to `limits.yaml`.
%%% thread limits tomas -1d22h config/limits.yaml AFTER attempts: units
Is there an upper bound?
%%% reply units grace -1d21h
Yes, ten; `readLimits` refuses more.
%%% resolve units tomas -1d20h
%%% approve limits tomas -5h
%%% approve limits henrik -4h
%%% approve limits yuki -2h
%%% branch journal-checksum main grace -1d6h
%%% commit journal-checksum grace -1d6h Journal: refuse a segment with a bad checksum
%%% file src/journal/checksum.h
#pragma once

#include <cstdint>
#include <string_view>

namespace payments {

/// CRC-32C of a segment's bytes.
std::uint32_t checksum(std::string_view bytes);

} // namespace payments
%%% edit src/journal/journal.h
%%% old
    explicit Journal(std::string folder);
%%% new
    /// Throws BadSegment when a segment on disk does not match its checksum.
    explicit Journal(std::string folder);
%%% open checksum journal-checksum main grace -1d5h Journal: refuse a segment with a bad checksum
A truncated segment used to be read as far as it went, and the rest was forgotten. Now the start stops, and says which
segment it is.
%%% approve checksum priya -22h
%%% comment checksum henrik -20h
Do we have a way to repair one? If not, this page needs a paragraph in the runbook before it goes out.
%%% branch retry-budget main priya -3h
%%% commit retry-budget priya -3h Show the retry budget in the status page
%%% file src/server/status_page.cpp
#include "server/status_page.h"

#include <format>

namespace payments {

std::string statusPage(const Counters &counters) {
  return std::format("writes {}\nretries {}\nbudget {}\n", counters.writes, counters.retries,
                     counters.budget - counters.retries);
}

} // namespace payments
%%% file src/server/status_page.h
#pragma once

#include <cstdint>
#include <string>

namespace payments {

struct Counters {
    std::uint64_t writes = 0;
    std::uint64_t retries = 0;
    std::uint64_t budget = 0;
};

/// Plain text, for people and for the probe.
std::string statusPage(const Counters &counters);

} // namespace payments
%%% edit README.md
%%% old
- [ ] Sharded journal
%%% new
- [x] Retry budget on the status page
- [ ] Sharded journal
%%% open budget retry-budget main priya -2h50m Show the retry budget in the status page
%%% commit main henrik -2h40m List what is planned
%%% edit README.md
%%% old
- [ ] Sharded journal
%%% new
- [ ] Sharded journal, after the checksums
- [ ] Metrics for each tenant
