using FlowPlatform.TestKit;

namespace FlowPlatform.Architecture.Tests;

/// <summary>The hand-written source files of the checkout.</summary>
internal static class Sources
{
    private static readonly string[] Generated = ["Migrations", "obj", "bin", "artifacts", "node_modules", ".flow"];

    public static IReadOnlyList<string> Services { get; } =
    ["AiAdoption", "Board", "ChangeApproval", "Identity", "Intake", "Prioritisation"];

    public static IReadOnlyList<string> Below(params string[] folder)
    {
        var root = Checkout.PathOf(folder);
        return !Directory.Exists(root)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                    .Where(file => !IsGenerated(file)),
            ];
    }

    public static string Relative(string file) => Path.GetRelativePath(Checkout.Root, file);

    private static bool IsGenerated(string file) =>
        Relative(file).Split(Path.DirectorySeparatorChar).Any(Generated.Contains);
}
