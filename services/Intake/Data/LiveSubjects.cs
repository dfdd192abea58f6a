namespace FlowPlatform.Intake.Data;

/// <summary>What live streams follow, beside single requests and imports.</summary>
internal static class LiveSubjects
{
    /// <summary>All requests: the lists of them.</summary>
    public static readonly Guid Requests = new("01900000-0000-7000-9000-000000000001");

    /// <summary>All imports.</summary>
    public static readonly Guid Imports = new("01900000-0000-7000-9000-000000000002");
}
