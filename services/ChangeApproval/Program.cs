using FlowPlatform.ChangeApproval;
using FlowPlatform.ChangeApproval.OfflineVerifier;
using FlowPlatform.ServiceDefaults;

if (VerifyCommand.IsAskedFor(args))
{
    return VerifyCommand.Run(args, Console.Out);
}

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("changes");
builder.AddChangeApproval();

var app = builder.Build();
app.UseServiceDefaults();
app.MapChangeApproval();
return await app.RunServiceAsync(args);
