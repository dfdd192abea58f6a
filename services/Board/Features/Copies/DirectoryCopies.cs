using FlowPlatform.Board.Data;
using FlowPlatform.ServiceDefaults.Directory;

namespace FlowPlatform.Board.Features.Copies;

internal sealed class DirectoryCopies(BoardDbContext db) : IDirectoryCopies
{
    public IQueryable<long> People => db.People.Select(person => person.Version);

    public IQueryable<long>? Teams => db.Teams.Select(team => team.Version);

    public IQueryable<long>? Customers => null;
}
