using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.TestKit;
using Npgsql;

namespace FlowPlatform.ChangeApproval.Tests;

public sealed class ChangesFixture() : ServiceFixture<Program>("changes")
{
    internal static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["AuditLog:KeySecret"] = "a secret for tests" };

    internal async Task<int> SqlAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteNonQueryAsync();
    }

    internal async Task<T> ScalarAsync<T>(string question)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Makes a team and its people known, as Identity's events would, and waits until they are.</summary>
    internal async Task KnowAsync(Guid teamId, params TestPerson[] people)
    {
        var at = TimeProvider.System.GetUtcNow();
        foreach (var person in people)
        {
            await Messages.PublishAsync(
                new PersonChanged(person.Id, 1, person.Name, "x@example.org", null, false, true, [], at, person.Id)
            );
        }

        var members = people
            .SelectMany(p => p.Teams.Where(t => t.Id == teamId).Select(t => new TeamMember(p.Id, t.Role)))
            .ToList();
        var version = at.ToUnixTimeMilliseconds();
        await Messages.PublishAsync(new TeamChanged(teamId, version, "Team", null, true, members, at, Guid.Empty));
        await Eventually.Holds(
            () =>
                WithDatabaseAsync<ChangesDbContext, bool>(async db =>
                    await db.Teams.FindAsync(teamId) is { } team && team.Version == version
                ),
            "the team is known"
        );
    }
}

internal static class Http
{
    internal static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body) =>
        client.PutAsJsonAsync(path, body, ChangesFixture.Json);

    internal static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) =>
        client.PostAsJsonAsync(path, body, ChangesFixture.Json);

    internal static async Task<T> ReadAsync<T>(this HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue(
            $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}"
        );
        return (await response.Content.ReadFromJsonAsync<T>(ChangesFixture.Json))!;
    }

    internal static async Task<T> GetAsync<T>(this HttpClient client, string path) =>
        await (await client.GetAsync(path)).ReadAsync<T>();

    /// <summary>The code of a refusal, after its status was checked.</summary>
    internal static async Task<string> CodeAsync(this HttpResponseMessage response, System.Net.HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        using var problem = JsonDocument.Parse(text);
        return problem.RootElement.TryGetProperty("code", out var code) ? code.GetString()! : "";
    }
}
