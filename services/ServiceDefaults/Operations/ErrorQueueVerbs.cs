using RabbitMQ.Client.Exceptions;

namespace FlowPlatform.ServiceDefaults.Operations;

/// <summary>
/// What the operations endpoints do, for an operator with a shell in the service's container and no token: "errors" lists the messages
/// that failed, "resend &lt;queue&gt;" sends those of a queue to their consumer again.
/// </summary>
internal static class ErrorQueueVerbs
{
    public const string List = "errors";
    public const string Resend = "resend";
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Returns the process's exit code: 0, 1 where the broker is away, 2 where the words are wrong.</summary>
    public static async Task<int> RunAsync(ErrorQueues queues, string[] words)
    {
        try
        {
            return words switch
            {
                [List] => await ListAsync(queues),
                [Resend, var queue] => await ResendAsync(queues, queue),
                _ => Complain($"Either \"{List}\", or \"{Resend}\" and the name of a queue.", Misused),
            };
        }
        catch (BrokerUnreachableException away)
        {
            return Complain($"The broker cannot be reached: {away.InnerException?.Message ?? away.Message}", Failed);
        }
    }

    private static async Task<int> ListAsync(ErrorQueues queues)
    {
        var found = await queues.ListAsync(CancellationToken.None);
        if (found.Count == 0)
        {
            Console.WriteLine("No message waits in an error queue.");
        }

        foreach (var queue in found)
        {
            Console.WriteLine($"{queue.Queue}: {queue.Messages}");
            foreach (var message in queue.First)
            {
                Console.WriteLine($"  {message.FailedAt}  {message.MessageId}  {message.Type}: {message.Reason}");
            }
        }

        return Done;
    }

    private static async Task<int> ResendAsync(ErrorQueues queues, string queue)
    {
        if (await queues.ResendAsync(queue, CancellationToken.None) is not { } resent)
        {
            return Complain($"This service has no queue \"{queue}\".", Misused);
        }

        Console.WriteLine($"{resent.Queue}: {resent.Resent} sent again");
        return Done;
    }

    private static int Complain(string problem, int exitCode)
    {
        Console.Error.WriteLine(problem);
        return exitCode;
    }
}
