using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Options;

internal static class OptionErrors
{
    public static readonly Error NotFound = new("option-not-found", "There is no such option.", ErrorKind.NotFound);

    public static readonly Error NotExpedite = new(
        "option-not-expedite",
        "Only an option of the class of service Expedite may bypass the session."
    );

    public static readonly Error NotStakeholder = new(
        "not-stakeholder",
        "Only a stakeholder of the option's customer may do this.",
        ErrorKind.Forbidden
    );

    public static readonly Error MayNotScore = new(
        "may-not-score",
        "Scores are given by stakeholders of the customer, leads of the delivering team and administrators.",
        ErrorKind.Forbidden
    );

    public static readonly Error NotFinished = new(
        "option-not-finished",
        "Value is reviewed when the work is finished."
    );

    public static readonly Error BoardNeeded = new(
        "board-needed",
        "There is not exactly one board that this could go to: name the board of a team that delivers it.",
        ErrorKind.Invalid
    );

    public static Error NotWaiting(string key, OptionStatus status) =>
        new("option-not-waiting", $"{key} is {status}; only a waiting option can be committed.");
}
