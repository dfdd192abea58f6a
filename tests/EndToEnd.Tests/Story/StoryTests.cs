using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>
/// The case study, told through the gateway: hidden work is made visible, those who ask agree, the board's limits hold, a regulated
/// card passes its gate, and everything can be proven afterwards. One test, because each step stands on the ones before it.
/// </summary>
[Collection(PlatformCollection.Name)]
public sealed class StoryTests(PlatformFixture platform)
{
    [Fact]
    public async Task Given_the_incident_log_of_a_real_company_Then_its_work_flows_from_request_to_measured_result()
    {
        var story = new StoryState(platform.People);

        await ImportChapter.TellAsync(story);
        await IntakeChapter.TellAsync(story);
        await SessionChapter.TellAsync(story);
        await BoardChapter.TellAsync(story);
        await ChangeChapter.TellAsync(story);
        await AdoptionChapter.TellAsync(story);
        await AuditChapter.TellAsync(story);
    }
}

/// <summary>What the chapters hand on to each other.</summary>
internal sealed class StoryState(DemoPeople people)
{
    public DemoPeople People { get; } = people;

    public string BoardId { get; set; } = "";

    public string SessionId { get; set; } = "";

    public string ChangeId { get; set; } = "";

    /// <summary>The request that is regulated and comes from Accounting.</summary>
    public string Regulated { get; set; } = "";

    /// <summary>Requests of each customer, in the order in which the customer wants them.</summary>
    public Dictionary<Guid, List<string>> Wishes { get; } = [];
}
