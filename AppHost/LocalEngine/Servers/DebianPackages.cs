namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Installs missing server programs from Debian's packages, without letting Debian start servers of its own.</summary>
internal static class DebianPackages
{
    // policy-rc.d (101: forbidden) is Debian's way to keep a package's installation from starting its service; an
    // existing one is the machine owner's and stays. Disabling what was just installed keeps it from starting at the
    // next boot; both packages name their service as themselves.
    private const string Script = """
        set -e
        policy=/usr/sbin/policy-rc.d made=
        trap '[ -z "$made" ] || rm -f "$policy"' EXIT
        if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod 755 "$policy"; made=1; fi
        export DEBIAN_FRONTEND=noninteractive
        apt-get -q -o DPkg::Lock::Timeout=120 update
        apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@"
        for service in "$@"; do
            systemctl disable --now "$service" >/dev/null 2>&1 || true
        done
        """;

    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Makes sure that both servers' programs are there, or says what to type.</summary>
    internal static async Task EnsureAsync(
        bool needsPostgres,
        bool needsRabbit,
        bool mayInstall,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        await OneAtATime.WaitAsync(ct);
        try
        {
            var missing = Missing(needsPostgres, needsRabbit);
            if (missing.Count > 0)
            {
                await InstallAsync(missing, mayInstall, progress, ct);
            }
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static List<string> Missing(bool needsPostgres, bool needsRabbit)
    {
        var missing = new List<string>();
        if (needsPostgres && ServerBinaries.Postgres() is null)
        {
            missing.Add("postgresql");
        }

        if (needsRabbit && ServerBinaries.Rabbit() is null)
        {
            missing.Add("rabbitmq-server");
        }

        return missing;
    }

    private static async Task InstallAsync(
        List<string> missing,
        bool mayInstall,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        var names = string.Join(' ', missing);
        if (ServerBinaries.OnPath("apt-get") is null)
        {
            throw new ServerException(
                $"Not found on this machine: {names}.",
                "Install PostgreSQL 15 or later and RabbitMQ 3.10 or later, or give ConnectionStrings__postgres and "
                    + "ConnectionStrings__messaging."
            );
        }

        if (!mayInstall || !await MayBeRootAsync(ct))
        {
            var reason = mayInstall ? "they cannot be installed without root rights" : "installing was refused";
            throw new ServerException(
                $"Not found on this machine: {names}; {reason}.",
                $"Run: sudo apt-get update && sudo apt-get install --no-install-recommends {names}"
            );
        }

        progress.Report($"installing {names} from Debian's packages (their own services are not started)");
        string[] shell = ["sh", "-c", Script, "install", .. missing];
        var outcome = Environment.IsPrivilegedProcess
            ? await Command.RunAsync(shell[0], shell[1..], ct)
            : await Command.RunAsync("sudo", ["-n", .. shell], ct);
        if (!outcome.Succeeded)
        {
            throw new ServerException(
                $"Installing {names} failed:{Environment.NewLine}{LastLines(outcome.Output)}",
                $"Run by hand: sudo apt-get update && sudo apt-get install {names}"
            );
        }
    }

    private static async Task<bool> MayBeRootAsync(CancellationToken ct) =>
        Environment.IsPrivilegedProcess || (await Command.RunAsync("sudo", ["-n", "true"], ct)).Succeeded;

    private static string LastLines(string output) =>
        string.Join(Environment.NewLine, output.Split(Environment.NewLine).TakeLast(8));
}
