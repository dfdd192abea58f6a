namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>The ITIL matrix: the two severities count alike, and each step down in either lowers the priority by one.</summary>
internal static class PriorityMatrix
{
    public static Priority Of(Severity impact, Severity urgency) => (Priority)((int)impact + (int)urgency);

    /// <summary>For a source that knows a priority alone: severities that give it back.</summary>
    public static (Severity Impact, Severity Urgency) SeveritiesOf(Priority priority) =>
        priority switch
        {
            Priority.P1 => (Severity.High, Severity.High),
            Priority.P2 => (Severity.High, Severity.Medium),
            Priority.P3 => (Severity.Medium, Severity.Medium),
            Priority.P4 => (Severity.Medium, Severity.Low),
            _ => (Severity.Low, Severity.Low),
        };
}
