using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Functions;

/// <summary>
/// A function of the organisation, such as engineering or finance. Its name is its identity, since messages and
/// figures carry the name: it is never renamed.
/// </summary>
internal sealed class Function
{
    public const int NameMaxLength = 100;

    private Function() { }

    public string Name { get; private set; } = "";

    public static Result<Function> Named(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > NameMaxLength)
        {
            return FunctionErrors.NameMissing;
        }

        return new Function { Name = trimmed };
    }
}
