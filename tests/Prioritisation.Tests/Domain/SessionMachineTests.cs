using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Results;
using static FlowPlatform.Prioritisation.Tests.Domain.Polls;
using static FlowPlatform.Prioritisation.Tests.Domain.SessionStage;

namespace FlowPlatform.Prioritisation.Tests.Domain;

/// <summary>
/// Explores every reachable state of a small session: two customers, one with a deputy, every kind of person, every act. A witness
/// of its own keeps book of what was accepted, and judges each transition without asking the session.
/// </summary>
public sealed class SessionMachineTests
{
    private static readonly string[] Voices = ["Ar", "Ad", "Br"];
    private static readonly string[] Outsiders = ["F", "Zz", "Team"];
    private static readonly Lazy<Exploration> Explored = new(() => new Exploration().Run());

    [Fact]
    public void Given_every_reachable_state_Then_agreement_needs_the_consent_of_every_quorate_representative() =>
        Explored.Value.Agreements.ShouldAllBe(witness => witness.JustifiesAgreement);

    [Fact]
    public void Given_every_reachable_state_Then_the_team_the_facilitator_and_strangers_never_have_a_voice() =>
        Explored.Value.AcceptedFromOutsiders.ShouldBeEmpty();

    [Fact]
    public void Given_every_reachable_state_Then_an_ended_session_never_changes_again() =>
        Explored.Value.ActsAfterTheEnd.ShouldBeEmpty();

    [Fact]
    public void Given_the_exploration_Then_it_reached_every_state_and_both_ways_of_speaking_for_a_customer()
    {
        Explored.Value.States.ShouldBe(Enum.GetValues<SessionState>(), ignoreOrder: true);
        Explored.Value.Visited.ShouldBeGreaterThan(300);
        Explored.Value.Agreements.ShouldContain(w => w.Consents['A'] == "Ad");
        Explored.Value.Agreements.ShouldContain(w => w.Consents['A'] == "Ar");
        Explored.Value.Agreements.ShouldContain(w => w.Objections.Count > 0);
    }

    private static IEnumerable<MachineAct> Acts()
    {
        foreach (var who in Voices.Concat(Outsiders))
        {
            var actor = new Actor(Person(who == "Team" ? "Ar" : who), IsRecused: who == "Team");
            yield return new("cast", who, (s, c) => Done(s.Cast(actor, null, Rank("a"), c.Now)));
            yield return new("propose", who, (s, c) => Done(s.Propose(actor, null, [Id('x')], "why", c)));
            yield return new("object", who, (s, c) => Done(s.Object(actor, null, null, "why", c.Now)));
            yield return new("consent", who, (s, c) => Done(s.GiveConsent(actor, null, null, c)));
            yield return new("withdraw", who, (s, c) => EndFirst(s, actor, ObjectionEnding.Withdrawn, c.Now));
            yield return new("resolve", who, (s, c) => EndFirst(s, actor, ObjectionEnding.Resolved, c.Now));
        }

        yield return new("reveal", "F", (s, c) => s.RevealBy(Facilitator, c.Now));
        yield return new("close", "F", (s, c) => s.Close(Facilitator, false, "no", c.Now));
        yield return new("away", "F", (s, c) => s.MarkAbsence(Facilitator, Person("Ar"), true, c.Now));
        yield return new("back", "F", (s, c) => s.MarkAbsence(Facilitator, Person("Ar"), false, c.Now));
        yield return new("expire", "", (s, c) => s.ExpireIfDue(c.Now + Limit) ? Result.Ok : SessionErrors.Expired);
    }

    private static Result Done<T>(Result<T> result) => result.IsRefused ? result.Error : Result.Ok;

    private static Result EndFirst(ReplenishmentSession session, Actor actor, ObjectionEnding how, DateTimeOffset now)
    {
        var open = session.Objections.FirstOrDefault(objection => objection.IsOpen);
        return open is null
            ? SessionErrors.ObjectionNotFound
            : Done(session.EndObjection(actor, open.Id, how, null, now));
    }

    private sealed record MachineAct(string Name, string Who, Func<ReplenishmentSession, Circumstances, Result> On);

    private sealed class Exploration
    {
        private static readonly List<MachineAct> All = [.. Acts()];
        private readonly HashSet<string> _seen = [];

        public int Visited => _seen.Count;

        public HashSet<SessionState> States { get; } = [];

        public List<Witness> Agreements { get; } = [];

        public List<string> AcceptedFromOutsiders { get; } = [];

        public List<string> ActsAfterTheEnd { get; } = [];

        public Exploration Run()
        {
            var queue = new Queue<MachineAct[]>([
                [],
            ]);
            while (queue.TryDequeue(out var path))
            {
                foreach (var act in All)
                {
                    MachineAct[] longer = [.. path, act];
                    if (Try(path, act) is { } state && _seen.Add(state))
                    {
                        queue.Enqueue(longer);
                    }
                }
            }

            return this;
        }

        /// <summary>Replays the path, tries the act, judges it, and returns the state when the act was accepted and is to be explored.</summary>
        private string? Try(MachineAct[] path, MachineAct act)
        {
            var stage = new SessionStage().Slots(1).Customer('A', "a").Customer('B', "x", hasDeputy: false);
            var (session, witness) = (stage.Open(), new Witness());
            foreach (var earlier in path)
            {
                earlier.On(session, stage.Now());
                witness.Note(earlier.Name, earlier.Who);
            }

            var ended = !session.IsLive;
            if (act.On(session, stage.Now()).IsRefused)
            {
                return null;
            }

            witness.Note(act.Name, act.Who);
            Judge(session, witness, act, ended);
            var tooLong = session.Proposals.Count > 2 || session.Objections.Count > 1;
            return tooLong ? null : witness + Fingerprint(session);
        }

        private void Judge(ReplenishmentSession session, Witness witness, MachineAct act, bool ended)
        {
            States.Add(session.State);
            if (ended)
            {
                ActsAfterTheEnd.Add($"{act.Who} {act.Name}");
            }

            var speaks = act.Name is "cast" or "propose" or "object" or "consent" or "withdraw";
            if (Outsiders.Contains(act.Who) && (speaks || (act.Name == "resolve" && act.Who != "F")))
            {
                AcceptedFromOutsiders.Add($"{act.Who} {act.Name}");
            }

            if (session.State == SessionState.Agreed)
            {
                Agreements.Add(witness);
            }
        }

        private static string Fingerprint(ReplenishmentSession s) =>
            string.Join(
                '|',
                s.State,
                s.OnTheTable?.Number,
                string.Join(',', s.Objections.Select(o => $"{o.By}{o.Ending}")),
                string.Join(
                    ',',
                    s.Participants.Select(p => $"{p.ActingId}:{p.Ballot?.By}:{p.Consent?.By}:{p.Consent?.Proposal}")
                )
            );
    }

    /// <summary>Keeps book of accepted acts in its own words: who may speak, who consented to what is on the table, what is objected to.</summary>
    private sealed class Witness
    {
        private bool _away;
        private bool _revealed;
        private readonly HashSet<char> _ballots = [];
        private bool _lastConsentBySpeaker;

        public Dictionary<char, string> Consents { get; } = [];

        public List<(char Customer, bool IsOpen)> Objections { get; } = [];

        public bool JustifiesAgreement =>
            _revealed
            && _lastConsentBySpeaker
            && Consents.Keys.Order().SequenceEqual("AB")
            && Objections.TrueForAll(objection => !objection.IsOpen);

        public void Note(string act, string who)
        {
            _lastConsentBySpeaker = false;
            switch (act)
            {
                case "away" or "back":
                    _away = act == "away";
                    break;
                case "cast":
                    _ballots.Add(who[0]);
                    _revealed |= _ballots.Count == 2;
                    break;
                case "reveal":
                    _revealed = true;
                    break;
                case "propose":
                    Consents.Clear();
                    break;
                case "object":
                    Consents.Remove(who[0]);
                    Objections.Add((who[0], true));
                    break;
                case "withdraw" or "resolve":
                    var open = Objections.FindIndex(objection => objection.IsOpen);
                    Objections[open] = (Objections[open].Customer, false);
                    break;
                case "consent":
                    _lastConsentBySpeaker = who == (who[0] == 'A' && _away ? "Ad" : $"{who[0]}r");
                    Consents[who[0]] = _lastConsentBySpeaker ? who : "nobody";
                    break;
            }
        }

        public override string ToString() =>
            $"{_away}{_revealed}{string.Concat(Consents.OrderBy(consent => consent.Key))}{string.Concat(Objections)}";
    }
}
