using System.Text.Json.Nodes;
using FlowPlatform.Gateway.OpenApi;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class DocumentJoinTests
{
    [Fact]
    public void Given_components_that_are_alike_Then_they_are_shared()
    {
        var joined = Join(("board", "integer"), ("intake", "integer"));

        Schemas(joined).ShouldBe(["Page", "Problem", "Thing"], ignoreOrder: true);
    }

    [Fact]
    public void Given_components_that_differ_Then_they_and_what_refers_to_them_are_told_apart()
    {
        var joined = Join(("board", "integer"), ("change-approval", "string"));

        Schemas(joined)
            .ShouldBe(
                ["BoardPage", "BoardThing", "ChangeApprovalPage", "ChangeApprovalThing", "Problem"],
                ignoreOrder: true
            );
        joined["components"]!["schemas"]!["BoardPage"]!["properties"]!["item"]!["$ref"]!
            .GetValue<string>()
            .ShouldBe("#/components/schemas/BoardThing");
    }

    [Fact]
    public void Given_any_documents_Then_every_reference_leads_somewhere()
    {
        var joined = Join(("board", "integer"), ("change-approval", "string"), ("intake", "integer"));

        var references = References(joined).ToList();

        references.Count.ShouldBeGreaterThan(5);
        references.ShouldAllBe(reference => Schemas(joined).Contains(reference));
    }

    [Fact]
    public void Given_the_same_operation_id_twice_Then_the_second_carries_its_service()
    {
        var joined = Join(("board", "integer"), ("intake", "integer"));

        joined["paths"]!["/api/board/things"]!["get"]!["operationId"]!.GetValue<string>().ShouldBe("ListThings");
        joined["paths"]!["/api/intake/things"]!["get"]!["operationId"]!.GetValue<string>().ShouldBe("IntakeListThings");
    }

    private static JsonObject Join(params (string Service, string Thing)[] services) =>
        DocumentJoin.Join(
            [
                .. services.Select(service => new ServiceDocument(
                    service.Service,
                    "/api",
                    JsonNode.Parse(ServiceUpstream.DocumentOf(service.Service, service.Thing))!.AsObject()
                )),
            ],
            []
        );

    private static IEnumerable<string> Schemas(JsonObject document) =>
        document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key);

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                member.Key == "$ref" ? [member.Value!.GetValue<string>().Split('/')[^1]] : References(member.Value)
            ),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };
}
