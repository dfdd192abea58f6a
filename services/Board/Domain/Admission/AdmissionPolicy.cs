namespace FlowPlatform.Board.Domain.Admission;

/// <summary>
/// The one decision about every limit. Each path asks it: HTTP, messages, retries and batches. It reports all violated
/// limits together. A limit refuses what enters its scope from outside; leaving, or moving within a scope that was
/// lowered below what is there, stays possible.
/// </summary>
internal static class AdmissionPolicy
{
    internal static Admission Decide(BoardState state, MoveCommand command)
    {
        List<ViolatedLimit> violated =
        [
            .. FullLimits(state, command),
            .. KeptRoom(state, command),
            .. PersonalLimit(state, command),
            .. ClosedGates(state, command),
        ];

        return violated.Count == 0 ? new Admission.Admitted() : new Admission.Refused(violated);
    }

    private static IEnumerable<ViolatedLimit> FullLimits(BoardState state, MoveCommand command)
    {
        foreach (var limit in state.Workflow.Limits())
        {
            if (!Enters(limit, command))
            {
                continue;
            }

            var occupancy = state.Occupancy.Count(limit);
            if (occupancy >= limit.Max)
            {
                yield return new(limit.Kind, limit.Scope, limit.Max, occupancy, limit);
            }
        }
    }

    private static IEnumerable<ViolatedLimit> KeptRoom(BoardState state, MoveCommand command)
    {
        foreach (var kind in ReservedRoom.Scopes(state.Workflow))
        {
            var whole = ReservedRoom.Whole(state.Workflow, kind);
            if (!Enters(whole, command))
            {
                continue;
            }

            var category = command.Card.Category;
            var owed = ReservedRoom.OwedToOthers(state.Workflow, state.Occupancy, kind, category);
            var used = state.Occupancy.Count(whole) + owed;
            // A category below its floor takes room that is kept for itself.
            var takesItsOwn = ReservedRoom.OwedTo(state.Workflow, state.Occupancy, kind, category) > 0;
            if (owed > 0 && !takesItsOwn && used >= whole.Max)
            {
                yield return new(whole.Kind, whole.Scope, whole.Max, used, whole);
            }
        }
    }

    private static IEnumerable<ViolatedLimit> PersonalLimit(BoardState state, MoveCommand command)
    {
        if (command.AvatarOf is not { } person || command.Card.Owners.Contains(person))
        {
            yield break;
        }

        var placed = state.PlacedAvatars.GetValueOrDefault(person);
        if (state.Absent.Contains(person))
        {
            yield return new(LimitKind.Suspended, person.ToString(), placed, placed, Person: person);
        }

        if (placed >= state.Workflow.PersonalLimit)
        {
            yield return new(
                LimitKind.Personal,
                person.ToString(),
                state.Workflow.PersonalLimit,
                placed,
                Person: person
            );
        }
    }

    /// <summary>
    /// A gate is asked on entering it, on jumping over it, and again on leaving it forward: an approval can lapse.
    /// </summary>
    private static IEnumerable<ViolatedLimit> ClosedGates(BoardState state, MoveCommand command)
    {
        var from = state.Workflow.IndexOf(command.Card.ColumnId);
        var to = state.Workflow.IndexOf(command.ToColumn);
        if (!command.Card.IsRegulated || state.HasApprovedChange || to <= from)
        {
            yield break;
        }

        for (var index = Math.Max(from, 0); index <= to; index++)
        {
            if (state.Workflow.Columns[index] is { IsGate: true } gate)
            {
                yield return new(LimitKind.Gate, gate.Name, 0, 0);
            }
        }
    }

    private static bool Enters(WipLimit limit, MoveCommand command)
    {
        var card = command.Card;
        return command.ToColumn is not null
            && limit.Covers(command.ToColumn, card.Category, card.ClassOfService)
            && !limit.Covers(card.ColumnId, card.Category, card.ClassOfService);
    }
}
