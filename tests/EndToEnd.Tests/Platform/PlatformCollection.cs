namespace FlowPlatform.EndToEnd.Tests.Platform;

/// <summary>The platform's tests run one after the other: some of them kill what the others use.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PlatformCollection
{
    public const string Name = "platform";
}
