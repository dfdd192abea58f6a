using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Results;
using static FlowPlatform.Prioritisation.Tests.Domain.Polls;

namespace FlowPlatform.Prioritisation.Tests.Domain;

/// <summary>
/// A session without a database. Customers are capitals with representative and deputy "Ar", "Ad"; options are small letters, each
/// asked for by a customer; "F" facilitates.
/// </summary>
internal sealed class SessionStage
{
    internal static readonly TimeSpan Limit = TimeSpan.FromHours(1);
    private readonly Dictionary<WorkCategory, int> _ceilings = [];
    private readonly Dictionary<WorkCategory, int> _reserved = [];
    private readonly List<CustomerCopy> _customers = [];
    private readonly List<Option> _options = [];
    private HashSet<Guid> _recused = [];
    private int _slots = 2;

    internal static Guid Facilitator { get; } = Person("F");

    internal SlotRoom Room => new(_slots, _ceilings, _reserved);

    internal static Guid Person(string name) =>
        new($"00000000-0000-0000-0001-{name.Aggregate(0, (n, c) => (n * 256) + c):000000000000}");

    internal static Actor As(string name) => new(Person(name), IsRecused: false);

    internal static SessionStage Two() => new SessionStage().Customer('A', "ab").Customer('B', "xy");

    internal SessionStage Customer(char name, string options, bool hasDeputy = true, bool hasRepresentative = true)
    {
        var copy = new CustomerCopy(Id(name));
        Guid? representative = hasRepresentative ? Person($"{name}r") : null;
        copy.Hear(1, $"Customer {name}", isActive: true, representative, hasDeputy ? Person($"{name}d") : null);
        _customers.Add(copy);
        _options.AddRange(options.Select(letter => AnOption(letter, name)));
        return this;
    }

    internal SessionStage CustomerOf(string representative, char name, string options)
    {
        Customer(name, options, hasDeputy: false);
        _customers[^1].Hear(2, $"Customer {name}", isActive: true, Person(representative), null);
        return this;
    }

    internal SessionStage Slots(int slots)
    {
        _slots = slots;
        return this;
    }

    internal SessionStage Ceiling(WorkCategory category, int slots)
    {
        _ceilings[category] = slots;
        return this;
    }

    internal SessionStage Reserve(WorkCategory category, int slots)
    {
        _reserved[category] = slots;
        return this;
    }

    internal SessionStage Recused(params string[] people)
    {
        _recused = [.. people.Select(Person)];
        return this;
    }

    internal SessionStage Debt(char letter, char customer)
    {
        _options.Add(AnOption(letter, customer, WorkCategory.TechnicalDebt));
        return this;
    }

    internal Result<ReplenishmentSession> TryOpen(string facilitator = "F") =>
        ReplenishmentSession.Open(
            new Opening(
                Id('!'),
                Id('#'),
                Person(facilitator),
                Person(facilitator),
                new(_slots, _ceilings, _reserved),
                _options,
                _customers,
                _recused,
                new Dictionary<Guid, Fraction>(),
                Monday,
                Limit
            )
        );

    internal ReplenishmentSession Open() => TryOpen().Value;

    /// <summary>Deliberating, after every customer ranked its own wishes.</summary>
    internal ReplenishmentSession Deliberating()
    {
        var session = Open();
        foreach (var participant in session.Participants.ToList())
        {
            var own = session.Options.Where(o => o.Evidence.Facts.CustomerId == participant.CustomerId);
            var ranking = new Ranking([.. own.Select(o => new[] { o.OptionId })]);
            session.Cast(new(participant.ActingId!.Value, false), null, ranking, Monday).IsRefused.ShouldBeFalse();
        }

        return session;
    }

    internal Circumstances Now(string gone = "", SlotRoom? room = null, TimeSpan later = default) =>
        new(room ?? Room, _options.Select(o => o.Id).Except(gone.Select(Id)).ToHashSet(), Monday + later);

    private Option AnOption(char letter, char customer, WorkCategory category = WorkCategory.Enhancement)
    {
        var option = new Option(Id(letter));
        var facts = new OptionFacts(
            $"FS-{letter}",
            $"Wish {letter}",
            Id(customer),
            null,
            Id('#'),
            "ServiceRequest",
            category,
            ClassOfService.Standard,
            null,
            "P3",
            false,
            Monday.AddDays(-30).AddMinutes(_options.Count)
        );
        option.HearAccepted(facts, 1);
        return option;
    }
}
