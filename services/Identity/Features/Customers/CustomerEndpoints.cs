namespace FlowPlatform.Identity.Features.Customers;

internal static class CustomerEndpoints
{
    internal static void MapCustomers(this RouteGroupBuilder identity)
    {
        var customers = identity
            .MapGroup("/customers")
            .WithTags("Customers")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        customers.MapListCustomers();
        customers.MapReadCustomer();
        customers.MapRegisterCustomer();
        customers.MapRenameCustomer();
        customers.MapActivateCustomer();
        customers.MapCustomerMembers();
        customers.MapMandateRepresentative();
    }
}
