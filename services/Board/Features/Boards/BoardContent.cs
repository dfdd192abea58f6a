using System.Net.Mime;
using System.Reflection;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>A snapshot as the answer, compressed where the client takes it so.</summary>
internal sealed class BoardContent(BoardSnapshot board) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, encoding) = (httpContext.Response, EncodingFor(httpContext.Request));
        httpContext.SetETag(board.Version);
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentEncoding = encoding;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (board.Compressed(encoding) is not { } bytes)
        {
            await board.WriteAsync(response.Body, httpContext.RequestAborted);
            return;
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(
                StatusCodes.Status200OK,
                typeof(BoardResponse),
                [MediaTypeNames.Application.Json]
            )
        );

    private static string? EncodingFor(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Array.Find(["br", "gzip"], name => accepted.Any(one => one.Value == name && one.Quality != 0));
    }
}
