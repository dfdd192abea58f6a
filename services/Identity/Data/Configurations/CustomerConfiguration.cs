using FlowPlatform.Identity.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable(
            "customers",
            // The rule once more where it cannot be gone round.
            table => table.HasCheckConstraint("ck_customers_deputy", "deputy_id <> representative_id")
        );
        builder.HasKey(customer => customer.Id);
        builder.Property(customer => customer.Id).ValueGeneratedNever();
        builder.Property(customer => customer.Name).HasMaxLength(Customer.NameMaxLength);
        builder.Property(customer => customer.Version).IsConcurrencyToken();
        builder.HasIndex(customer => customer.Name).IsUnique();
        builder.HasMany(customer => customer.Members).WithOne().HasForeignKey(member => member.CustomerId);
    }
}
