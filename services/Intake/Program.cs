using FlowPlatform.Intake;
using FlowPlatform.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("intake");
builder.AddIntake();
var app = builder.Build();
app.UseServiceDefaults();
app.MapIntake();
return await app.RunServiceAsync(args);
