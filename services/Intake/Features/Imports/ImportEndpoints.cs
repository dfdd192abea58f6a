using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Intake.Features.Imports;

internal static class ImportEndpoints
{
    internal static void MapImports(this RouteGroupBuilder intake)
    {
        var imports = intake.MapGroup("/imports").WithTags("Imports").ProducesProblem(409);
        // Files are streamed; their own limit is that of the spool.
        imports
            .MapPost("/", StartImport.Handle)
            .WithName(nameof(StartImport))
            .WithMetadata(new DisableRequestSizeLimitAttribute());
        intake
            .MapPost("/imports:preview", PreviewImport.OfUpload)
            .WithTags("Imports")
            .WithName(nameof(PreviewImport))
            .WithMetadata(new DisableRequestSizeLimitAttribute());
        intake
            .MapPost("/imports:inspect", InspectImport.Handle)
            .WithTags("Imports")
            .WithName(nameof(InspectImport))
            .ProducesProblem(409);
        imports.MapGet("/", ReadImports.List).WithName("ListImports");
        imports.MapGet("/{importId:guid}", ReadImports.Get).WithName("GetImport");
        imports.MapGet("/events", StreamImports.Follow).WithName("FollowImports");
        imports.MapGet("/{importId:guid}/events", StreamImports.Watch).WithName("WatchImport");
        imports.MapGet("/{importId:guid}/rejections", ListRejections.Handle).WithName(nameof(ListRejections));
        imports.MapGet("/{importId:guid}/rejections.csv", ListRejections.Csv).WithName("DownloadRejections");
        imports.MapPost("/{importId:guid}:preview", PreviewImport.OfStored).WithName("PreviewStoredImport");
        imports.MapPost("/{importId:guid}:cancel", SteerImport.Cancel).WithName("CancelImport");
        imports.MapPost("/{importId:guid}:resume", SteerImport.Resume).WithName("ResumeImport");
    }
}
