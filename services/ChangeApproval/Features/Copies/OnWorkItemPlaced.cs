using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Copies;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace FlowPlatform.ChangeApproval.Features.Copies;

/// <summary>Keeps which work items there are and whose they are. The two sources may come in either order.</summary>
internal sealed class OnWorkItemPlaced(ChangesDbContext db) : IConsumer<WorkItemCommitted>, IConsumer<CardPlaced>
{
    internal static void InOrder(ConsumerOptions options) =>
        options
            .InOrderBy<WorkItemCommitted>(message => message.WorkItemId)
            .InOrderBy<CardPlaced>(message => message.WorkItemId);

    public async Task Consume(ConsumeContext<WorkItemCommitted> context)
    {
        var news = context.Message;
        var item = await ItemAsync(news.WorkItemId, context.CancellationToken);
        if (news.Version > item.CommitmentVersion)
        {
            (item.Key, item.Title, item.TeamId) = (news.Key, news.Title, news.TeamId);
            (item.CustomerId, item.IsRegulated) = (news.CustomerId, news.IsRegulated);
            item.CommitmentVersion = news.Version;
        }
    }

    public async Task Consume(ConsumeContext<CardPlaced> context)
    {
        var news = context.Message;
        var item = await ItemAsync(news.WorkItemId, context.CancellationToken);
        if (news.Version > item.CardVersion)
        {
            (item.Column, item.CardVersion) = (news.Column, news.Version);
        }
    }

    private async Task<WorkItem> ItemAsync(Guid id, CancellationToken ct)
    {
        var item = await db.WorkItems.FindAsync([id], ct);
        if (item is null)
        {
            item = new WorkItem { Id = id };
            db.WorkItems.Add(item);
        }

        return item;
    }
}
