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
        if (resources.OfType<ProjectResource>().Any())
        {
            ShowPlatform(view, resources, workspace, dashboard);
        }
        else
        {
            ShowServers(view, resources);
        }

        view.Say("logs", workspace.Logs);
        view.Say("end", "Ctrl-C");
    }

    private static void ShowPlatform(
        ConsoleView view,
        IReadOnlyList<Resource> resources,
        Workspace workspace,
        string? dashboard
    )
    {
        view.Title("The platform runs.");
        var gateway = resources
            .SelectMany(resource => resource.Endpoints)
            .FirstOrDefault(known => known.IsExternal)
            ?.Url;
        view.Say("gateway", $"{gateway}/  (its API: {gateway}/api)");
        if (dashboard is not null)
        {
            view.Say("dashboard", dashboard);
        }

        view.Say("passwords", $"{workspace.PasswordFile}  (of the demo people, such as lena@flow.example)");
        const string SignIn = """{"grantType":"password","email":"lena@flow.example","password":"..."}""";
        view.Say("a token", $"curl -s {gateway}/api/identity/tokens -H 'content-type: application/json' -d '{SignIn}'");
    }

    // For services that are started by hand: the variables as they must be set.
    private static void ShowServers(ConsoleView view, IReadOnlyList<Resource> resources)
    {
        view.Title("The servers run.");
        foreach (var server in resources.OfType<IResourceWithConnectionString>())
        {
            view.Say($"ConnectionStrings__{server.Name}", server.ConnectionString);
        }
    }
}
