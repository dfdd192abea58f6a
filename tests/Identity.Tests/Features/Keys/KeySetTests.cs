using FlowPlatform.Identity.Features.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.Identity.Tests.Features.Keys;

public sealed class KeySetTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    [Fact]
    public void Given_keys_that_are_not_loaded_yet_Then_the_set_is_unavailable_and_not_empty()
    {
        var scopes = fixture.Services.GetRequiredService<IServiceScopeFactory>();
        var sealer = fixture.Services.GetRequiredService<KeySealer>();
        var fresh = new KeyRing(scopes, sealer, TimeProvider.System);

        var answer = KeySet.Handle(fresh, new DefaultHttpContext());

        answer.Result.ShouldBeOfType<ProblemHttpResult>().StatusCode.ShouldBe(StatusCodes.Status503ServiceUnavailable);
    }
}
