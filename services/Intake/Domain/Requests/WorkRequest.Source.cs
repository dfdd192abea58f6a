using FlowPlatform.Intake.Domain.Imports;

namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>The part that follows the ticket tool that a request was lifted out of.</summary>
internal sealed partial class WorkRequest
{
    public static WorkRequest Import(Guid id, long number, ImportOrder order, FoldedCase found, string digest, Guid by)
    {
        var request = new WorkRequest
        {
            Id = id,
            Version = 1,
            Number = number,
            TeamId = order.TeamId,
            Source = order.Source,
            ExternalReference = found.Latest.Reference,
            SourceDigest = digest,
            FollowsSource = true,
            SubmittedBy = by,
        };
        request.TakeAll(found);
        return request;
    }

    /// <summary>
    /// Takes what the source now says. Once somebody here has decided, only the words and severities follow: the status is ours.
    /// False when the source says nothing new.
    /// </summary>
    public bool FollowSource(FoldedCase found, string digest)
    {
        if (SourceDigest == digest)
        {
            return false;
        }

        SourceDigest = digest;
        if (FollowsSource)
        {
            TakeAll(found);
        }
        else if (IsOpen)
        {
            var latest = found.Latest;
            Take(
                Fields() with
                {
                    Title = latest.Title,
                    Description = latest.Description,
                    Impact = latest.Impact,
                    Urgency = latest.Urgency,
                }
            );
        }

        Version++;
        return true;
    }

    private void TakeAll(FoldedCase found)
    {
        var latest = found.Latest;
        var isDone = found.Status is RequestStatus.Done;
        Take(
            new RequestFields(
                latest.Title,
                latest.Description,
                latest.Practice,
                latest.Category,
                latest.DueDate is null ? ClassOfService.Standard : ClassOfService.FixedDate,
                latest.DueDate,
                latest.Impact,
                latest.Urgency,
                latest.IsRegulated
            )
        );
        CustomerId = latest.CustomerId;
        Status = found.Status;
        SubmittedAt = found.OpenedAt;
        EndedAt = found.EndedAt;
        ReopenCount = found.ReopenCount;
        // A finished case was accepted when it was opened, as far as anybody can tell; an open one still waits for that.
        AcceptedAt = isDone ? found.OpenedAt : null;
        StartedAt = isDone ? found.StartedAt : null;
        FinishedAt = isDone ? found.EndedAt : null;
    }
}
