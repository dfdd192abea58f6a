namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>
/// Receiving: the file is being stored. Queued: it waits for a worker. Reading and Applying: a worker is at it. Completed, Failed
/// and Cancelled are ends; the latter two can be resumed.
/// </summary>
public enum ImportState
{
    Receiving,
    Queued,
    Reading,
    Applying,
    Completed,
    Failed,
    Cancelled,
}
