using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Tests.Features;

/// <summary>Intake with one team and two customers that Identity has told it of.</summary>
public sealed class IntakeFixture() : ServiceFixture<Program>("intake")
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public Guid Team { get; } = Guid.CreateVersion7();
    public Guid Sales { get; } = Guid.CreateVersion7();
    public Guid Treasury { get; } = Guid.CreateVersion7();
    public TestPerson Requester { get; private set; } = TestPerson.Nobody();
    public TestPerson Member { get; private set; } = TestPerson.Nobody();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Requester = TestPerson.Requester(Sales);
        Member = TestPerson.Member(Team);
        var now = TimeProvider.System.GetUtcNow();
        await Messages.PublishAsync(new TeamChanged(Team, 1, "Finance Systems", null, true, [], now, Team));
        await Messages.PublishAsync(new CustomerChanged(Sales, 1, "Sales", true, [], null, null, now, Team));
        await Messages.PublishAsync(new CustomerChanged(Treasury, 1, "Treasury", true, [], null, null, now, Team));
        await Eventually.Holds(
            () => WithDatabaseAsync<IntakeDbContext, bool>(db => db.Customers.AnyAsync(c => c.Id == Treasury)),
            "the customers' copies"
        );
    }

    public async Task<RequestResponse> SubmitAsync(string title = "Invoices are printed twice", TestPerson? by = null)
    {
        var response = await PostAsync(by ?? Requester, "/intake/requests", new { customerId = Sales, title });
        return await ReadAsync<RequestResponse>(response);
    }

    public Task<HttpResponseMessage> PostAsync(TestPerson? person, string path, object body) =>
        ClientFor(person).PostAsJsonAsync(path, body, Json);

    public async Task<T> GetAsync<T>(TestPerson person, string path) =>
        await ReadAsync<T>(await ClientFor(person).GetAsync(new Uri(path, UriKind.Relative)));

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode}: {text}");
        return JsonSerializer.Deserialize<T>(text, Json)!;
    }

    public static async Task<string> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

    public static byte[] Log { get; } =
        File.ReadAllBytes(Checkout.PathOf("tests", "data", "servicenow-incident-log.csv"));

    public Task<HttpResponseMessage> SendFileAsync(
        byte[] file,
        string query = "profile=servicenow",
        string type = "text/csv",
        TestPerson? by = null,
        int replica = 0
    )
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var path = $"/intake/imports?customerId={Sales}&teamId={Team}&{query}";
        return ClientFor(by ?? Member, replica).PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public async Task<ImportResponse> ImportAsync(
        byte[] file,
        string query = "profile=servicenow",
        string type = "text/csv"
    )
    {
        var response = await SendFileAsync(file, query, type);
        return await EndAsync((await ReadAsync<ImportResponse>(response)).Id);
    }

    public async Task<ImportResponse> EndAsync(Guid importId)
    {
        ImportResponse? import = null;
        await Eventually.Holds(
            async () =>
                (import = await GetAsync<ImportResponse>(Member, $"/intake/imports/{importId}")).State
                    is ImportState.Completed
                        or ImportState.Failed
                        or ImportState.Cancelled,
            "the end of the import"
        );
        return import!;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal Task<int> CountAsync() => WithDatabaseAsync<IntakeDbContext, int>(db => db.Requests.CountAsync());
}
