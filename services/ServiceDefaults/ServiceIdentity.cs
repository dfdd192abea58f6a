namespace FlowPlatform.ServiceDefaults;

/// <summary>Which service this process is: its name on the wire, "board", and the names that follow from it.</summary>
public sealed record ServiceIdentity(string Name)
{
    public bool IsGateway => Name == "gateway";

    /// <summary>Name of the connection string of its own database.</summary>
    public string Database => $"{Name}db";

    /// <summary>Name of its activity source and meter.</summary>
    public string TelemetrySource => $"FlowPlatform.{Name}";
}
