using FlowPlatform.AppHost;

var builder = DistributedApplication.CreateBuilder(args);

var postgres = builder.AddPostgres("postgres").WithDataVolume("flowplatform-postgres");
var messaging = builder.AddRabbitMQ("messaging").WithManagementPlugin().WithDataVolume("flowplatform-messaging");
var outcomeKey = builder.AddKeptSecret("outcome-signing-key");
var auditLogKey = builder.AddKeptSecret("audit-log-key-secret");

var identity = builder.AddIdentity(postgres.AddDatabase("identitydb"), messaging);
var intake = builder.AddService<Projects.Intake>("intake", postgres.AddDatabase("intakedb"), messaging, identity);
var prioritisation = builder
    .AddService<Projects.Prioritisation>(
        "prioritisation",
        postgres.AddDatabase("prioritisationdb"),
        messaging,
        identity
    )
    .WithEnvironment("Outcomes__SigningKey", outcomeKey);
var board = builder
    .AddService<Projects.Board>("board", postgres.AddDatabase("boarddb"), messaging, identity)
    .WithEnvironment("Outcomes__SigningKey", outcomeKey);
var changes = builder
    .AddService<Projects.ChangeApproval>("change-approval", postgres.AddDatabase("changesdb"), messaging, identity)
    .WithEnvironment("AuditLog__KeySecret", auditLogKey);
var ai = builder.AddService<Projects.AiAdoption>("ai-adoption", postgres.AddDatabase("aidb"), messaging, identity);

builder.AddGateway(identity, intake, prioritisation, board, changes, ai);

builder.Build().Run();
