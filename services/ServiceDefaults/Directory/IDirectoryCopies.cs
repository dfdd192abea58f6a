namespace FlowPlatform.ServiceDefaults.Directory;

/// <summary>The versions of what a service has copied of the organisation, one a copy; null for a kind that it does not keep.</summary>
public interface IDirectoryCopies
{
    IQueryable<long> People { get; }

    IQueryable<long>? Teams { get; }

    IQueryable<long>? Customers { get; }
}
