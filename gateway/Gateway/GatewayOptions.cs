using System.ComponentModel.DataAnnotations;

namespace FlowPlatform.Gateway;

/// <summary>What an operator may set for the gateway, in the configuration section "Gateway".</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>
    /// Requests a second that one person (or one address, when nobody is signed in) may go on making.
    /// </summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 2_000;

    /// <summary>Requests that one person may make at once before the rate counts.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; set; } = 4_000;

    /// <summary>Attempts to sign in, or to use a token that turns out to be wrong, per minute and address.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 120;

    [Range(1, 1_000_000)]
    public int SignInBurst { get; set; } = 60;

    /// <summary>The largest request body, except on routes that set their own MaxRequestBodySize.</summary>
    [Range(1_024, int.MaxValue)]
    public int LargestRequest { get; set; } = 1_048_576;

    /// <summary>
    /// How long a service may take until its answer begins; streams and uploads are not bound by it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often each replica of a service is asked whether it is ready.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan HealthInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a personal access token's exchange is trusted: a revoked one works no longer than this.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RevocationDelay { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The longest time that a browser stays signed in.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Holds sessions and the keys that encrypt them; replicas of the gateway share it.</summary>
    public string DataFolder { get; set; } =
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            ),
            "flowplatform",
            "gateway"
        );
}
