using System.Globalization;
using System.Text;

namespace FlowPlatform.Load.Scenarios;

/// <summary>
/// An incident log as ServiceNow writes it, as large as asked for: cases that wait, are worked on, stop for a while and are
/// done, over so many days. The same size gives the same log. Each case becomes eight transitions.
/// </summary>
internal static class GeneratedLog
{
    internal const int TransitionsPerCase = 8;

    internal static byte[] Of(int cases, DateTime lastDay, int days)
    {
        var random = new Random(7);
        var text = new StringBuilder("number,incident_state,sys_updated_at,opened_at,assigned_to\n");
        for (var number = 0; number < cases; number++)
        {
            var opened = lastDay.AddDays(-days * (1 - ((double)number / cases)) - 12);
            var at = opened;
            foreach (var state in (string[])["Active", "Awaiting Vendor", "Active", "Resolved"])
            {
                at = at.AddHours(random.Next(1, 48));
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"GEN{number:D7},{state},{at:dd-MM-yyyy HH:mm},{opened:dd-MM-yyyy HH:mm},Person {random.Next(12)}\n"
                );
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
