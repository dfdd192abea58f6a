namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>
/// What a new board starts with: the board of the case study, with Deploy as the gate for regulated work.
/// </summary>
internal static class DefaultWorkflow
{
    internal static DefinitionOfWorkflow Create(Func<Guid> newId) =>
        new()
        {
            Version = 1,
            Columns =
            [
                new(newId(), "To do", ColumnKind.Committed, IsQueue: true, 8, IsGate: false, "Agreed in a session."),
                new(newId(), "Analyse", ColumnKind.InProgress, IsQueue: false, 3, IsGate: false, null),
                new(newId(), "Develop", ColumnKind.InProgress, IsQueue: false, 4, IsGate: false, null),
                new(newId(), "Test", ColumnKind.InProgress, IsQueue: false, 3, IsGate: false, "Built and reviewed."),
                new(newId(), "Deploy", ColumnKind.InProgress, IsQueue: false, 3, IsGate: true, "Tested and approved."),
                new(newId(), "Done", ColumnKind.Done, IsQueue: false, null, IsGate: false, null),
            ],
        };
}
