using Microsoft.Extensions.FileProviders;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace FlowPlatform.Gateway.Pages;

/// <summary>
/// The page to try the joined API. The library's own middleware would evaluate its settings as script text, which
/// the content security policy forbids; so only its files are used, with a start script of ours.
/// </summary>
internal static class ApiPage
{
    private const string OurFiles = "FlowPlatform.Gateway.Pages.Api";
    private const string LibraryFiles = "Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist";

    // Relaxed for what the library does: inline styles, and pictures as data.
    private static readonly ContentPolicy Policy = new(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );

    public static void MapApiPage(this IEndpointRouteBuilder endpoints)
    {
        var ours = new EmbeddedFileProvider(typeof(ApiPage).Assembly, OurFiles);
        var library = new EmbeddedFileProvider(typeof(SwaggerUIOptions).Assembly, LibraryFiles);
        var page = endpoints.MapGroup("/api").AllowAnonymous().WithMetadata(Policy).ExcludeFromDescription();
        page.MapGet("/", () => Send(ours, "index.html", "text/html; charset=utf-8"));
        page.MapGet("/page/start.js", () => Send(ours, "start.js", "text/javascript; charset=utf-8"));
        page.MapGet("/page/swagger-ui.css", () => Send(library, "swagger-ui.css", "text/css; charset=utf-8"));
        page.MapGet(
            "/page/swagger-ui-bundle.js",
            () => Send(library, "swagger-ui-bundle.js", "text/javascript; charset=utf-8")
        );
    }

    private static IResult Send(EmbeddedFileProvider files, string name, string type) =>
        files.GetFileInfo(name) is { Exists: true } file
            ? TypedResults.Stream(file.CreateReadStream(), type, lastModified: file.LastModified)
            : TypedResults.NotFound();
}
