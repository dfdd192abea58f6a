using FlowPlatform.TestKit;

namespace FlowPlatform.AiAdoption.Tests;

public sealed class AiFixture() : ServiceFixture<Program>("ai");
