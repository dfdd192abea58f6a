using FlowPlatform.Gateway;
using FlowPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("gateway");
builder.AddGateway();
var app = builder.Build();
app.UseGateway();
return await app.RunServiceAsync(args);
