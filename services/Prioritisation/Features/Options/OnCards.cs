using FlowPlatform.Contracts.Board;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Copies;
using MassTransit;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>
/// Hears what boards answer to commitments and what room they have left. One queue, so that a card's placement is heard before
/// the capacity that already counts it.
/// </summary>
internal sealed class OnCards(PrioritisationDbContext db)
    : IConsumer<CardPlaced>,
        IConsumer<CommitmentRefused>,
        IConsumer<MoveRefused>,
        IConsumer<CardFinished>,
        IConsumer<CardAbandoned>,
        IConsumer<BoardCapacityChanged>
{
    public async Task Consume(ConsumeContext<CardPlaced> context)
    {
        var m = context.Message;
        var option = await db.FindOptionAsync(m.WorkItemId, context.CancellationToken);
        option?.HearBoardAnswer(m.BoardId, m.OccurredAt);
    }

    // A commitment that the board refused waits there to be tried again; it takes no room meanwhile.
    public async Task Consume(ConsumeContext<CommitmentRefused> context)
    {
        var m = context.Message;
        var option = await db.FindOptionAsync(m.WorkItemId, context.CancellationToken);
        option?.HearBoardAnswer(m.BoardId, m.OccurredAt);
    }

    public async Task Consume(ConsumeContext<MoveRefused> context)
    {
        var m = context.Message;
        var option = await db.FindOptionAsync(m.WorkItemId, context.CancellationToken);
        option?.HearBoardAnswer(m.BoardId, m.OccurredAt);
    }

    public async Task Consume(ConsumeContext<CardFinished> context)
    {
        var option = await db.FindOptionAsync(context.Message.WorkItemId, context.CancellationToken);
        option?.HearFinished(context.Message.FinishedAt);
    }

    public async Task Consume(ConsumeContext<CardAbandoned> context)
    {
        var option = await db.FindOptionAsync(context.Message.WorkItemId, context.CancellationToken);
        option?.HearAbandoned(context.Message.OccurredAt);
    }

    public async Task Consume(ConsumeContext<BoardCapacityChanged> context)
    {
        var m = context.Message;
        var board = await db.Boards.FindAsync([m.BoardId], context.CancellationToken);
        board ??= db.Boards.Add(new BoardCapacity(m.BoardId)).Entity;
        var figures = new CapacityFigures(
            m.FreeSlots,
            ByCategory(m.FreeByCategory),
            ByCategory(m.ReservedByCategory),
            ByCategory(m.SharesByCategory)
        );
        board.Hear(m.Version, m.TeamId, m.Name, figures, m.OccurredAt);
    }

    private static Dictionary<WorkCategory, int> ByCategory(IReadOnlyDictionary<string, int>? slots) =>
        slots?.ToDictionary(pair => Enum.Parse<WorkCategory>(pair.Key), pair => pair.Value) ?? [];
}
