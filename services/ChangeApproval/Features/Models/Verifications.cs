using System.Security.Cryptography;
using System.Text.Json;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Data.Configurations;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Domain.Verification;
using FlowPlatform.ChangeApproval.Features.Changes;

namespace FlowPlatform.ChangeApproval.Features.Models;

/// <summary>Runs the verifier over a version of a model, against the controls in force, and keeps what it found.</summary>
internal sealed class Verifications(ChangesDbContext db, Rulebooks rulebooks, TimeProvider clock)
{
    internal async Task<ModelVerification> VerifyAsync(ModelVersion version, CancellationToken ct)
    {
        var controls = await rulebooks.ControlsAsync(ct);
        var verification = Judge(version, controls, clock.GetUtcNow());
        db.Verifications.Add(verification);
        return verification;
    }

    internal static ModelVerification Judge(ModelVersion version, IReadOnlyList<Control> controls, DateTimeOffset now)
    {
        List<CategoryFinding> findings =
        [
            .. version.Processes.Select(process => CategoryFinding.From(Verifier.Verify(process, controls))),
        ];
        return new ModelVerification
        {
            ModelId = version.ModelId,
            ModelNumber = version.Number,
            ProcessDigest = DigestOf(version.Processes),
            ControlsDigest = DigestOf(controls),
            VerifierVersion = Verifier.Version,
            IsCertified = findings.TrueForAll(finding => finding.IsCertified),
            Findings = findings,
            At = now,
        };
    }

    private static string DigestOf<T>(IReadOnlyList<T> rules) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rules, JsonColumns.Options)));
}
