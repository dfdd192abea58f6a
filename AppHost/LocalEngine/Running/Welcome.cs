namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>What a newcomer needs to know once everything runs.</summary>
internal static class Welcome
{
    internal static void Show(
        ConsoleView view,
        IReadOnlyList<Resource> resources,
        Workspace workspace,
        string? dashboard
    )
    {
        view.Title("The platform runs.");
        var external = resources
            .SelectMany(resource => resource.Endpoints)
            .Where(endpoint => endpoint.IsExternal)
            .ToList();
        foreach (var endpoint in external)
        {
            view.Say("gateway", $"{endpoint.Url}/  (its API: {endpoint.Url}/api)");
        }

        if (dashboard is not null)
        {
            view.Say("dashboard", dashboard);
        }

        view.Say("passwords", workspace.PasswordFile);
        view.Say("logs", workspace.Logs);
        view.Say("end", "Ctrl-C");
    }
}
