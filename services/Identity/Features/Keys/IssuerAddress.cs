using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>
/// The name tokens are issued under, which is also where the discovery document is found: what is configured, else the
/// address other services are given, else the one this process listens on.
/// </summary>
internal sealed class IssuerAddress(IConfiguration configuration, IServer server)
{
    private string? _value;

    public string Value => _value ??= Find() ?? throw new InvalidOperationException("Set Authentication:Issuer.");

    private string? Find()
    {
        string?[] candidates =
        [
            configuration["Authentication:Issuer"],
            configuration["Authentication:Authority"],
            configuration["services:identity:http:0"],
            server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(),
        ];
        return candidates.FirstOrDefault(candidate => candidate is { Length: > 0 })?.TrimEnd('/');
    }
}
