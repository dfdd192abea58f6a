using FlowPlatform.ChangeApproval.Features.Controls;
using FlowPlatform.ChangeApproval.Features.Delegations;
using FlowPlatform.ChangeApproval.Features.Deployments;
using FlowPlatform.ChangeApproval.Features.Models;

namespace FlowPlatform.ChangeApproval.Features.Changes;

internal static class ChangesEndpoints
{
    internal static void MapChanges(this RouteGroupBuilder changes)
    {
        changes.MapRaiseChange();
        changes.MapListChanges();
        changes.MapListWaiting();
        changes.MapGetChange();
        changes.MapStreamChanges();
        changes.MapReviseChange();
        changes.MapJudgeChange();
        changes.MapAttestEvidence();
        changes.MapTakeStep();
        changes.MapDelegate();
        changes.MapEndDelegation();
        changes.MapListDelegations();
        changes.MapAuthorities();
        changes.MapAskPermit();
        changes.MapRecordDeployment();
        changes.MapListExceptions();
        changes.MapWriteModel();
        changes.MapVerifyModel();
        changes.MapActivateModel();
        changes.MapWriteControlSet();
        changes.MapReadControlSets();
    }
}
