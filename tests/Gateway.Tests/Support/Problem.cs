using System.Net.Http.Json;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>Problem details as a client reads them.</summary>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string Code)
{
    public static async Task<Problem> ReadAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<Problem>(TestContext.Current.CancellationToken);
        problem!.Status.ShouldBe((int)response.StatusCode);
        problem.Title.ShouldNotBeNullOrWhiteSpace();
        problem.Detail.ShouldNotBeNullOrWhiteSpace();
        return problem;
    }
}
