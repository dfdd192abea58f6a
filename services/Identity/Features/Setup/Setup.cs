using FlowPlatform.Identity.Data;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Identity.Features.Setup;

/// <summary>
/// Before the first request is served: the demo organisation or the first administrator, where configured.
/// </summary>
internal sealed class Setup(
    IServiceScopeFactory scopes,
    IOptions<DemoOptions> demo,
    IOptions<FirstAdministratorOptions> first
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<FirstPeople>();
        if (demo.Value.Seed)
        {
            var password = DemoPasswords.Choose(demo.Value);
            if (await people.AddDemoAsync(password, cancellationToken))
            {
                var addresses = DemoOrganisation.People.Select(person => person.Email);
                DemoPasswords.Tell(demo.Value, password, addresses);
            }
        }
        else if (first.Value is { Email.Length: > 0, Password.Length: > 0 } administrator)
        {
            await people.AddAdministratorAsync(administrator, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
