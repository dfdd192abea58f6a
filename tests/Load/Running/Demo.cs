namespace FlowPlatform.Load.Running;

/// <summary>Ids of the demo organisation, which every platform in Development starts with.</summary>
internal static class Demo
{
    public const string Accounting = "01900000-0000-7000-8002-000000000001";
    public const string FinanceSystems = "01900000-0000-7000-8001-000000000001";
}
