using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Configurations;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Contracts.Intake;
using MassTransit;

namespace FlowPlatform.Board.Features.Copies;

/// <summary>
/// Keeps the words of a card those of its request. Category and class stay as they were committed: limits count them.
/// </summary>
internal sealed class OnRequestChanged(BoardDbContext db, BoardLock boards, CardWriter writer, TimeProvider clock)
    : IConsumer<RequestChanged>
{
    public async Task Consume(ConsumeContext<RequestChanged> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        if (await boards.OfCardAsync(message.RequestId, [], ct) is not { } locked)
        {
            return;
        }

        var title = message.Title[..Math.Min(message.Title.Length, CardConfiguration.TitleLength)];
        var isSame =
            (title, message.DueDate, message.IsRegulated)
            == (locked.Card.Title, locked.Card.DueDate, locked.Card.IsRegulated);
        if (!isSame)
        {
            var edited = NoteRules.Edit(locked.Card, title, message.DueDate, message.IsRegulated);
            // A note is never refused.
            await writer.WriteAsync(locked.Board, edited.Change!, new(message.By, clock.GetUtcNow()), ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
