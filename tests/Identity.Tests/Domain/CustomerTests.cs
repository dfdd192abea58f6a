using CsCheck;
using FlowPlatform.Identity.Domain.Customers;

namespace FlowPlatform.Identity.Tests.Domain;

public sealed class CustomerTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];

    private static readonly Gen<(int Act, int First, int Second)> Step = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[-1, People.Length - 1],
        Gen.Int[-1, People.Length - 1]
    );

    [Fact]
    public void Given_any_sequence_of_acts_Then_the_mandate_is_always_held_by_two_stakeholders() =>
        Step.List[0, 40]
            .Sample(steps =>
            {
                var customer = Customer.Register(Guid.CreateVersion7(), "Treasury").Value;
                foreach (var step in steps)
                {
                    var before = (customer.Version, State(customer));
                    Act(customer, step);
                    var changed = before.Item2 != State(customer);

                    customer.Version.ShouldBe(before.Version + (changed ? 1 : 0));
                    ShouldHold(customer);
                }
            });

    private static void ShouldHold(Customer customer)
    {
        customer.Members.Select(member => member.PersonId).ShouldBeUnique();
        foreach (var mandated in new[] { customer.RepresentativeId, customer.DeputyId })
        {
            if (mandated is not null)
            {
                customer.Members.Single(member => member.PersonId == mandated).Role.ShouldBe(CustomerRole.Stakeholder);
            }
        }

        if (customer.DeputyId is not null)
        {
            customer.RepresentativeId.ShouldNotBeNull();
            customer.DeputyId.ShouldNotBe(customer.RepresentativeId);
        }
    }

    private static void Act(Customer customer, (int Act, int First, int Second) step)
    {
        var (first, second) = (Person(step.First), Person(step.Second));
        switch (step.Act)
        {
            case 0:
                customer.Appoint(first ?? People[0], CustomerRole.Stakeholder);
                break;
            case 1:
                customer.Appoint(first ?? People[0], CustomerRole.Requester);
                break;
            case 2:
                customer.Release(first ?? People[0]);
                break;
            case 3:
                customer.Deactivate();
                break;
            case 4:
                customer.Reactivate();
                break;
            default:
                customer.Mandate(first, second);
                break;
        }
    }

    private static Guid? Person(int index) => index < 0 ? null : People[index];

    private static string State(Customer customer) =>
        string.Join('|', customer.Members.Select(m => $"{m.PersonId}{m.Role}").Order(StringComparer.Ordinal))
        + $"{customer.RepresentativeId}/{customer.DeputyId}/{customer.IsActive}";
}
