using System.Globalization;
using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;
using FlowPlatform.AppHost.LocalEngine.Resources;
using Google.Protobuf.WellKnownTypes;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>
/// Snapshots as messages. The dashboard shows nothing at all when one resource lacks its creation time, a property its
/// value, or an address its display properties, so these are always set.
/// </summary>
internal static class ResourceMessages
{
    internal static WatchResourcesChange ToMessage(ResourceChange change) =>
        change.IsRemoved
            ? new()
            {
                Delete = new() { ResourceName = change.Snapshot.Name, ResourceType = change.Snapshot.Type },
            }
            : new() { Upsert = ToMessage(change.Snapshot) };

    /// <summary>The dashboard reads the time at the head of a line and shows it beside the text.</summary>
    internal static ConsoleLogLine ToMessage(ConsoleLine line) =>
        new()
        {
            LineNumber = line.Number,
            IsStdErr = line.IsError,
            Text = line.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) + " " + line.Text,
        };

    internal static Wire.Resource ToMessage(ResourceSnapshot snapshot)
    {
        var resource = new Wire.Resource
        {
            Name = snapshot.Name,
            ResourceType = snapshot.Type,
            DisplayName = snapshot.DisplayName,
            Uid = snapshot.Name,
            State = snapshot.State.ToString(),
            CreatedAt = Timestamp.FromDateTimeOffset(snapshot.CreatedAt),
            StartedAt = ToMessage(snapshot.StartedAt),
            StoppedAt = ToMessage(snapshot.StoppedAt),
            IsHidden = snapshot.IsHidden,
        };
        if (snapshot.State == ResourceState.FailedToStart)
        {
            resource.StateStyle = "error";
        }

        resource.Environment.AddRange(snapshot.Environment.Select(ToMessage));
        resource.Properties.AddRange(AllProperties(snapshot).Select(ToMessage));
        resource.Urls.AddRange(snapshot.Urls.Select(ToMessage));
        resource.HealthReports.AddRange(snapshot.Health.Select(ToMessage));
        resource.Relationships.AddRange(snapshot.Relations.Select(ToMessage));
        resource.Commands.AddRange(CommandMessages.For(snapshot));
        return resource;
    }

    private static IEnumerable<ResourceProperty> AllProperties(ResourceSnapshot snapshot) =>
        snapshot.ParentName is { } parent
            ? snapshot.Properties.Append(new ResourceProperty(PropertyNames.ParentName, parent))
            : snapshot.Properties;

    private static EnvironmentEntry ToMessage(EnvironmentVariable variable)
    {
        var message = new EnvironmentEntry { Name = variable.Name, IsFromSpec = variable.IsFromModel };
        if (variable.Value is { } value)
        {
            message.Value = value;
        }

        return message;
    }

    private static Property ToMessage(ResourceProperty property)
    {
        var message = new Property
        {
            Name = property.Name,
            Value = property.IsList
                ? Value.ForList([.. property.Values.Select(Value.ForString)])
                : Value.ForString(property.Values[0]),
            IsSensitive = property.IsSensitive,
        };
        if (property.DisplayName is { } displayName)
        {
            message.DisplayName = displayName;
        }

        return message;
    }

    private static Url ToMessage(ResourceUrl url) =>
        new()
        {
            EndpointName = url.EndpointName,
            FullUrl = url.Address,
            IsInternal = url.IsInternal,
            IsInactive = url.IsInactive,
            DisplayProperties = new() { SortOrder = url.SortOrder, DisplayName = url.DisplayName ?? "" },
        };

    private static HealthReport ToMessage(ResourceHealth health)
    {
        var message = new HealthReport
        {
            Key = health.Key,
            Description = health.Description,
            Exception = health.Exception,
            LastRunAt = ToMessage(health.LastRunAt),
        };
        if (health.IsHealthy is { } isHealthy)
        {
            message.Status = isHealthy ? HealthStatus.Healthy : HealthStatus.Unhealthy;
        }

        return message;
    }

    private static Relationship ToMessage(ResourceRelation relation) =>
        new() { ResourceName = relation.DisplayName, Type = relation.Type };

    private static Timestamp? ToMessage(DateTimeOffset? time) =>
        time is { } known ? Timestamp.FromDateTimeOffset(known) : null;
}
