using System.Text.Json;

namespace FlowPlatform.Intake.Features.Webhooks;

/// <summary>Finds the case in what a ticket tool sends: nothing where it is about something else, null where it is no JSON object.</summary>
internal static class WebhookBody
{
    // GitHub and Jira wrap the case in "issue"; a generic sender sends it as it is.
    internal static byte[]? IssueIn(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            var isWrapped = document.RootElement.TryGetProperty("issue", out var issue);
            var isOther = !isWrapped && document.RootElement.TryGetProperty("hook_id", out _);
            return isOther ? [] : JsonSerializer.SerializeToUtf8Bytes(isWrapped ? issue : document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
