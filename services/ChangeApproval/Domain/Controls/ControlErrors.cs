namespace FlowPlatform.ChangeApproval.Domain.Controls;

internal static class ControlErrors
{
    internal const string BrokenCode = "changes.control-broken";
    internal const string IncompleteCode = "changes.control-incomplete";
}
