namespace FlowPlatform.Identity.Features.Setup;

internal static class SetupRegistration
{
    internal static void AddSetup(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section);
        builder.Services.AddOptions<FirstAdministratorOptions>().BindConfiguration(FirstAdministratorOptions.Section);
        builder.Services.AddScoped<FirstPeople>();
        builder.Services.AddHostedService<Setup>();
    }
}
