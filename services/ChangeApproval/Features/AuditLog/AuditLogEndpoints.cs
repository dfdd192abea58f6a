using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

internal static class AuditLogEndpoints
{
    internal static void MapAuditLog(this IEndpointRouteBuilder app)
    {
        var log = app.MapGroup("/audit/log")
            .WithTags("Audit log")
            .RequireRoles(Roles.Auditor, Roles.ComplianceOfficer, Roles.Admin)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        log.MapListHeads();
        log.MapSignHead();
        log.MapListKeys();
        log.MapProveInclusion();
        log.MapProveConsistency();
        log.MapListEntries();
        log.MapExportLog();
    }
}
