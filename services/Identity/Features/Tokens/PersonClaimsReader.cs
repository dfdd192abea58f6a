using FlowPlatform.Identity.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Tokens;

internal static class PersonClaimsReader
{
    /// <returns>
    /// Null for somebody who is unknown or inactive. Costs two index look-ups and the person's memberships.
    /// </returns>
    public static Task<PersonClaims?> ReadClaimsAsync(
        this IdentityDbContext db,
        Guid personId,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        db
            .Database.SqlQuery<PersonClaims>(
                $"""
                SELECT p.id AS "Id", p.name AS "Name", p.roles AS "Roles",
                    ARRAY(SELECT m.team_id || ':' || lower(m.role) FROM team_memberships m
                        JOIN teams t ON t.id = m.team_id AND t.is_active
                        WHERE m.person_id = p.id ORDER BY m.team_id) AS "Teams",
                    ARRAY(SELECT m.customer_id || ':' || lower(m.role) FROM customer_memberships m
                        JOIN customers c ON c.id = m.customer_id AND c.is_active
                        WHERE m.person_id = p.id ORDER BY m.customer_id) AS "Customers",
                    coalesce(a.lockout_end > {now}, false) AS "IsLockedOut"
                FROM people p JOIN accounts a ON a.id = p.id
                WHERE p.id = {personId} AND p.is_active
                """
            )
            .SingleOrDefaultAsync(ct);
}
