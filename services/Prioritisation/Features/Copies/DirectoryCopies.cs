using FlowPlatform.Prioritisation.Data;
using FlowPlatform.ServiceDefaults.Directory;

namespace FlowPlatform.Prioritisation.Features.Copies;

internal sealed class DirectoryCopies(PrioritisationDbContext db) : IDirectoryCopies
{
    public IQueryable<long> People => db.People.Select(person => person.Version);

    public IQueryable<long>? Teams => db.Teams.Select(team => team.Version);

    public IQueryable<long>? Customers => db.Customers.Select(customer => customer.Version);
}
