using System.Diagnostics.Metrics;
using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.ServiceDefaults;

namespace FlowPlatform.Board;

/// <summary>What the users of boards care about: how much moves, and which limits refuse how often.</summary>
internal sealed class BoardMetrics
{
    private readonly Counter<long> _acts;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _experiments;
    private readonly Counter<long> _imported;

    public BoardMetrics(IMeterFactory meters, ServiceIdentity service)
    {
        var meter = meters.Create(service.TelemetrySource);
        _acts = meter.CreateCounter<long>("flowplatform.board.transitions", "{transition}", "Facts in the history.");
        _experiments = meter.CreateCounter<long>(
            "flowplatform.board.experiments",
            "{experiment}",
            "Started and decided."
        );
        _imported = meter.CreateCounter<long>("flowplatform.board.imported", "{transition}", "Imported transitions.");
        _refusals = meter.CreateCounter<long>("flowplatform.board.refusals", "{refusal}", "Acts refused, by limit.");
    }

    internal void Happened(CardChange change)
    {
        foreach (var fact in change.Facts)
        {
            _acts.Add(1, new KeyValuePair<string, object?>("kind", fact.Kind.ToString()));
        }
    }

    internal void Refused(IReadOnlyList<ViolatedLimit> violated)
    {
        foreach (var limit in violated)
        {
            _refusals.Add(1, new KeyValuePair<string, object?>("limit", limit.Code));
        }
    }

    internal void Experimented(ExperimentStatus status) =>
        _experiments.Add(1, new KeyValuePair<string, object?>("status", status.ToString()));

    internal void Imported(int transitions) => _imported.Add(transitions);
}
