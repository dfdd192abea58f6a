using System.Net.Http.Json;
using System.Text.Json;

namespace FlowPlatform.EndToEnd.Tests.Platform;

/// <summary>The people of the demo organisation, signed in through the gateway like any client app.</summary>
public sealed class DemoPeople
{
    public static readonly Guid FinanceSystems = Guid.Parse("01900000-0000-7000-8001-000000000001");
    public static readonly Guid MarketingAnalytics = Guid.Parse("01900000-0000-7000-8001-000000000002");
    public static readonly Guid LegalOperations = Guid.Parse("01900000-0000-7000-8001-000000000003");
    public static readonly Guid Accounting = Guid.Parse("01900000-0000-7000-8002-000000000001");
    public static readonly Guid Treasury = Guid.Parse("01900000-0000-7000-8002-000000000002");
    public static readonly Guid Controlling = Guid.Parse("01900000-0000-7000-8002-000000000003");

    private readonly Dictionary<string, Client> _clients = new(StringComparer.Ordinal);
    private readonly Uri _gateway;
    private readonly Dictionary<string, string> _passwords;

    private DemoPeople(Uri gateway, Dictionary<string, string> passwords) =>
        (_gateway, _passwords) = (gateway, passwords);

    public static Guid Person(int number) => Guid.Parse($"01900000-0000-7000-8000-{number:d12}");

    /// <summary>The client of a person by mailbox: "lena", "max", "anna"...</summary>
    public Client this[string mailbox] => _clients[mailbox];

    public Client Anonymous => new(new HttpClient { BaseAddress = _gateway });

    public string PasswordOf(string mailbox) => _passwords[$"{mailbox}@flow.example"];

    public static async Task<DemoPeople> SignInAsync(Uri gateway, string passwordFile)
    {
        var passwords = (await File.ReadAllLinesAsync(passwordFile))
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts is [{ Length: > 0 } name, _] && name.Contains('@', StringComparison.Ordinal))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        var people = new DemoPeople(gateway, passwords);
        foreach (var email in passwords.Keys)
        {
            var mailbox = email.Split('@')[0];
            people._clients[mailbox] = await people.SignInAsync(email, passwords[email]);
        }

        return people;
    }

    /// <summary>Somebody who was added later can be asked for like everybody else from now on.</summary>
    public async Task WelcomeAsync(string email, string password)
    {
        _passwords[email] = password;
        _clients[email.Split('@')[0]] = await SignInAsync(email, password);
    }

    private async Task<Client> SignInAsync(string email, string password)
    {
        var signedIn = new SignedIn(await TokenAsync(email, password), () => TokenAsync(email, password));
        return new Client(new HttpClient(signedIn) { BaseAddress = _gateway, Timeout = TimeSpan.FromSeconds(100) });
    }

    private async Task<string> TokenAsync(string email, string password)
    {
        using var anonymous = new HttpClient { BaseAddress = _gateway };
        var grant = new
        {
            grantType = "password",
            email,
            password,
        };
        using var response = await anonymous.PostAsJsonAsync("/api/identity/tokens", grant);
        response.IsSuccessStatusCode.ShouldBeTrue($"{email} signs in: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }
}
