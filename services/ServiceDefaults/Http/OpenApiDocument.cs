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
        NeverRequireLists(document);
        return Task.CompletedTask;
    }

    // A list in the query may be left out, and is empty then; the compiled binding says of a nullable array that it is required.
    private static void NeverRequireLists(Microsoft.OpenApi.OpenApiDocument document)
    {
        var lists = document
            .Paths.Values.SelectMany(path => path.Operations ?? [])
            .SelectMany(operation => operation.Value.Parameters ?? [])
            .OfType<OpenApiParameter>()
            .Where(parameter => parameter is { In: ParameterLocation.Query, Schema.Type: JsonSchemaType.Array });
        foreach (var list in lists)
        {
            list.Required = false;
        }
    }
}
