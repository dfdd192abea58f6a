namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>What a column means for the measures: agreed but not begun, begun, or finished.</summary>
public enum ColumnKind
{
    /// <summary>Agreed and waiting; the first of these columns is To do.</summary>
    Committed,

    /// <summary>Begun: the first entry into such a column is the instant s.</summary>
    InProgress,

    /// <summary>Finished: the entry is the instant f.</summary>
    Done,
}
