namespace FlowPlatform.Intake.Domain.Requests;

internal sealed class RequestComment(Guid id, Guid requestId, string text, Guid by, DateTimeOffset at)
{
    public const int TextLength = 8_000;

    public Guid Id { get; private set; } = id;
    public Guid RequestId { get; private set; } = requestId;
    public string Text { get; private set; } = text;
    public Guid By { get; private set; } = by;
    public DateTimeOffset At { get; private set; } = at;
}
