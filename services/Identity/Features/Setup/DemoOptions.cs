namespace FlowPlatform.Identity.Features.Setup;

/// <summary>The demo organisation of a development platform. Section "Demo".</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Fills an empty database with the demo organisation.</summary>
    public bool Seed { get; init; }

    /// <summary>The password of all its people; without it one is made up and printed once.</summary>
    public string? Password { get; init; }

    /// <summary>Where "address password" lines go, readable by the owner alone.</summary>
    public string? PasswordFile { get; init; }
}

/// <summary>Who opens the doors of a new platform that is no demonstration. Section "FirstAdministrator".</summary>
internal sealed class FirstAdministratorOptions
{
    public const string Section = "FirstAdministrator";

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }
}
