using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>What a person reads who saved an impossible definition: the field, and what is wrong with it.</summary>
public sealed class WorkflowReasonsTests
{
    private static readonly DefinitionOfWorkflow Good = Workflow();

    [Fact]
    public void Given_each_way_to_spoil_the_columns_Then_the_reason_says_what_to_mend() =>
        Reasons(
                Good with
                {
                    Columns = [],
                },
                Good.Changed(0, column => column with { WipLimit = null }),
                Good.Changed(0, column => column with { Kind = ColumnKind.InProgress }),
                Good with
                {
                    Columns = [Good.Columns[0], Good.Columns[3]],
                },
                Good with
                {
                    Columns = [.. Good.Columns.Take(3)],
                },
                Good with
                {
                    Columns = [Good.Columns[0], Good.Columns[1], Good.Columns[3], Good.Columns[2]],
                },
                Good.Changed(2, column => column with { Name = "develop" }),
                Good.Changed(2, column => column with { Id = Good.Columns[1].Id }),
                Good.Changed(1, column => column with { Name = " " }),
                Good.Changed(1, column => column with { WipLimit = 0 }),
                Good.Changed(3, column => column with { WipLimit = 5 }),
                Good.Changed(0, column => column with { IsGate = true }),
                Good.Changed(
                    2,
                    column => column with { IsQueue = true, IsGate = false, WipLimit = null, DoneOf = column.Id }
                ),
                Good.Changed(2, column => column with { IsQueue = true, IsGate = true, DoneOf = Good.Columns[1].Id })
            )
            .ShouldBe(
                """
                columns: columns: A board has 1 to 30 columns.
                columns[0].wipLimit: no-commitment-point: The first column must be of kind Committed and have a WIP limit: its free room is the capacity.
                columns[0].kind: no-commitment-point: The first column must be of kind Committed and have a WIP limit: its free room is the capacity.
                columns: no-started-point: At least one column must be of kind InProgress.
                columns: no-finished-point: At least one column must be of kind Done.
                columns: column-order: Columns go from Committed over InProgress to Done.
                columns[2].name: column-names: Two columns have the same name.
                columns: column-ids: Two columns have the same id.
                columns[1].name: column-name: A column's name has 1 to 60 characters.
                columns[1].wipLimit: limit-range: The WIP limit of 'Develop' must lie between 1 and 100000.
                columns[3].wipLimit: done-limit: 'Done' is Done: finished work has no limit.
                columns[0].isGate: gate-column: 'To do' is Committed: a gate stands where work is begun.
                columns[2].doneOf: split-column: 'Test' must follow the active column whose done half it is.
                columns[2].doneOf: split-column: 'Test' is the done half of a column: a queue without a limit or a gate of its own.
                """
            );

    [Fact]
    public void Given_each_way_to_spoil_the_other_limits_Then_the_reason_says_what_to_mend() =>
        Reasons(
                Good with
                {
                    Groups = [new("build", [Good.Columns[1].Id], 3), new("build", [Good.Columns[2].Id], 3)],
                },
                Good with
                {
                    Groups = [new("first", [Good.Columns[1].Id], 3), new("build", [], 0)],
                },
                Good with
                {
                    PersonalLimit = 3,
                },
                Good with
                {
                    ExperimentLimit = 0,
                },
                Good with
                {
                    ExpediteLimit = -1,
                },
                Good with
                {
                    ClassLimits = [new(ClassOfService.Standard, 1), new(ClassOfService.Intangible, 0)],
                },
                Good with
                {
                    ClassLimits = [new(ClassOfService.Expedite, 2)],
                },
                Good with
                {
                    Expectations = [new(null, null, 5, 0.85), new(null, null, 6, 0.9)],
                },
                Good with
                {
                    Expectations = [.. Twice(WorkCategory.Support, ClassOfService.FixedDate)],
                },
                Good with
                {
                    Expectations = [new(null, null, 0, 0.5)],
                },
                Good with
                {
                    Expectations = [new(null, null, 5, 1)],
                }
            )
            .ShouldBe(
                """
                groups: group-names: Two groups of columns have the same name.
                groups[1].columns: group-columns: Group 'build' must name open columns of this board.; groups[1].wipLimit: limit-range: The limit of group 'build' must lie between 1 and 100000.
                personalLimit: personal-limit-range: The personal limit must lie between 1 and 2: a person has 2 avatars over all boards.
                experimentLimit: limit-range: The limit of experiments must lie between 1 and 20.
                expediteLimit: limit-range: The expedite limit must lie between 0 and 100000.
                classLimits[1].wipLimit: limit-range: The limit of class Intangible must lie between 1 and 100000.
                classLimits: class-limits: One limit a class; expedite has its own field.
                expectations[1].days: expectation-twice: Two expectations for any category and any class.
                expectations[1].days: expectation-twice: Two expectations for Support and FixedDate.
                expectations[0].days: expectation-range: An expectation needs more than 0 days and a probability between 0 and 1.
                expectations[0].probability: expectation-range: An expectation needs more than 0 days and a probability between 0 and 1.
                """
            );

    [Fact]
    public void Given_each_way_to_spoil_the_allocations_Then_the_reason_says_what_to_mend() =>
        Reasons(
                Allocated(ColumnKind.Done, new CategoryAllocation(default, WorkCategory.Support, 0, 1)),
                Allocated(
                    ColumnKind.InProgress,
                    new CategoryAllocation(default, WorkCategory.Support, 0, 4),
                    new CategoryAllocation(default, WorkCategory.Support, 0, 4)
                ),
                Allocated(
                    ColumnKind.InProgress,
                    new CategoryAllocation(default, WorkCategory.Support, 0, 4),
                    new CategoryAllocation(default, WorkCategory.Support, 1, 4)
                ),
                Allocated(ColumnKind.InProgress, new CategoryAllocation(default, WorkCategory.Support, 3, 2)),
                Allocated(ColumnKind.InProgress, new CategoryAllocation(default, WorkCategory.Support, -1, null)),
                Good.Changed(1, column => column with { WipLimit = null }) with
                {
                    Allocations = [new(ColumnKind.InProgress, WorkCategory.Support, 1, null)],
                },
                Good.Changed(1, column => column with { WipLimit = null }) with
                {
                    Allocations = [new(ColumnKind.InProgress, WorkCategory.Support, 0, null)],
                },
                Allocated(
                    ColumnKind.InProgress,
                    new CategoryAllocation(default, WorkCategory.Support, 3, null),
                    new CategoryAllocation(default, WorkCategory.Project, 2, null)
                ),
                Allocated(
                    ColumnKind.Committed,
                    [.. Enum.GetValues<WorkCategory>().Select(one => new CategoryAllocation(default, one, 0, 1))]
                ),
                Allocated(ColumnKind.InProgress, new CategoryAllocation(default, WorkCategory.Support, 0, null, 20)),
                Allocated(ColumnKind.Committed, new CategoryAllocation(default, WorkCategory.Support, 0, null, 0)),
                Allocated(
                    ColumnKind.Committed,
                    new CategoryAllocation(default, WorkCategory.Support, 0, null, 60),
                    new CategoryAllocation(default, WorkCategory.Project, 0, null, 41)
                )
            )
            .ShouldBe(
                """
                allocations[0].within: allocation-scope: Finished work needs no allocation.
                allocations[1].category: allocation-twice: Support has two allocations within InProgress.
                allocations[1].category: allocation-twice: Support has two allocations within InProgress.
                allocations[0].floor: floor-above-ceiling: Support within InProgress: the floor 3 must lie between 0 and the ceiling 2.
                allocations[0].floor: floor-above-ceiling: Support within InProgress: the floor -1 must lie between 0 and the ceiling (none).
                allocations[InProgress]: floor-without-limit: A floor within InProgress needs a limit on each InProgress column.
                possible
                allocations[InProgress]: floors-above-limit: The floors within InProgress add up to 5, the column limits only to 4.
                allocations[Committed]: ceilings-below-limit: The ceilings within Committed add up to 4, so the limit of 8 could never be used.
                allocations[InProgress]: share-scope: A share is of the slots that sessions hand out: within Committed alone.
                allocations[Committed]: share-range: A share lies between 1 and 100 percent.
                allocations[Committed]: shares-above-whole: The shares add up to 101 percent.
                """
            );

    [Fact]
    public void Given_broken_rules_Then_the_first_is_told_in_one_sentence_with_the_whole() =>
        WorkflowRules
            .Check(Good with { PersonalLimit = 0, ExpediteLimit = -1 })
            .Error.Message.ShouldBe(
                "This definition of workflow is impossible. The personal limit must lie between 1 and 2: a person has 2 avatars over all boards."
            );

    [Fact]
    public void Given_the_default_workflow_Then_it_is_possible() =>
        WorkflowRules.Check(DefaultWorkflow.Create(Guid.CreateVersion7)).IsRefused.ShouldBeFalse();

    [Fact]
    public void Given_a_new_board_Then_it_has_the_columns_of_the_case_study() =>
        string.Join(
                '\n',
                DefaultWorkflow
                    .Create(Guid.CreateVersion7)
                    .Columns.Select(column =>
                        $"{column.Name}, {column.Kind}, queue {column.IsQueue}, {column.WipLimit}, gate {column.IsGate}, {column.EntryPolicy}"
                    )
            )
            .ShouldBe(
                """
                To do, Committed, queue True, 8, gate False, Agreed in a session.
                Analyse, InProgress, queue False, 3, gate False, 
                Develop, InProgress, queue False, 4, gate False, 
                Test, InProgress, queue False, 3, gate False, Built and reviewed.
                Deploy, InProgress, queue False, 3, gate True, Tested and approved.
                Done, Done, queue False, , gate False, 
                """
            );

    [Fact]
    public void Given_an_id_of_no_column_Then_it_is_found_nowhere()
    {
        Good.Find(Guid.CreateVersion7()).ShouldBeNull();
        Good.IndexOf(Guid.CreateVersion7()).ShouldBe(-1);
        Good.FindByName("nowhere").ShouldBeNull();
    }

    private static string Reasons(params DefinitionOfWorkflow[] spoilt) =>
        string.Join(
            '\n',
            spoilt.Select(one =>
                WorkflowRules.Check(one) is { IsRefused: true, Error.Violations: var broken }
                    ? string.Join(
                        "; ",
                        broken.Select(violation => $"{violation.Scope}: {violation.Code}: {violation.Message}")
                    )
                    : "possible"
            )
        );

    private static IEnumerable<ServiceLevelExpectation> Twice(WorkCategory category, ClassOfService classOfService) =>
        Enumerable.Repeat(new ServiceLevelExpectation(category, classOfService, 5, 0.85), 2);

    private static DefinitionOfWorkflow Allocated(ColumnKind within, params CategoryAllocation[] allocations) =>
        Good with
        {
            Allocations = [.. allocations.Select(allocation => allocation with { Within = within })],
        };
}
