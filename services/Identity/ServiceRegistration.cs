using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Features.Announcements;
using FlowPlatform.Identity.Features.Customers;
using FlowPlatform.Identity.Features.Functions;
using FlowPlatform.Identity.Features.Keys;
using FlowPlatform.Identity.Features.Me;
using FlowPlatform.Identity.Features.Passwords;
using FlowPlatform.Identity.Features.People;
using FlowPlatform.Identity.Features.Setup;
using FlowPlatform.Identity.Features.Teams;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.HttpOverrides;

namespace FlowPlatform.Identity;

internal static class ServiceRegistration
{
    internal static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        // The grant type may stand anywhere in the body.
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.AllowOutOfOrderMetadataProperties = true
        );
        builder.AddServiceDatabase<IdentityDbContext>();
        builder.AddServiceBus(bus => bus.AddServiceConsumer<OnDirectoryRequested>());
        // Before the keys: hosted services start in this order.
        builder.AddSetup();
        builder.AddAccounts();
        builder.AddSigningKeys();
        builder.AddTokens();
        builder.Services.AddScoped<PersonRegister>().AddScoped<PersonRights>();
        builder.Services.AddScoped<TeamChange>().AddScoped<CustomerChange>();
        builder.AddClientAddresses();
    }

    // The client's own address is what sign-in is limited by. It is believed only from a proxy on this machine, or in
    // one of the networks that are configured.
    private static void AddClientAddresses(this WebApplicationBuilder builder)
    {
        var networks = builder.Configuration.GetSection("ForwardedHeaders:KnownNetworks").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            foreach (var network in networks)
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    internal static void MapIdentity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.MapDiscovery();
        var identity = app.MapGroup("/identity");
        identity.MapTokens();
        identity.MapRedeemPasswordReset();
        identity.MapMe();
        identity.MapPeople();
        identity.MapTeams();
        identity.MapCustomers();
        identity.MapFunctions();
        identity.MapKeys();
    }
}
