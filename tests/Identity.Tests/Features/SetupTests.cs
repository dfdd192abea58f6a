using System.Runtime.Versioning;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Features.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FlowPlatform.Identity.Tests.Features;

[UnsupportedOSPlatform("windows")]
public sealed class SetupTests(SetupTests.WithoutDemo identity) : IClassFixture<SetupTests.WithoutDemo>
{
    public sealed class WithoutDemo : IdentityFixture
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(base.Settings, StringComparer.Ordinal)
            {
                ["Demo:Seed"] = "false",
                ["FirstAdministrator:Email"] = "first@flow.example",
                ["FirstAdministrator:Password"] = Password,
            };
    }

    [Fact]
    public async Task Given_an_empty_platform_Then_the_configured_person_opens_it_and_nobody_else_is_there()
    {
        identity.StartReplica();

        var token = new JsonWebToken((await identity.SignInAsync("first")).AccessToken);

        token.GetClaim("role").Value.ShouldBe(OrganisationRoles.Admin);
        (await identity.ReadAsync(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public void Given_a_password_file_Then_it_is_for_its_owner_alone_also_when_it_was_there_before()
    {
        var folder = Directory.CreateTempSubdirectory("flow-identity-");
        var path = Path.Combine(folder.FullName, "state", "passwords.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var options = new DemoOptions { Password = "given", PasswordFile = path };

        DemoPasswords.Tell(options, DemoPasswords.Choose(options), ["lena@flow.example", "max@flow.example"]);

        File.ReadAllText(path).ShouldBe("lena@flow.example given\nmax@flow.example given\n");
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Given_no_password_Then_each_organisation_gets_another_one()
    {
        var made = Enumerable.Range(0, 20).Select(_ => DemoPasswords.Choose(new DemoOptions())).ToList();

        made.ShouldBeUnique();
        made.ShouldAllBe(password => password.Length == 16);
    }
}
