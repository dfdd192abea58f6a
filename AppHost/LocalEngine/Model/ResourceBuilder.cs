namespace Aspire.Hosting.ApplicationModel
{
    internal interface IResourceBuilder<out T>
        where T : IResource
    {
        T Resource { get; }

        IDistributedApplicationBuilder ApplicationBuilder { get; }
    }
}

namespace Aspire.Hosting
{
    internal sealed class ResourceBuilder<T>(T resource, IDistributedApplicationBuilder builder) : IResourceBuilder<T>
        where T : IResource
    {
        public T Resource { get; } = resource;

        public IDistributedApplicationBuilder ApplicationBuilder { get; } = builder;
    }
}
