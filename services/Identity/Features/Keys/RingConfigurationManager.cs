using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>Lets Identity validate its own tokens from the ring, rather than by calling itself.</summary>
internal sealed class RingConfigurationManager(KeyRing ring, IssuerAddress issuer)
    : IConfigurationManager<OpenIdConnectConfiguration>
{
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = issuer.Value };
        foreach (var key in ring.Verifying)
        {
            configuration.SigningKeys.Add(key);
        }

        return Task.FromResult(configuration);
    }

    public void RequestRefresh()
    {
        // The ring reloads by itself.
    }
}
