using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Verification;

/// <summary>A run with everybody but the watched person made nameless, so that there are finitely many of them.</summary>
internal static class AbstractRun
{
    internal static Guid Watched { get; } = new("00000000-0000-0000-0000-0000000000a0");
    private static readonly Guid Newcomer = new("00000000-0000-0000-0000-0000000000b0");
    private static readonly Guid NewPrincipal = new("00000000-0000-0000-0000-0000000000b1");

    internal static IEnumerable<Run> Starts(Process process) =>
        from requester in new[] { Watched, Newcomer }
        from authors in new[] { Array.Empty<Guid>(), [Watched] }
        select Nameless(ProcessEngine.Start(process, requester, authors), most: 0);

    /// <summary>The act by the watched person or by newcomers, whose names are not in any run.</summary>
    internal static Act Concrete(AbstractStep step, Run run)
    {
        var newcomers = new Queue<Guid>([Newcomer, NewPrincipal]);
        return step.ToAct(run, Watched, newcomers.Dequeue);
    }

    /// <summary>
    /// Forgets the duties of others, since a newcomer can always act in their stead, and keeps of their approvals only
    /// how many there are for which facets, up to the most that any guard counts.
    /// </summary>
    internal static Run Nameless(Run run, int most) =>
        run with
        {
            Duties = [.. run.Duties.Where(held => held.Person == Watched).OrderBy(held => held.Duty)],
            Approvals = [.. Mine(run).Concat(Others(run, most))],
        };

    /// <summary>Equal for runs that no guard and no control can tell apart.</summary>
    internal static string Key(Run run) =>
        string.Join(
            '|',
            run.State,
            string.Join(',', run.Duties.Select(held => held.Duty)),
            string.Join(',', run.Approvals.Select(held => $"{held.Person}{held.Authority}{FacetsOf(held)}")),
            string.Join(',', run.Evidence.Order(StringComparer.Ordinal)),
            run.IsImplemented,
            run.IsReviewed
        );

    private static IEnumerable<ApprovalHeld> Mine(Run run) =>
        run
            .Approvals.Where(IsMine)
            .Select(held => new ApprovalHeld(
                held.Person == Watched ? Watched : Guid.Empty,
                held.Authority == Watched ? Watched : Guid.Empty,
                held.Facets
            ))
            .OrderBy(held => $"{held.Person}{held.Authority}{FacetsOf(held)}", StringComparer.Ordinal);

    private static IEnumerable<ApprovalHeld> Others(Run run, int most) =>
        run
            .Approvals.Where(held => !IsMine(held))
            .GroupBy(FacetsOf)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Take(most))
            .Select((held, i) => new ApprovalHeld(Nobody(i), Nobody(i), held.Facets));

    private static bool IsMine(ApprovalHeld held) => held.Person == Watched || held.Authority == Watched;

    private static Guid Nobody(int ordinal) => new(ordinal + 1, 0, 0, new byte[8]);

    private static string FacetsOf(ApprovalHeld held) => string.Join('+', held.Facets.Order());
}
