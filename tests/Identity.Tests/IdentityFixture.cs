using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.Identity.Tests;

/// <summary>The service with the demo organisation, whose people all have <see cref="Password"/>.</summary>
public class IdentityFixture() : ServiceFixture<Program>("identity")
{
    public const string Password = "a password for tests";
    public const string Issuer = "https://identity.flow.example";

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Demo:Seed"] = "true",
            ["Demo:Password"] = Password,
            ["Authentication:Issuer"] = Issuer,
            ["SigningKeys:EncryptionKey"] = Convert.ToBase64String(new byte[32]),
            ["SigningKeys:ReloadEvery"] = "00:00:01",
            ["SignIn:AttemptsPerAddressPerMinute"] = "1000",
            ["SignIn:AttemptsPerAccountPerMinute"] = "1000",
        };

    /// <summary>A client of a person of the demo organisation, with a token that Identity itself has issued.</summary>
    internal async Task<HttpClient> SignedInAsync(string mailbox, int replica = 0)
    {
        var tokens = await SignInAsync(mailbox, replica: replica);
        return With(tokens.AccessToken, replica);
    }

    internal async Task<TokenResponse> SignInAsync(string mailbox, string password = Password, int replica = 0)
    {
        using var answer = await TryGrantAsync(
            new
            {
                grantType = "password",
                email = $"{mailbox}@flow.example",
                password,
            },
            replica
        );
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<TokenResponse>())!;
    }

    internal async Task<HttpResponseMessage> TryGrantAsync(object grant, int replica = 0)
    {
        using var client = ClientFor(null, replica);
        return await client.PostAsJsonAsync(new Uri("/identity/tokens", UriKind.Relative), grant);
    }

    internal HttpClient With(string accessToken, int replica = 0)
    {
        var client = ClientFor(null, replica);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    /// <summary>A client with a token that says exactly this, signed by the service's own key.</summary>
    internal HttpClient ClientAs(TestPerson person)
    {
        var claims = new PersonClaims
        {
            Id = person.Id,
            Name = person.Name,
            Roles = [.. person.Roles],
            Teams = [.. person.Teams.Select(team => $"{team.Id}:{team.Role}")],
            Customers = [.. person.Customers.Select(customer => $"{customer.Id}:{customer.Role}")],
            IsLockedOut = false,
        };
        var scopes = person.Scopes.Count > 0 ? person.Scopes.ToArray() : null;
        var issuer = Services.GetRequiredService<TokenIssuer>();
        return With(issuer.Issue(claims, scopes, DateTimeOffset.MaxValue).Token);
    }

    internal Task<T> ReadAsync<T>(Func<IdentityDbContext, Task<T>> read) =>
        WithDatabaseAsync<IdentityDbContext, T>(read);
}

internal static class Answers
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(), Web);

    /// <summary>The stable code of a refusal.</summary>
    public static async Task<string?> CodeAsync(this HttpResponseMessage answer) =>
        (await answer.JsonAsync()).GetProperty("code").GetString();

    /// <summary>The fields that a 400 complains about.</summary>
    public static async Task<string[]> FieldsAsync(this HttpResponseMessage answer) =>
        [.. (await answer.JsonAsync()).GetProperty("errors").EnumerateObject().Select(field => field.Name)];

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object? body = null) =>
        client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body ?? new { });

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body) =>
        client.PutAsJsonAsync(new Uri(path, UriKind.Relative), body);

    public static Task<HttpResponseMessage> GetAsync(this HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative));

    public static Task<HttpResponseMessage> DeleteAsync(this HttpClient client, string path) =>
        client.DeleteAsync(new Uri(path, UriKind.Relative));
}
