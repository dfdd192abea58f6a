namespace FlowPlatform.Intake.Data;

internal static class Instants
{
    /// <summary>As PostgreSQL keeps it, so that what is answered at once and what is read later are the same.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
