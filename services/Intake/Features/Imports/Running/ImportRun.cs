using FlowPlatform.Intake.Domain.Imports;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>One worker's go at one import.</summary>
internal sealed record ImportRun(Import Import, ImportProfile Profile, ImportDefaults Defaults, Guid Owner)
{
    public Guid Id => Import.Id;
}

/// <summary>The import was cancelled, or another worker has it: stop, and change nothing more.</summary>
internal sealed class ImportStoppedException() : Exception("The import is not this worker's any more.");
