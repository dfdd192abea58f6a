using System.Text;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Tests.Features;

/// <summary>The real incident log, whole: 534 incidents in 3,611 rows.</summary>
public sealed class ImportLogTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_the_log_again_and_in_any_order_Then_534_requests_and_nothing_changes_after_the_first_time()
    {
        var first = await intake.ImportAsync(IntakeFixture.Log);
        var again = await intake.ImportAsync(IntakeFixture.Log);
        var reversed = await intake.ImportAsync(Reversed(IntakeFixture.Log));

        Counts(first).ShouldBe((ImportState.Completed, 3_611, 534, 0, 0, 0));
        Counts(again).ShouldBe((ImportState.Completed, 3_611, 0, 0, 534, 0));
        Counts(reversed).ShouldBe((ImportState.Completed, 3_611, 0, 0, 534, 0));
        (await intake.CountAsync()).ShouldBe(534);
        await CheckOneAsync();
        await Eventually.Holds(
            () => Task.FromResult(intake.Messages.Published<AuditFactRecorded>().Count(IsImport) == 3),
            "one audit fact an import"
        );
        await NothingIsLeftOfTheFilesAsync();
    }

    private async Task CheckOneAsync()
    {
        var found = await intake.GetAsync<Page<RequestResponse>>(intake.Member, "/intake/requests?q=INC0000045");
        var request = found.Items.ShouldHaveSingleItem();
        var detail = await intake.GetAsync<RequestDetailResponse>(intake.Member, $"/intake/requests/{request.Id}");

        request.Status.ShouldBe(RequestStatus.Done);
        request.Version.ShouldBe(1);
        request.Title.ShouldBe("Category 55, Subcategory 170, Symptom 72");
        (request.Practice, request.Category, request.Priority).ShouldBe(
            (Practice.Incident, WorkCategory.Support, Priority.P3)
        );
        request.SubmittedAt.ShouldBe(new DateTimeOffset(2016, 2, 29, 1, 16, 0, TimeSpan.Zero));
        request.FinishedAt.ShouldBe(new DateTimeOffset(2016, 2, 29, 11, 29, 0, TimeSpan.Zero));
        detail.History.Select(entry => entry.State).ShouldBe(["Submitted", "New", "Resolved", "Closed"]);
        detail.CustomerName.ShouldBe("Sales");
    }

    private async Task NothingIsLeftOfTheFilesAsync() =>
        await Eventually.Holds(
            () =>
                intake.WithDatabaseAsync<IntakeDbContext, bool>(async db =>
                    !await db.Chunks.AnyAsync() && !await db.Set<ImportRow>().AnyAsync()
                ),
            "the stored files to be removed"
        );

    private static bool IsImport(AuditFactRecorded fact) => fact.Action == "import-completed";

    private static (ImportState, long, long, long, long, long) Counts(ImportResponse i) =>
        (i.State, i.RowsRead, i.Imported, i.Updated, i.Unchanged, i.Rejected);

    private static byte[] Reversed(byte[] file)
    {
        var lines = Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return IntakeFixture.Bytes(string.Join("\r\n", [lines[0], .. lines.Skip(1).Reverse()]));
    }
}
