using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>The services' programs: built, found up to date, or required to be there.</summary>
internal sealed class BuildStep(EngineOptions options, IReadOnlyList<Resource> resources, ConsoleView view)
{
    internal async Task RunAsync(Workspace workspace, CancellationToken ct)
    {
        var projects = resources.OfType<ProjectResource>().Select(project => project.ProjectPath).ToList();
        if (projects.Count == 0)
        {
            return;
        }

        var output = new BuildOutput(projects, workspace.Directory);
        if (options.Build)
        {
            view.Done(await output.BuildAsync(ct));
        }
        else if (!output.HasPrograms())
        {
            throw new ServerException("The services have not been built.", "Start without --no-build.");
        }
    }
}
