using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.People;

/// <summary>Which people a list holds.</summary>
/// <param name="Search">Part of the name.</param>
public readonly record struct PeopleQuery(
    [property: FromQuery(Name = "search")] string? Search,
    [property: FromQuery(Name = "function")] string? Function,
    [property: FromQuery(Name = "active")] bool? Active
);

internal static class ListPeople
{
    internal static void MapListPeople(this RouteGroupBuilder people) =>
        people.MapGet("/", Handle).WithName(nameof(ListPeople)).WithSummary("People by name.");

    internal static async Task<Results<Ok<Page<PersonResponse>>, ProblemHttpResult>> Handle(
        [AsParameters] PeopleQuery query,
        [AsParameters] PageQuery page,
        IdentityDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!Cursors.TryName(page.Cursor, out var after))
        {
            return Cursors.Invalid.ToProblem();
        }

        var people = Chosen(db.People.AsNoTracking(), query);
        if (after is { } position)
        {
            people = people.Where(person =>
                EF.Functions.GreaterThan(
                    ValueTuple.Create(person.Name, person.Id),
                    ValueTuple.Create(position.Name, position.Id)
                )
            );
        }

        var found = await people
            .OrderBy(person => person.Name)
            .ThenBy(person => person.Id)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(
            Page.From(
                [.. found.Select(person => PersonResponse.From(person, user))],
                page.Size,
                person => Cursors.Of(person.Name, person.Id)
            )
        );
    }

    private static IQueryable<Person> Chosen(IQueryable<Person> people, PeopleQuery query)
    {
        if (query.Search is { Length: > 0 } search)
        {
            var pattern = $"%{search.Replace("\\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
            people = people.Where(person => EF.Functions.ILike(person.Name, pattern, "\\"));
        }

        if (query.Function is { Length: > 0 } function)
        {
            people = people.Where(person => person.Function == function);
        }

        if (query.Active is { } active)
        {
            people = people.Where(person => person.IsActive == active);
        }

        return people;
    }
}
