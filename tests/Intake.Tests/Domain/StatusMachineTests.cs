using CsCheck;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Tests.Domain;

/// <summary>Any sequence of acts, against a table of arrows that is written down apart from the code.</summary>
public sealed class StatusMachineTests
{
    private static readonly (string Act, RequestStatus From, RequestStatus To)[] Arrows =
    [
        ("accept", RequestStatus.Submitted, RequestStatus.Triaged),
        ("decline", RequestStatus.Submitted, RequestStatus.Declined),
        ("decline", RequestStatus.Triaged, RequestStatus.Declined),
        ("withdraw", RequestStatus.Submitted, RequestStatus.Withdrawn),
        ("withdraw", RequestStatus.Triaged, RequestStatus.Withdrawn),
        ("link", RequestStatus.Submitted, RequestStatus.Linked),
        ("link", RequestStatus.Triaged, RequestStatus.Linked),
        ("unlink", RequestStatus.Linked, RequestStatus.Submitted),
        ("unlink", RequestStatus.Linked, RequestStatus.Triaged),
        ("reopen", RequestStatus.Declined, RequestStatus.Submitted),
        ("reopen", RequestStatus.Withdrawn, RequestStatus.Submitted),
        ("reopen", RequestStatus.Done, RequestStatus.Submitted),
        ("edit", RequestStatus.Submitted, RequestStatus.Submitted),
        ("edit", RequestStatus.Triaged, RequestStatus.Triaged),
    ];

    private static readonly string[] Acts = [.. Arrows.Select(arrow => arrow.Act).Distinct()];

    [Fact]
    public void Given_any_acts_of_people_Then_every_status_is_entered_along_an_arrow_and_a_refusal_changes_nothing() =>
        Gen.Select(Gen.Enum<RequestStatus>(), Gen.Int[0, Acts.Length - 1].List[1, 30])
            .Sample(
                (start, acts) =>
                {
                    var request = Some.Request(start);
                    foreach (var act in acts.Select(number => Acts[number]))
                    {
                        Check(request, act);
                    }
                }
            );

    [Fact]
    public void Given_every_status_and_act_Then_only_the_arrows_are_possible()
    {
        var refused = 0;
        foreach (var status in Enum.GetValues<RequestStatus>())
        {
            foreach (var act in Acts)
            {
                var request = Some.Request(status);
                refused += Do(request, act).IsRefused ? 1 : 0;
            }
        }

        // Fifty-six pairs; thirteen arrows start from distinct pairs of act and status, and delivered work is reopened on its board.
        refused.ShouldBe((Enum.GetValues<RequestStatus>().Length * Acts.Length) - 12);
    }

    private static void Check(WorkRequest request, string act)
    {
        var (from, version) = (request.Status, request.Version);
        var before = request.Fields();

        var done = Do(request, act);

        if (done.IsRefused)
        {
            (request.Status, request.Version).ShouldBe((from, version));
            request.Fields().ShouldBe(before);
            return;
        }

        Arrows.ShouldContain((act, from, request.Status));
        request.Version.ShouldBe(version + 1);
        request.IsOpen.ShouldBe(request.EndedAt is null);
        request.Priority.ShouldBe(PriorityMatrix.Of(request.Impact, request.Urgency));
    }

    private static Result Do(WorkRequest request, string act) =>
        act switch
        {
            "accept" => request.Accept(Some.Team, Some.Fields, Some.Person, Some.Now),
            "decline" => request.Decline("No.", Some.Person, Some.Now),
            "withdraw" => request.Withdraw("No.", Some.Person, Some.Now),
            "link" => request.LinkTo(Some.Request(), false, Some.Person, Some.Now),
            "unlink" => request.Unlink(Some.Person, Some.Now),
            "reopen" => request.Reopen("Again.", Some.Person, Some.Now),
            _ => request.Edit(request.Fields() with { Title = request.Title + "!" }),
        };
}
