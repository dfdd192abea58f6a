using FlowPlatform.Intake.Data;
using FlowPlatform.ServiceDefaults.Directory;

namespace FlowPlatform.Intake.Features.Copies;

internal sealed class DirectoryCopies(IntakeDbContext db) : IDirectoryCopies
{
    public IQueryable<long> People => db.People.Select(person => person.Version);

    public IQueryable<long>? Teams => db.Teams.Select(team => team.Version);

    public IQueryable<long>? Customers => db.Customers.Select(customer => customer.Version);
}
