using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.People;

/// <summary>Keeps a person and their account in step.</summary>
internal sealed class PersonRegister(IdentityDbContext db, ILookupNormalizer normalizer, TimeProvider clock)
{
    public async Task<Result<Person>> AddAsync(PersonRequest request, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var details = Details(request);
        var added = Person.Add(Guid.CreateVersion7(now), details);
        if (added.IsRefused)
        {
            return added.Error;
        }

        if (await RefusalAsync(details, added.Value.Id, ct) is { } refusal)
        {
            return refusal;
        }

        db.People.Add(added.Value);
        db.Accounts.Add(Account.For(added.Value.Id, details.Email, normalizer));
        db.Record(added.Value, before: null, "person.added", by, now);
        await db.SaveChangesAsync(ct);
        return added.Value;
    }

    public async Task<Result> CorrectAsync(Person person, PersonRequest request, Guid by, CancellationToken ct)
    {
        var details = Details(request);
        if (await RefusalAsync(details, person.Id, ct) is { } refusal)
        {
            return refusal;
        }

        var before = PersonState.Of(person);
        var corrected = person.Correct(details);
        if (corrected.IsRefused)
        {
            return corrected;
        }

        var account = await db.Accounts.SingleAsync(known => known.Id == person.Id, ct);
        if (!string.Equals(account.Email, person.Email, StringComparison.Ordinal))
        {
            account.MoveTo(person.Email, normalizer);
        }

        db.Record(person, before, "person.corrected", by, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    private async Task<Error?> RefusalAsync(PersonDetails details, Guid personId, CancellationToken ct)
    {
        if (details.Function is { } function && !await db.Functions.AnyAsync(known => known.Name == function, ct))
        {
            return PersonErrors.FunctionUnknown;
        }

        // The unique index has the last word over two at once; this is for the better answer.
        var email = normalizer.NormalizeEmail(details.Email);
        return await db.Accounts.AnyAsync(known => known.NormalizedEmail == email && known.Id != personId, ct)
            ? PersonErrors.EmailTaken
            : null;
    }

    private static PersonDetails Details(PersonRequest request) =>
        new(request.Name, request.Email, request.Function, request.IsLeader);
}
