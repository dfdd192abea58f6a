using FlowPlatform.TestKit;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class SampleFixture() : ServiceFixture<Program>("sample");
