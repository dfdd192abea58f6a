using FlowPlatform.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.Prioritisation.Tests;

/// <summary>Prioritisation with a database and a virtual host of its own, and a clock that tests can put forward.</summary>
public sealed class PrioritisationFixture() : ServiceFixture<Program>("prioritisation")
{
    internal const string SigningKey = "a key of the tests, long enough";

    internal ShiftedClock Clock { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Outcomes:SigningKey"] = SigningKey };

    protected override void Configure(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}

/// <summary>The system's time, moved. Timers run as ever, so that the outbox does.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    internal TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
