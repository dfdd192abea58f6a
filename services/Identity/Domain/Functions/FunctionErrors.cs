using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Functions;

internal static class FunctionErrors
{
    public static Error NameMissing { get; } =
        new("identity.function-name-missing", "A function needs a name.", ErrorKind.Invalid);

    public static Error NameTaken { get; } = new("identity.function-name-taken", "This function exists already.");

    public static Error InUse { get; } =
        new("identity.function-in-use", "People or teams belong to this function. Move them first.");

    public static Error NotFound { get; } =
        new("identity.function-not-found", "There is no such function.", ErrorKind.NotFound);
}
