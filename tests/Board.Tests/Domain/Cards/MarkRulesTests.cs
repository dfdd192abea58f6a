using FlowPlatform.Board.Domain.Cards;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>Marks and notes: each is one fact, the same again is none, and archived cards rest.</summary>
public sealed class MarkRulesTests
{
    private static readonly CardState Open = Card().In(Workflow().CommitmentColumn);
    private static readonly CardState Finished = Open with { FinishedAt = Now };
    private static readonly CardState Archived = Finished with { ArchivedAt = Now };

    [Fact]
    public void Given_tags_in_any_order_and_case_Then_they_are_kept_once_in_order_and_told()
    {
        var change = MarkRules.Tag(Open, [" year end", "Audit", "audit "]).Change!;

        change.After.Tags.ShouldBe(["Audit", "year end"]);
        change.Facts.ShouldBe([new CardFact(TransitionKind.Tagged) { Note = "Audit, year end" }]);
        MarkRules.Tag(change.After, ["year end", "Audit"]).Unchanged.ShouldBe(change.After);
        MarkRules.Tag(change.After, ["year end"]).Change!.After.Tags.ShouldBe(["year end"]);
    }

    [Theory]
    [InlineData(MarkRules.MostTags, 1, true)]
    [InlineData(MarkRules.MostTags + 1, 1, false)]
    [InlineData(1, MarkRules.TagLength, true)]
    [InlineData(1, MarkRules.TagLength + 1, false)]
    [InlineData(1, 0, false)]
    public void Given_as_many_tags_or_as_long_ones_as_there_may_be_Then_one_more_is_refused(
        int count,
        int length,
        bool isFine
    )
    {
        var tags = Enumerable.Range(0, count).Select(n => length == 0 ? " " : new string((char)('a' + n), length));

        var decision = MarkRules.Tag(Open, tags);

        (decision.Change is not null).ShouldBe(isFine);
        decision.Refusal.ShouldBe(isFine ? null : CardErrors.TooManyTags);
    }

    [Fact]
    public void Given_how_ai_helped_Then_it_is_told_once_and_can_be_taken_back()
    {
        var change = MarkRules.SayAiAssistance(Open, "Tests were drafted").Change!;

        change.After.AiAssistance.ShouldBe("Tests were drafted");
        change.Facts.ShouldBe([new CardFact(TransitionKind.AiAssistanceChanged) { Reason = "Tests were drafted" }]);
        MarkRules.SayAiAssistance(change.After, "Tests were drafted").Unchanged.ShouldBe(change.After);
        MarkRules.SayAiAssistance(change.After, how: null).Change!.After.AiAssistance.ShouldBeNull();
    }

    [Fact]
    public void Given_another_due_date_Then_both_are_told_and_a_closed_card_has_none()
    {
        var due = new DateOnly(2026, 12, 1);

        var change = MarkRules.SetDueDate(Open, due).Change!;

        change.After.DueDate.ShouldBe(due);
        change.Facts.ShouldBe([new CardFact(TransitionKind.DueDateChanged) { Note = " > 2026-12-01" }]);
        MarkRules.SetDueDate(change.After, due).Unchanged.ShouldBe(change.After);
        MarkRules
            .SetDueDate(change.After, due.AddDays(1))
            .Change!.Facts.ShouldHaveSingleItem()
            .Note.ShouldBe("2026-12-01 > 2026-12-02");
        MarkRules.SetDueDate(Finished, due).Refusal.ShouldBe(CardErrors.Finished);
    }

    [Fact]
    public void Given_a_closed_card_Then_it_is_archived_once_and_restored_once()
    {
        var archived = MarkRules.Archive(Finished, Now).Change!;
        var restored = MarkRules.Restore(archived.After).Change!;

        archived.After.ArchivedAt.ShouldBe(Now);
        archived.Facts.ShouldBe([new CardFact(TransitionKind.Archived)]);
        restored.After.ArchivedAt.ShouldBeNull();
        restored.Facts.ShouldBe([new CardFact(TransitionKind.Restored)]);
        MarkRules.Archive(archived.After, Now.AddDays(1)).Unchanged.ShouldBe(archived.After);
        MarkRules.Archive(Open, Now).Refusal.ShouldBe(CardErrors.Open);
        MarkRules.Restore(Finished).Refusal.ShouldBe(CardErrors.NotArchived);
    }

    [Fact]
    public void Given_an_archived_card_Then_nothing_is_marked_or_noted_on_it()
    {
        MarkRules.Tag(Archived, ["late"]).Refusal.ShouldBe(CardErrors.Archived);
        MarkRules.SayAiAssistance(Archived, "late").Refusal.ShouldBe(CardErrors.Archived);
        NoteRules.Note(Archived, TransitionKind.Commented, "late").Refusal.ShouldBe(CardErrors.Archived);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(3, 3)]
    public void Given_a_comment_Then_its_beginning_stands_in_the_history(int length, int kept)
    {
        var text = new string('x', length);

        var change = NoteRules.Note(Open, TransitionKind.Commented, "comment 1", text).Change!;

        change.Facts.ShouldBe([new CardFact(TransitionKind.Commented) { Reason = "comment 1", Note = text[..kept] }]);
        change.After.ShouldBe(Open with { Version = Open.Version + 1 });
    }

    [Fact]
    public void Given_verdicts_and_absences_Then_the_history_names_the_change_and_the_person()
    {
        NoteRules
            .Approval(Open, TransitionKind.ApprovalRequested, Kim)
            .Change!.Facts.ShouldBe([new CardFact(TransitionKind.ApprovalRequested) { Reason = Kim.ToString() }]);
        NoteRules
            .HandOverRequest(Open, Kim)
            .Change!.Facts.ShouldBe([new CardFact(TransitionKind.HandOverRequested) { Reason = Kim.ToString() }]);
    }

    [Fact]
    public void Given_new_words_of_the_request_Then_the_card_has_them()
    {
        var change = NoteRules.Edit(Open, "Another title", new DateOnly(2026, 12, 1), isRegulated: true).Change!;

        (change.After.Title, change.After.DueDate, change.After.IsRegulated).ShouldBe(
            ("Another title", new DateOnly(2026, 12, 1), true)
        );
        change.Facts.ShouldBe([new CardFact(TransitionKind.Edited)]);
    }
}
