using System.Runtime.InteropServices;
using FlowPlatform.AppHost.LocalEngine.Running;
using FlowPlatform.AppHost.LocalEngine.Servers;
using Spectre.Console;

namespace FlowPlatform.AppHost.LocalEngine;

/// <summary>From the command line to the exit code: help, mistakes, signals, and problems in words.</summary>
internal static class EngineHost
{
    private static readonly PosixSignal[] EndSignals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    internal static async Task<int> RunAsync(EngineOptions options, IReadOnlyList<Resource> resources)
    {
        if (options.Mistake is { } mistake)
        {
            await Console.Error.WriteLineAsync(
                $"{mistake}{Environment.NewLine}{Environment.NewLine}{EngineOptions.HelpText}"
            );
            return 2;
        }

        if (options.Help)
        {
            Console.WriteLine(EngineOptions.HelpText);
            return 0;
        }

        using var end = new CancellationTokenSource();
        var wanted = options.ServersOnly ? resources.Where(resource => resource is not ProjectResource) : resources;
        var engine = new Engine(options, [.. wanted], TimeProvider.System);
        var signals = EndSignals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)).ToList();
        var parent = ParentWatch.EndWithAsync(end);
        try
        {
            return await RunAsync(engine, end.Token);
        }
        finally
        {
            await end.CancelAsync();
            await parent;
            signals.ForEach(signal => signal.Dispose());
        }

        void OnSignal(PosixSignalContext context)
        {
            context.Cancel = true;
            if (end.IsCancellationRequested)
            {
                // Asked twice: no more patience.
                engine.KillAll();
            }

            end.Cancel();
        }
    }

    private static async Task<int> RunAsync(Engine engine, CancellationToken ct)
    {
        try
        {
            await engine.RunAsync(ct);
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (ServerException problem)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{problem.Message}[/]");
            if (problem.Remedy is { } remedy)
            {
                AnsiConsole.WriteLine(remedy);
            }

            return 1;
        }
        catch (Exception unexpected)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]The platform cannot go on: {unexpected.Message}[/]");
            await Console.Error.WriteLineAsync($"{Environment.NewLine}{unexpected}");
            return 1;
        }
    }
}
