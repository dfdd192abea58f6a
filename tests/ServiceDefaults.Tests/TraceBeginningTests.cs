using System.Diagnostics;
using FlowPlatform.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class TraceBeginningTests
{
    [Fact]
    public void Given_work_that_nobody_asked_for_Then_it_is_no_trace_and_within_a_request_it_is_a_span()
    {
        using var source = new ActivitySource($"test-{Guid.CreateVersion7()}");
        using var tracing = Tracing(source, perSecond: 100, TimeProvider.System);

        IsRecorded(source, ActivityKind.Client).ShouldBeFalse("a poll of the database");
        IsRecorded(source, ActivityKind.Internal).ShouldBeFalse("a timer");
        IsRecorded(source, ActivityKind.Consumer).ShouldBeTrue("a message");
        using var request = source.StartActivity("request", ActivityKind.Server);
        request.ShouldNotBeNull().Recorded.ShouldBeTrue();
        IsRecorded(source, ActivityKind.Client).ShouldBeTrue("a command of a request");
    }

    [Fact]
    public void Given_more_requests_in_a_second_than_it_records_Then_the_rest_is_dropped_until_the_next()
    {
        var clock = new FakeTimeProvider();
        using var source = new ActivitySource($"test-{Guid.CreateVersion7()}");
        using var tracing = Tracing(source, perSecond: 2, clock);

        var first = Enumerable.Range(0, 5).Count(_ => IsRecorded(source, ActivityKind.Server));
        clock.Advance(TimeSpan.FromSeconds(1));
        var next = Enumerable.Range(0, 5).Count(_ => IsRecorded(source, ActivityKind.Server));

        (first, next).ShouldBe((2, 2));
    }

    private static TracerProvider Tracing(ActivitySource source, int perSecond, TimeProvider clock) =>
        Sdk.CreateTracerProviderBuilder()
            .AddSource(source.Name)
            .SetSampler(new ParentBasedSampler(new TracesBeginOutside(perSecond, clock)))
            .Build();

    private static bool IsRecorded(ActivitySource source, ActivityKind kind)
    {
        using var span = source.StartActivity("span", kind);
        return span is { Recorded: true };
    }
}
