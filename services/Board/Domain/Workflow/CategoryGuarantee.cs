namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>
/// What a share promises (deficit round robin, docs/adr/0018). Of any N slots that sessions hand out while options of the
/// category wait, at least share · N − bound go to it, whoever wants them; so after the wait bound one more has entered.
/// </summary>
/// <param name="Share">Percent of the slots.</param>
/// <param name="DeviationBound">In slots: less than this is ever missing.</param>
/// <param name="WaitBound">The most slots handed out until the next option of a waiting category enters.</param>
internal sealed record CategoryGuarantee(WorkCategory Category, int Share, int DeviationBound, int WaitBound)
{
    internal static IReadOnlyList<CategoryGuarantee> Of(DefinitionOfWorkflow workflow)
    {
        var shared = workflow.Allocations.Where(allocation => allocation.Share is not null).ToList();
        return
        [
            .. shared.Select(allocation => new CategoryGuarantee(
                allocation.Category,
                allocation.Share!.Value,
                shared.Count,
                WaitOf(allocation.Share.Value, shared.Count)
            )),
        ];
    }

    /// <summary>The smallest N with share · N − bound ≥ 1.</summary>
    private static int WaitOf(int share, int bound) => ((100 * (bound + 1)) + share - 1) / share;
}
