using FlowPlatform.Contracts.Intake;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>Keeps the option pool in step with Intake. One queue for all of them; those of one request are heard in order.</summary>
internal sealed class OnRequests(PrioritisationDbContext db)
    : IConsumer<RequestAccepted>,
        IConsumer<RequestChanged>,
        IConsumer<RequestDeclined>,
        IConsumer<RequestWithdrawn>,
        IConsumer<RequestReturned>,
        IConsumer<RequestLinked>
{
    internal static void InOrder(ConsumerOptions options) =>
        options
            .InOrderBy<RequestAccepted>(message => message.RequestId)
            .InOrderBy<RequestChanged>(message => message.RequestId)
            .InOrderBy<RequestDeclined>(message => message.RequestId)
            .InOrderBy<RequestWithdrawn>(message => message.RequestId)
            .InOrderBy<RequestReturned>(message => message.RequestId)
            .InOrderBy<RequestLinked>(message => message.RequestId);

    public async Task Consume(ConsumeContext<RequestAccepted> context)
    {
        var m = context.Message;
        var option = await OptionAsync(m.RequestId, context.CancellationToken);
        option.HearAccepted(
            new OptionFacts(
                m.Key,
                m.Title,
                m.CustomerId,
                m.RequesterId,
                m.TeamId,
                m.Practice,
                Enum.Parse<WorkCategory>(m.Category),
                Enum.Parse<ClassOfService>(m.ClassOfService),
                m.DueDate,
                m.Priority,
                m.IsRegulated,
                m.AcceptedAt
            ),
            m.Version
        );
    }

    public async Task Consume(ConsumeContext<RequestChanged> context)
    {
        var m = context.Message;
        var option = await OptionAsync(m.RequestId, context.CancellationToken);
        option.HearChanged(
            new OptionFacts(
                m.Key,
                m.Title,
                m.CustomerId,
                m.RequesterId,
                m.TeamId,
                m.Practice,
                Enum.Parse<WorkCategory>(m.Category),
                Enum.Parse<ClassOfService>(m.ClassOfService),
                m.DueDate,
                m.Priority,
                m.IsRegulated,
                m.AcceptedAt
            ),
            m.Version
        );
    }

    public async Task Consume(ConsumeContext<RequestDeclined> context) =>
        (await OptionAsync(context.Message.RequestId, context.CancellationToken)).HearEnded(
            OptionStatus.Declined,
            context.Message.Version
        );

    public async Task Consume(ConsumeContext<RequestWithdrawn> context) =>
        (await OptionAsync(context.Message.RequestId, context.CancellationToken)).HearEnded(
            OptionStatus.Withdrawn,
            context.Message.Version
        );

    public async Task Consume(ConsumeContext<RequestReturned> context) =>
        (await OptionAsync(context.Message.RequestId, context.CancellationToken)).HearEnded(
            OptionStatus.Unknown,
            context.Message.Version
        );

    public async Task Consume(ConsumeContext<RequestLinked> context)
    {
        var option = await OptionAsync(context.Message.RequestId, context.CancellationToken);
        if (context.Message.IsLinked)
        {
            option.HearEnded(OptionStatus.Linked, context.Message.Version);
        }
        else
        {
            option.HearUnlinked(context.Message.Version);
        }
    }

    // An ending may overtake the acceptance: it is kept, so that the late acceptance does not revive the option.
    private async Task<Option> OptionAsync(Guid id, CancellationToken ct)
    {
        var known = await db.FindOptionAsync(id, ct);
        return known ?? db.Options.Add(new Option(id)).Entity;
    }
}
