using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.Identity.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class CustomerMembershipConfiguration : IEntityTypeConfiguration<CustomerMembership>
{
    public void Configure(EntityTypeBuilder<CustomerMembership> builder)
    {
        builder.ToTable("customer_memberships");
        builder.HasKey(member => new { member.CustomerId, member.PersonId });
        // A person's claims, read with every token.
        builder.HasIndex(member => member.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
