using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>Valid things with defaults; a test sets only what it is about.</summary>
internal static class Given
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    internal static readonly Guid Kim = Guid.CreateVersion7();

    internal static Column Column(
        string name,
        ColumnKind kind = ColumnKind.InProgress,
        int? limit = null,
        bool gate = false
    ) => new(Guid.CreateVersion7(), name, kind, IsQueue: kind == ColumnKind.Committed, limit, gate, EntryPolicy: null);

    /// <summary>To do (8), Develop (2), Test (2, gate), Done.</summary>
    internal static DefinitionOfWorkflow Workflow() =>
        new()
        {
            Version = 1,
            Columns =
            [
                Column("To do", ColumnKind.Committed, limit: 8),
                Column("Develop", limit: 2),
                Column("Test", limit: 2, gate: true),
                Column("Done", ColumnKind.Done),
            ],
        };

    internal static DefinitionOfWorkflow Changed(
        this DefinitionOfWorkflow workflow,
        int index,
        Func<Column, Column> change
    ) =>
        workflow with
        {
            Columns = [.. workflow.Columns.Select((column, at) => at == index ? change(column) : column)],
        };

    internal static CardState Card(
        WorkCategory category = WorkCategory.Support,
        ClassOfService classOfService = ClassOfService.Standard
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            BoardId = Guid.CreateVersion7(),
            Key = "FS-1",
            Title = "A card",
            CustomerId = Guid.CreateVersion7(),
            Category = category,
            ClassOfService = classOfService,
            AcceptedAt = Now.AddDays(-9),
            CommittedAt = Now.AddDays(-2),
            Version = 1,
        };

    internal static CardState In(this CardState card, Column column) => card with { ColumnId = column.Id };

    internal static BoardState State(DefinitionOfWorkflow workflow, params CardState[] cards) =>
        new(workflow, Occupancy(cards), new Dictionary<Guid, int>(), HasApprovedChange: false);

    internal static Occupancy Occupancy(params IEnumerable<CardState> cards) =>
        cards.Aggregate(
            FlowPlatform.Board.Domain.Admission.Occupancy.Empty,
            (counts, card) => counts.After(from: null, card.ColumnId, card.Category, card.ClassOfService)
        );

    internal static Column Named(this DefinitionOfWorkflow workflow, string name) =>
        workflow.FindByName(name) ?? throw new InvalidOperationException($"No column {name}.");

    internal static string[] Codes(this Admission admission) =>
        admission is Admission.Refused refused ? [.. refused.Violated.Select(limit => limit.Code)] : [];
}
