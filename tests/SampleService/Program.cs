using FlowPlatform.SampleService;
using FlowPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("sample");
builder.AddSample();
var app = builder.Build();
app.UseServiceDefaults();
app.MapSample();
return await app.RunServiceAsync(args);
