using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;
using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>Start, stop and restart as the dashboard shows and calls them.</summary>
internal static class CommandMessages
{
    private const string Start = "start";
    private const string Stop = "stop";
    private const string Restart = "restart";

    internal static ResourceCommand? Parse(string name) =>
        name switch
        {
            Start => ResourceCommand.Start,
            Stop => ResourceCommand.Stop,
            Restart => ResourceCommand.Restart,
            _ => null,
        };

    internal static ResourceCommandResponse ToMessage(CommandOutcome outcome)
    {
        var message = new ResourceCommandResponse
        {
            Kind = outcome.Succeeded ? CommandResult.Succeeded : CommandResult.Failed,
        };
        if (outcome.Message is { } text)
        {
            message.Message = text;
        }

        return message;
    }

    /// <summary>Whole set for each state: what does not fit the state is hidden or greyed, never missing.</summary>
    internal static IEnumerable<Command> For(ResourceSnapshot resource)
    {
        if (!resource.TakesCommands)
        {
            return [];
        }

        var state = resource.State;
        var canStop = state is ResourceState.Running or ResourceState.Waiting;
        return
        [
            A(
                Start,
                "Start",
                "Play",
                state.IsActive() ? CommandState.Hidden : CommandState.Enabled,
                isHighlighted: true
            ),
            A(Stop, "Stop", "Stop", StopState(state.IsActive(), canStop), isHighlighted: true),
            A(
                Restart,
                "Restart",
                "ArrowCounterclockwise",
                state == ResourceState.Running ? CommandState.Enabled : CommandState.Disabled
            ),
        ];
    }

    private static CommandState StopState(bool isActive, bool canStop) =>
        isActive
            ? canStop
                ? CommandState.Enabled
                : CommandState.Disabled
            : CommandState.Hidden;

    private static Command A(string name, string label, string icon, CommandState state, bool isHighlighted = false) =>
        new()
        {
            Name = name,
            DisplayName = label,
            IconName = icon,
            IconVariant = IconVariant.Filled,
            IsHighlighted = isHighlighted,
            State = state,
        };
}
