using FlowPlatform.Board;
using FlowPlatform.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("board");
builder.AddBoard();

var app = builder.Build();
app.UseServiceDefaults();
app.MapBoard();
return await app.RunServiceAsync(args);
