using FlowPlatform.Prioritisation;
using FlowPlatform.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("prioritisation");
builder.AddPrioritisation();
var app = builder.Build();
app.UseServiceDefaults();
app.MapPrioritisation();
return await app.RunServiceAsync(args);
