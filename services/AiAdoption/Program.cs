using FlowPlatform.AiAdoption;
using FlowPlatform.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("ai");
builder.AddAiAdoption();
var app = builder.Build();
app.UseServiceDefaults();
app.MapAiAdoption();
return await app.RunServiceAsync(args);
