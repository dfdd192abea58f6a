using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>
/// What a customer asks for. Invariants: the priority follows from impact and urgency; a FixedDate request has a due date; each
/// status is entered only along the arrows of the status machine; an ended request knows when it ended; every change raises the version.
/// Its number never changes; the key's prefix tells the delivering team once one has accepted it.
/// </summary>
internal sealed partial class WorkRequest
{
    public const int TitleLength = 300;
    public const int DescriptionLength = 20_000;
    public const int ReasonLength = 2_000;
    public const int SourceLength = 60;
    public const int ReferenceLength = 200;
    public const string UntriagedPrefix = "WR";

    private WorkRequest() { }

    public Guid Id { get; private set; }
    public long Version { get; private set; }
    public long Number { get; private set; }
    public string KeyPrefix { get; private set; } = UntriagedPrefix;
    public string Title { get; private set; } = "";
    public string? Description { get; private set; }
    public Guid CustomerId { get; private set; }
    public Guid? RequesterId { get; private set; }
    public Guid? TeamId { get; private set; }
    public Practice Practice { get; private set; }
    public WorkCategory Category { get; private set; }
    public ClassOfService ClassOfService { get; private set; }
    public DateOnly? DueDate { get; private set; }
    public Severity Impact { get; private set; }
    public Severity Urgency { get; private set; }
    public Priority Priority { get; private set; }
    public bool IsRegulated { get; private set; }
    public string? Source { get; private set; }
    public string? ExternalReference { get; private set; }
    public string? SourceDigest { get; private set; }

    /// <summary>True while nobody here has decided anything: then the source of an imported request leads its status.</summary>
    public bool FollowsSource { get; private set; }
    public RequestStatus Status { get; private set; }
    public string? StatusReason { get; private set; }
    public Guid? DuplicateOfId { get; private set; }
    public RequestStatus? StatusBeforeLink { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }
    public Guid SubmittedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? CommittedAt { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int ReopenCount { get; private set; }

    public string Key => $"{KeyPrefix}-{Number}";
    public bool IsOpen => Status is RequestStatus.Submitted or RequestStatus.Triaged || IsOnBoard;
    public bool IsOnBoard => Status is RequestStatus.Committed or RequestStatus.InProgress;
    public bool IsAwaitingCommitment => Status is RequestStatus.Submitted or RequestStatus.Triaged;

    public static Result<WorkRequest> Submit(
        Guid id,
        long number,
        RequestFields fields,
        Guid customerId,
        Guid? teamId,
        Guid by,
        DateTimeOffset now
    )
    {
        if (fields.Check() is { } error)
        {
            return error;
        }

        var request = new WorkRequest
        {
            Id = id,
            Version = 1,
            Number = number,
            CustomerId = customerId,
            RequesterId = by,
            TeamId = teamId,
            Status = RequestStatus.Submitted,
            SubmittedAt = now,
            SubmittedBy = by,
        };
        request.Take(fields);
        return request;
    }

    /// <summary>Edits until the request is committed. What differs in nothing keeps its version.</summary>
    public Result Edit(RequestFields fields)
    {
        if (!IsAwaitingCommitment)
        {
            return RequestErrors.WrongStatus("edited", Status);
        }

        if (fields.Check() is { } error)
        {
            return error;
        }

        if (fields == Fields())
        {
            return Result.Ok;
        }

        Take(fields);
        Version++;
        return Result.Ok;
    }

    public RequestFields Fields() =>
        new(Title, Description, Practice, Category, ClassOfService, DueDate, Impact, Urgency, IsRegulated);

    private void Take(RequestFields fields)
    {
        Title = fields.Title;
        Description = fields.Description;
        Practice = fields.Practice;
        Category = fields.Category;
        ClassOfService = fields.ClassOfService;
        DueDate = fields.DueDate;
        Impact = fields.Impact;
        Urgency = fields.Urgency;
        Priority = PriorityMatrix.Of(fields.Impact, fields.Urgency);
        IsRegulated = fields.IsRegulated;
    }
}
