using FlowPlatform.Identity;
using FlowPlatform.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("identity");
builder.AddIdentity();
var app = builder.Build();
app.UseServiceDefaults();
app.MapIdentity();
return await app.RunServiceAsync(args);
