using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ServiceDefaults.Directory;

namespace FlowPlatform.ChangeApproval.Features.Copies;

internal sealed class DirectoryCopies(ChangesDbContext db) : IDirectoryCopies
{
    public IQueryable<long> People => db.People.Select(person => person.Version);

    public IQueryable<long>? Teams => db.Teams.Select(team => team.Version);

    public IQueryable<long>? Customers => db.Customers.Select(customer => customer.Version);
}
