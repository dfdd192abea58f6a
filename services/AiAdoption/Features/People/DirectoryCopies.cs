using FlowPlatform.AiAdoption.Data;
using FlowPlatform.ServiceDefaults.Directory;

namespace FlowPlatform.AiAdoption.Features.People;

internal sealed class DirectoryCopies(AiAdoptionDbContext db) : IDirectoryCopies
{
    public IQueryable<long> People => db.People.Select(person => person.Version);

    public IQueryable<long>? Teams => db.Groups.Select(group => group.Version);

    public IQueryable<long>? Customers => null;
}
