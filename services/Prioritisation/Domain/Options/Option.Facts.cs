namespace FlowPlatform.Prioritisation.Domain.Options;

internal sealed partial class Option
{
    public string Key { get; private set; } = "";

    public string Title { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    public Guid? RequesterId { get; private set; }

    public Guid? TeamId { get; private set; }

    public string Practice { get; private set; } = "";

    public WorkCategory Category { get; private set; }

    public ClassOfService ClassOfService { get; private set; }

    public DateOnly? DueDate { get; private set; }

    public string Priority { get; private set; } = "";

    public bool IsRegulated { get; private set; }

    public DateTimeOffset AcceptedAt { get; private set; }

    public OptionFacts ToFacts() =>
        new(
            Key,
            Title,
            CustomerId,
            RequesterId,
            TeamId,
            Practice,
            Category,
            ClassOfService,
            DueDate,
            Priority,
            IsRegulated,
            AcceptedAt
        );

    private void Take(OptionFacts facts)
    {
        (Key, Title, Practice, Priority) = (facts.Key, facts.Title, facts.Practice, facts.Priority);
        (CustomerId, RequesterId, TeamId) = (facts.CustomerId, facts.RequesterId, facts.TeamId);
        (Category, ClassOfService, IsRegulated) = (facts.Category, facts.ClassOfService, facts.IsRegulated);
        (DueDate, AcceptedAt) = (facts.DueDate, facts.AcceptedAt);
    }
}
