using System.IO.Compression;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
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
        page.MapGet(
            "/page/swagger-ui.css",
            (HttpContext context) => SendPacked(context, library, "swagger-ui.css", "text/css; charset=utf-8")
        );
        page.MapGet(
            "/page/swagger-ui-bundle.js",
            (HttpContext context) =>
                SendPacked(context, library, "swagger-ui-bundle.js", "text/javascript; charset=utf-8")
        );
    }

    private static IResult Send(EmbeddedFileProvider files, string name, string type) =>
        files.GetFileInfo(name) is { Exists: true } file
            ? TypedResults.Stream(file.CreateReadStream(), type, lastModified: file.LastModified)
            : Refusals.NotFound;

    /// <summary>The library's files are in its assembly compressed, and go out like that to whoever takes it.</summary>
    private static IResult SendPacked(HttpContext context, EmbeddedFileProvider files, string name, string type)
    {
        if (files.GetFileInfo(name) is not { Exists: true } file)
        {
            return Refusals.NotFound;
        }

        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        context.Response.Headers.CacheControl = "public, max-age=3600";
        var packed = file.CreateReadStream();
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Stream(new GZipStream(packed, CompressionMode.Decompress), type);
        }

        context.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Stream(packed, type);
    }
}
