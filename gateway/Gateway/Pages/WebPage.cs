using Microsoft.AspNetCore.StaticFiles;

namespace FlowPlatform.Gateway.Pages;

/// <summary>Serves the web page where it was built in, and otherwise a few lines that say where the API is.</summary>
internal static class WebPage
{
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

    public static void UseWebPage(this WebApplication app)
    {
        if (IsBuiltIn(app))
        {
            app.UseDefaultFiles();
            app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SetCaching });
        }
    }

    public static void MapWebPage(this WebApplication app)
    {
        app.MapFallback("/api/{**rest}", Unknown).AllowAnonymous();
        if (IsBuiltIn(app))
        {
            // The page routes by itself: whatever address it made up leads to it.
            app.MapFallbackToFile("index.html").AllowAnonymous();
            return;
        }

        app.MapGet("/", () => TypedResults.Content(Landing, "text/html; charset=utf-8"))
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapFallback("/{**path}", Unknown).AllowAnonymous();
    }

    private static Refusal Unknown() => Refusals.NotFound;

    private static bool IsBuiltIn(WebApplication app) =>
        app.Environment.WebRootFileProvider.GetFileInfo("index.html").Exists;

    private static void SetCaching(StaticFileResponseContext file)
    {
        // The build puts a content hash into the names under assets/; everything else is asked for again each time.
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments(
            "/assets",
            StringComparison.Ordinal
        )
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }
}
