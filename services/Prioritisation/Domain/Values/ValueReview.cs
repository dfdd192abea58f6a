namespace FlowPlatform.Prioritisation.Domain.Values;

/// <summary>The value that a stakeholder saw after delivery, beside what was expected. One per person and work item; a second replaces it.</summary>
internal sealed class ValueReview
{
    public const int Lowest = 1;
    public const int Highest = 5;
    public const int CommentLength = 2000;

    private ValueReview() { }

    public ValueReview(Guid optionId, Guid personId)
    {
        OptionId = optionId;
        PersonId = personId;
    }

    public Guid OptionId { get; private set; }

    public Guid PersonId { get; private set; }

    public int Realised { get; private set; }

    public string? Comment { get; private set; }

    public DateTimeOffset ReviewedAt { get; private set; }

    public void Rate(int realised, string? comment, DateTimeOffset now) =>
        (Realised, Comment, ReviewedAt) = (realised, comment, now);
}
