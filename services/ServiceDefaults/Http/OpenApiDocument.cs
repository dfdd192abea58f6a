using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FlowPlatform.ServiceDefaults.Http;

/// <summary>What the OpenAPI documents of all services say alike: their title, and that a bearer token is asked for.</summary>
internal static class OpenApiDocument
{
    private const string Bearer = "bearer";

    public static Task Describe(
        Microsoft.OpenApi.OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var service = context.ApplicationServices.GetRequiredService<ServiceIdentity>();
        document.Info = new OpenApiInfo { Title = $"FlowPlatform {service.Name}", Version = "v1" };
        // The address depends on where it runs; clients use the gateway's.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
