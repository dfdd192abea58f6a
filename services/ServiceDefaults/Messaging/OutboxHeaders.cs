using System.Diagnostics;
using System.Text;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>How the trace of a change travels with its messages: in the header that MassTransit's consumers read, too.</summary>
public static class OutboxHeaders
{
    internal const string Trace = "MT-Activity-Id";

    /// <summary>The trace that a message belongs to; null where it came outside of any.</summary>
    public static ActivityContext? TraceOf(IDictionary<string, object?>? headers) =>
        headers?.TryGetValue(Trace, out var value) == true
        && value is byte[] text
        && ActivityContext.TryParse(Encoding.ASCII.GetString(text), null, isRemote: true, out var trace)
            ? trace
            : null;
}
