using FlowPlatform.AppHost.LocalEngine;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

internal interface IDistributedApplicationBuilder
{
    ConfigurationManager Configuration { get; }

    string AppHostDirectory { get; }

    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    DistributedApplication Build();
}

/// <summary>The part of Aspire's application that our model uses, run by the local engine as plain processes.</summary>
internal sealed class DistributedApplication
{
    private readonly EngineOptions _options;
    private readonly IReadOnlyList<Resource> _resources;

    private DistributedApplication(EngineOptions options, IReadOnlyList<Resource> resources)
    {
        _options = options;
        _resources = resources;
    }

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new Builder(EngineOptions.Parse(args));

    /// <summary>Runs until it is asked to end; the outcome is the process's exit code.</summary>
    public void Run() => Environment.ExitCode = EngineHost.RunAsync(_options, _resources).GetAwaiter().GetResult();

    private sealed class Builder : IDistributedApplicationBuilder
    {
        private readonly EngineOptions _options;
        private readonly List<Resource> _resources = [];

        internal Builder(EngineOptions options)
        {
            _options = options;
            Configuration.AddInMemoryCollection(options.ToConfiguration());
        }

        public ConfigurationManager Configuration { get; } = new();

        public string AppHostDirectory { get; } = Path.Combine(Repository.Root, "AppHost");

        public IResourceBuilder<T> AddResource<T>(T resource)
            where T : IResource
        {
            _resources.Add((Resource)(object)resource);
            return new ResourceBuilder<T>(resource, this);
        }

        public DistributedApplication Build() => new(_options, _resources);
    }
}
