namespace FlowPlatform.Board.Tests.Domain;

/// <summary>
/// Tests that draw thousands of cases draw fewer where they run once for each mutant: a mutant that only the
/// thousandth case finds is not worth half a minute.
/// </summary>
internal static class Effort
{
#if MUTATION
    internal const int Divisor = 20;
#else
    internal const int Divisor = 1;
#endif
}
