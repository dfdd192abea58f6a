using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace FlowPlatform.Gateway.Pages;

/// <summary>Serves the web page where it was built in, and otherwise a few lines that say where the API is.</summary>
internal static class WebPage
{
    private const string Start = "/index.html";
    private const string HashedNames = "/assets";
    private const string Landing = """
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>FlowPlatform</title>
            <link rel="icon" href="data:,">
          </head>
          <body>
            <h1>FlowPlatform</h1>
            <p>The web page is not part of this build.</p>
            <ul>
              <li><a href="/api">Try the API</a></li>
              <li><a href="/health/ready">Is the platform ready?</a></li>
            </ul>
          </body>
        </html>
        """;

    /// <summary>The build puts the page beside the program, wherever that is started from.</summary>
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void UseWebPage(this WebApplication app)
    {
        if (IsBuiltIn())
        {
            var files = new PhysicalFileProvider(Folder);
            app.Use((context, next) => PreferPacked(context, files, next));
            app.UseStaticFiles(
                new StaticFileOptions
                {
                    FileProvider = files,
                    ContentTypeProvider = new PackedTypes(),
                    OnPrepareResponse = SetHeaders,
                }
            );
        }
    }

    public static void MapWebPage(this WebApplication app)
    {
        app.MapFallback("/api/{**rest}", Unknown).AllowAnonymous();
        if (IsBuiltIn())
        {
            // The page routes by itself: whatever address it made up leads to it. Where a file was meant, none is.
            app.MapFallback("/assets/{**rest}", Unknown).AllowAnonymous();
            app.MapFallback("/{**path}", SendStart).AllowAnonymous();
            return;
        }

        app.MapGet("/", () => TypedResults.Content(Landing, "text/html; charset=utf-8"))
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapFallback("/{**path}", Unknown).AllowAnonymous();
    }

    private static Refusal Unknown() => Refusals.NotFound;

    private static bool IsBuiltIn() => File.Exists(Folder + Start);

    private static PhysicalFileHttpResult SendStart(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.PhysicalFile(Folder + Start, "text/html; charset=utf-8");
    }

    /// <summary>The build has compressed the texts once; nothing is compressed while somebody waits.</summary>
    private static Task PreferPacked(HttpContext context, PhysicalFileProvider files, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (!HttpMethods.IsGet(context.Request.Method) || !files.GetFileInfo(path).Exists)
        {
            return next(context);
        }

        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, suffix) in PackedTypes.Encodings)
        {
            if (
                accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase)
                && files.GetFileInfo(path + suffix).Exists
            )
            {
                context.Request.Path = path + suffix;
                break;
            }
        }

        return next(context);
    }

    private static void SetHeaders(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        if (PackedTypes.EncodingOf(file.File.Name) is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }

        // The build puts a content hash into the names under assets/; everything else is asked for again each time.
        headers.CacheControl = file.Context.Request.Path.StartsWithSegments(HashedNames, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }

    /// <summary>A packed file has the type of what is in it.</summary>
    private sealed class PackedTypes : IContentTypeProvider
    {
        public static readonly (string Encoding, string Suffix)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

        public static string? EncodingOf(string name) =>
            Array.Find(Encodings, known => name.EndsWith(known.Suffix, StringComparison.Ordinal)).Encoding;

        public bool TryGetContentType(string subpath, out string contentType)
        {
            var name = EncodingOf(subpath) is null ? subpath : Path.ChangeExtension(subpath, null);
            var isKnown = Types.TryGetContentType(name, out var type);
            contentType = type ?? "application/octet-stream";
            return isKnown;
        }
    }
}
