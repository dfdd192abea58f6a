#!/usr/bin/env python3
"""Computes the flow figures of the incident log independently of the service, straight from the definitions.

    python3 tests/Board.Tests/Golden/figures.py > tests/Board.Tests/Golden/figures.json

c = m = opened_at; New is To do, Active and Awaiting ... are the first column in progress (Awaiting ... blocked), Resolved and Closed are Done.
s is the first entry into progress (or into Done where there was none), f the last entry into Done.
"""
import collections, csv, datetime, json, math, pathlib

LOG = pathlib.Path(__file__).resolve().parents[2] / "data" / "servicenow-incident-log.csv"
REASONS = {"Awaiting User Info": "Information", "Awaiting Problem": "Dependency"}


def when(text):
    return datetime.datetime.strptime(text, "%d-%m-%Y %H:%M").replace(tzinfo=datetime.timezone.utc)


def rank(values, p):
    values = sorted(values)
    return values[math.ceil(p * len(values) - 1e-9) - 1]


def column(state):
    return {"New": 0, "Resolved": 2, "Closed": 2}.get(state, 1)


cases = collections.defaultdict(list)
for row in csv.DictReader(LOG.open(encoding="utf-8")):
    cases[row["number"]].append(row)

cycle, lead, reopened, blocked, active, per_day = [], [], 0, collections.Counter(), 0, collections.Counter()
wip_seconds = 0
for rows in cases.values():
    opened = when(rows[0]["opened_at"])
    changes = sorted(((max(when(r["sys_updated_at"]), opened), n, r) for n, r in enumerate(rows)), key=lambda x: (x[0], x[1]))
    at, started, finished = 0, None, None
    for time, _, row in changes:
        to = column(row["incident_state"])
        if to != at:
            if at == 2:
                reopened += 1
                finished = None
            if to >= 1 and started is None:
                started = time
            if to == 2:
                finished = time
            at = to
    assert finished, rows[0]["number"]
    cycle.append((finished - started).total_seconds())
    lead.append((finished - opened).total_seconds())
    wip_seconds += (finished - started).total_seconds()
    per_day[finished.date().isoformat()] += 1
    for (time, _, row), nxt in zip(changes, changes[1:] + [None]):
        end = nxt[0] if nxt else finished
        span = (min(end, finished) - time).total_seconds()
        state = row["incident_state"]
        if span <= 0:
            continue
        if state in REASONS:
            blocked[REASONS[state]] += span
        elif state == "Active" and row["assigned_to"] != "?":
            active += span

day = 86400.0
print(
    json.dumps(
        {
            "items": len(cases),
            "reopened": reopened,
            "cycleTimeDays": {p: rank(cycle, float(p)) / day for p in ("0.5", "0.85", "0.95")},
            "leadTimeDays": {p: rank(lead, float(p)) / day for p in ("0.5", "0.85", "0.95")},
            "wipTimeDays": wip_seconds / day,
            "leadTimeTicks": int(sum(lead) * 10_000_000),
            "blockedTicks": {reason: int(s * 10_000_000) for reason, s in sorted(blocked.items())},
            "activeTicks": int(active * 10_000_000),
            "finishedByDay": dict(sorted(per_day.items())),
        },
        indent=2,
    )
)
