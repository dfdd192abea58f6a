using FlowPlatform.Intake.Domain.Imports;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>A case with the digest by which it is recognised when it comes again.</summary>
internal sealed record SourceCase(FoldedCase Found, string Digest)
{
    public string Reference => Found.Latest.Reference;

    public static SourceCase Of(FoldedCase found) => new(found, SourceDigest.Of(found));
}

/// <summary>Cases of one source in byte order of their reference, and who brings them.</summary>
internal sealed record CasePage(ImportOrder Order, Guid By, SourceCase[] Cases);
