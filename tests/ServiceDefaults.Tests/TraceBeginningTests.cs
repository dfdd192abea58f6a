using System.Diagnostics;
using FlowPlatform.ServiceDefaults.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class TraceBeginningTests
{
    [Fact]
    public void Given_work_that_nobody_asked_for_Then_it_is_no_trace_and_within_a_request_it_is_a_span()
    {
        var name = $"test-{Guid.CreateVersion7()}";
        using var source = new ActivitySource(name);
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource(name)
            .SetSampler(new ParentBasedSampler(new TracesBeginOutside()))
            .Build();

        IsRecorded(source, ActivityKind.Client).ShouldBeFalse("a poll of the database");
        IsRecorded(source, ActivityKind.Internal).ShouldBeFalse("a timer");
        IsRecorded(source, ActivityKind.Consumer).ShouldBeTrue("a message");
        using var request = source.StartActivity("request", ActivityKind.Server);
        request.ShouldNotBeNull().Recorded.ShouldBeTrue();
        IsRecorded(source, ActivityKind.Client).ShouldBeTrue("a command of a request");
    }

    private static bool IsRecorded(ActivitySource source, ActivityKind kind)
    {
        using var span = source.StartActivity("span", kind);
        return span is { Recorded: true };
    }
}
