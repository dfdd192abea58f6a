using System.Diagnostics;
using Spectre.Console;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>What a person in front of the terminal sees: one line a finished step, and nothing that scrolls away.</summary>
internal sealed class ConsoleView : IProgress<string>
{
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly Lock _gate = new();

    internal ConsoleView()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No });
            // Addresses must not be broken over lines where no terminal has a width.
            AnsiConsole.Profile.Width = 400;
        }
    }

    /// <summary>Something that takes long enough to be announced before it is done.</summary>
    public void Report(string value)
    {
        lock (_gate)
        {
            AnsiConsole.MarkupLineInterpolated($"  [grey]{value}...[/]");
        }
    }

    internal void Done(string what)
    {
        lock (_gate)
        {
            AnsiConsole.MarkupLineInterpolated($"  {what, -44}[grey]{_elapsed.Elapsed.TotalSeconds, 6:0.0} s[/]");
        }
    }

    internal void Warn(string what)
    {
        lock (_gate)
        {
            AnsiConsole.MarkupLineInterpolated($"  [yellow]{what}[/]");
        }
    }

    internal void Say(string name, string value)
    {
        lock (_gate)
        {
            AnsiConsole.MarkupLineInterpolated($"  {name, -12} {value}");
        }
    }

    internal void Title(string text)
    {
        lock (_gate)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated($"[bold]{text}[/]");
        }
    }

    /// <summary>Shows what is waited for on a line of its own, where the terminal can take it away again.</summary>
    internal async Task WhileAsync(Func<string> waitingFor, Task work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            await work;
            return;
        }

        await AnsiConsole
            .Status()
            .StartAsync(
                waitingFor(),
                async status =>
                {
                    while (!work.IsCompleted)
                    {
                        status.Status(Markup.Escape($"{waitingFor()} ({_elapsed.Elapsed.TotalSeconds:0} s)"));
                        await Task.WhenAny(work, Task.Delay(500));
                    }
                }
            );
        await work;
    }
}
