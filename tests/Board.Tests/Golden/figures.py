#!/usr/bin/env python3
"""Computes the flow figures of the incident log independently of the service, straight from the definitions.

    python3 tests/Board.Tests/Golden/figures.py > tests/Board.Tests/Golden/figures.json

The board has To do (limit 8), Analyse (3), Develop (4), Test (3), Deploy (3), Done; an expectation of 5 days at 0.85; floors of 4 for
support and 1 for technical debt. c = m = opened_at; New is To do, Active is Analyse, Awaiting ... is Analyse and blocked, Resolved and
Closed are Done. s is the first entry into progress (or into Done where there was none), f the last entry into Done. Times are whole
seconds, so that every sum is exact.
"""
import collections, csv, datetime, fractions, json, math, pathlib

LOG = pathlib.Path(__file__).resolve().parents[2] / "data" / "servicenow-incident-log.csv"
REASONS = {"Awaiting User Info": "Information", "Awaiting Problem": "Dependency"}
TODO, ANALYSE, DONE, COLUMNS = 0, 1, 5, 6
DAY = 86400
UTC = datetime.timezone.utc


def when(text):
    return int(datetime.datetime.strptime(text, "%d-%m-%Y %H:%M").replace(tzinfo=UTC).timestamp())


def at(text):
    return int(datetime.datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def day(t):
    return datetime.datetime.fromtimestamp(t, UTC).date().isoformat()


def rank(values, p):
    values = sorted(values)
    return values[math.ceil(fractions.Fraction(str(p)) * len(values)) - 1]


def distribution(seconds):
    few = len(seconds) < 10
    return {"count": len(seconds)} | {p: None if few else rank(seconds, p) / DAY for p in ("0.5", "0.85", "0.95")}


def overlap(a, b, start, end):
    return max(0, min(b, end) - max(a, start))


class Case:
    def __init__(self, rows):
        self.opened = when(rows[0]["opened_at"])
        self.stays = [(TODO, self.opened)]
        self.started = self.finished = None
        self.spells = []  # (reason, from, to)
        self.causes = collections.Counter()
        blocked_since, reason, owner, time = None, None, None, self.opened
        for t, _, row in sorted(((max(when(r["sys_updated_at"]), self.opened), n, r) for n, r in enumerate(rows)), key=lambda x: x[:2]):
            self.spend(time, t, reason, owner)
            time, state = t, row["incident_state"]
            column = TODO if state == "New" else DONE if state in ("Resolved", "Closed") else ANALYSE
            if column != self.stays[-1][0]:
                self.stays.append((column, t))
                self.started = t if column != TODO and self.started is None else self.started
                self.finished = t if column == DONE else None
            if REASONS.get(state) != reason:
                if reason:
                    self.spells.append((reason, blocked_since, t))
                reason, blocked_since = REASONS.get(state), t
            owner = None if column == DONE or row["assigned_to"] == "?" else row["assigned_to"]
        assert self.finished and not reason, rows[0]["number"]
        # What passed in Done after the last entry is no lead time; what passed in an earlier Done is.
        self.causes["Reopened"] -= time - self.finished
        assert sum(self.causes.values()) == self.finished - self.opened

    def spend(self, a, b, reason, owner):
        column = self.stays[-1][0]
        cause = (
            "Reopened" if column == DONE
            else f"Blocked/{reason}" if reason
            else "Queue" if column == TODO
            else "Active" if owner
            else "WaitingForPerson"
        )
        self.causes[cause] += b - a

    def intervals(self):
        ends = [t for _, t in self.stays[1:]] + [self.finished]
        return [(column, a, b) for (column, a), b in zip(self.stays, ends)]

    def union(self, reason=None):
        pieces = []
        for _, a, b in sorted((s for s in self.spells if reason in (None, s[0])), key=lambda s: s[1]):
            if pieces and a <= pieces[-1][1]:
                pieces[-1][1] = max(pieces[-1][1], b)
            else:
                pieces.append([a, b])
        return [b - a for a, b in pieces]


def days_of(start, end):
    first = start - start % DAY
    return list(range(first, end, DAY))


def step_use(intervals, limit, start, end):
    """Occupancy over limit as a ratio of integrals, and the share of the time that occupancy was at least the limit."""
    points = sorted({start, end} | {t for a, b in intervals for t in (a, b) if start < t < end})
    full = sum(b - a for a, b in zip(points, points[1:]) if sum(x <= a < y for x, y in intervals) >= limit)
    occupied = sum(overlap(a, b, start, end) for a, b in intervals)
    return {"use": occupied / (limit * (end - start)), "full": full / (end - start)}


def window(cases, start, end):
    done = [c for c in cases if start <= c.finished < end]
    lived = [c for c in cases if c.opened < end and c.finished > start]
    progress = [c for c in lived if c.started < end and c.finished > start]
    open_at_end = [c for c in cases if c.started <= end < c.finished]
    length = end - start
    wip_time = sum(overlap(c.started, c.finished, start, end) for c in cases)
    lead = sum(c.finished - c.opened for c in done)
    causes = sum((c.causes for c in done), collections.Counter())
    cycle_mean = sum(c.finished - c.started for c in done) / len(done)
    throughput = collections.Counter(day(c.finished) for c in done)
    blocked = {}
    for reason in sorted({r for c in done for r, _, _ in c.spells}):
        unions = [u for u in (c.union(reason) for c in done) if u]
        blocked[reason] = {"items": len(unions), "spells": sum(map(len, unions)), "ticks": sum(map(sum, unions)) * 10**7,
                           "lengths": distribution([s for u in unions for s in u])}
    cfd, backflow = [], []
    reach = [[min((t for column, t in c.stays if column >= k), default=math.inf) for c in cases] for k in range(COLUMNS)]
    for d in days_of(start, end):
        bound = min(d + DAY, end)
        cfd.append([sum(t < bound for t in reach[k]) for k in range(COLUMNS)])
        backflow.append(sum(b < a and max(d, start) <= t < bound for c in cases for (a, _), (b, t) in zip(c.stays, c.stays[1:])))
    leaving = [max(t for (column, _), (_, t) in zip(c.stays, c.stays[1:]) if column == ANALYSE) - c.started
               for c in done if any(column == ANALYSE for column, _ in c.stays)]
    efficiency = [c.causes["Active"] / (c.finished - c.opened) for c in done if c.finished > c.opened]
    return {
        "finished": len(done),
        "arrived": sum(start <= c.opened < end for c in lived if c.opened < end),
        "reopened": sum(sum(column == DONE for column, _ in c.stays) - 1 for c in done),
        "cycleTime": distribution([c.finished - c.started for c in done]),
        "leadTime": distribution([c.finished - c.opened for c in done]),
        "finishedByDay": [throughput[day(d)] for d in days_of(start, end)],
        "wipByDay": [sum(c.started <= max(d, start) < c.finished for c in cases) for d in days_of(start, end)],
        "wipAtEnd": len(open_at_end),
        "wipTimeDays": wip_time / DAY,
        "averageWip": wip_time / length,
        "littlesLawResidual": (len(done) / length * cycle_mean - wip_time / length) / (wip_time / length),
        "age": distribution([end - c.started for c in open_at_end]),
        "pace": distribution(leaving),
        "leadTimeTicks": lead * 10**7,
        "causes": {name: seconds * 10**7 for name, seconds in sorted(causes.items()) if seconds},
        "efficiency": causes["Active"] / lead,
        "meanOfRatios": sum(efficiency) / len(efficiency),
        "blocked": blocked,
        "blockedTicks": sum(sum(c.union()) for c in done) * 10**7,
        "everBlocked": sum(bool(c.spells) for c in done),
        "cfd": [[row[k] for row in cfd] for k in range(COLUMNS)],
        "backflow": backflow,
        "withinFiveDays": sum(c.finished - c.started <= 5 * DAY for c in done),
        "todo": step_use([(a, b) for c in lived for column, a, b in c.intervals() if column == TODO], 8, start, end),
        "analyse": step_use([(a, b) for c in lived for column, a, b in c.intervals() if column == ANALYSE], 3, start, end),
    }


rows = collections.defaultdict(list)
for row in csv.DictReader(LOG.open(encoding="utf-8")):
    rows[row["number"]].append(row)
cases = [Case(of) for of in rows.values()]
windows = {"all": ("2016-01-01T00:00:00", "2017-12-31T00:00:00"), "march": ("2016-03-02T12:30:00", "2016-03-20T07:15:00")}
print(json.dumps({name: {"from": a + "Z", "to": b + "Z"} | window(cases, at(a), at(b)) for name, (a, b) in windows.items()}))
