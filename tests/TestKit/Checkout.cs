namespace FlowPlatform.TestKit;

/// <summary>Places in the checkout that tests read or write.</summary>
public static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FlowPlatform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{from} is not inside a checkout of FlowPlatform.");
    }
}
