namespace FlowPlatform.Identity.Features.Functions;

/// <summary>A function of the organisation.</summary>
public sealed record FunctionResponse(string Name);

internal static class FunctionEndpoints
{
    internal static void MapFunctions(this RouteGroupBuilder identity)
    {
        var functions = identity.MapGroup("/functions").WithTags("Functions");
        functions.MapListFunctions();
        functions.MapAddFunction();
        functions.MapRemoveFunction();
    }
}
