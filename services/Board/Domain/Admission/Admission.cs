namespace FlowPlatform.Board.Domain.Admission;

/// <summary>The answer of the admission policy: admitted, or refused by each limit in the list.</summary>
internal abstract record Admission
{
    private Admission() { }

    internal sealed record Admitted : Admission;

    internal sealed record Refused(IReadOnlyList<ViolatedLimit> Violated) : Admission;
}
