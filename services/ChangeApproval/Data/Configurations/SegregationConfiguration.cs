using FlowPlatform.ChangeApproval.Domain.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ChangeApproval.Data.Configurations;

/// <summary>
/// Segregation of duties as plain constraints, which hold for any SQL and any interleaving: a person has one row in
/// change_side, that row has one side, and each duty and verdict refers to the row by its side.
/// </summary>
internal sealed class PersonSideConfiguration : IEntityTypeConfiguration<PersonSide>
{
    public void Configure(EntityTypeBuilder<PersonSide> builder)
    {
        builder.ToTable("change_side");
        builder.HasKey(side => new { side.ChangeId, side.PersonId });
        builder.HasAlternateKey(side => new
        {
            side.ChangeId,
            side.PersonId,
            side.Side,
        });
    }
}

internal sealed class DutyEntryConfiguration : IEntityTypeConfiguration<DutyEntry>
{
    public void Configure(EntityTypeBuilder<DutyEntry> builder)
    {
        var judging = Enum.GetValues<Duty>().Where(duty => duty.SideOf() == Side.Judging).Select(duty => $"'{duty}'");
        builder.ToTable(
            "change_duty",
            table =>
                table.HasCheckConstraint(
                    "ck_change_duty_side",
                    $"(duty IN ({string.Join(", ", judging)})) = (side = '{nameof(Side.Judging)}')"
                )
        );
        builder.HasKey(duty => new
        {
            duty.ChangeId,
            duty.PersonId,
            duty.Duty,
        });
        builder
            .HasOne<PersonSide>()
            .WithMany()
            .HasForeignKey(duty => new
            {
                duty.ChangeId,
                duty.PersonId,
                duty.Side,
            })
            .HasPrincipalKey(side => new
            {
                side.ChangeId,
                side.PersonId,
                side.Side,
            })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VerdictConfiguration : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.ToTable(
            "change_verdict",
            table => table.HasCheckConstraint("ck_change_verdict_side", $"side = '{nameof(Side.Judging)}'")
        );
        builder.Property(verdict => verdict.Id).ValueGeneratedNever();
        builder.Property(verdict => verdict.Reason).HasMaxLength(Verdict.ReasonLength);
        builder.Property(verdict => verdict.Seen).AsJson();
        // One verdict of a person, and one on an authority, for each revision: two clicks are one approval.
        builder
            .HasIndex(v => new
            {
                v.ChangeId,
                v.Revision,
                v.PersonId,
            })
            .IsUnique();
        builder
            .HasIndex(v => new
            {
                v.ChangeId,
                v.Revision,
                v.AuthorityId,
            })
            .IsUnique();
        Judges(builder, nameof(Verdict.PersonId));
        Judges(builder, nameof(Verdict.AuthorityId));
    }

    private static void Judges(EntityTypeBuilder<Verdict> builder, string person) =>
        builder
            .HasOne<PersonSide>()
            .WithMany()
            .HasForeignKey(nameof(Verdict.ChangeId), person, nameof(Verdict.Side))
            .HasPrincipalKey(nameof(PersonSide.ChangeId), nameof(PersonSide.PersonId), nameof(PersonSide.Side))
            .OnDelete(DeleteBehavior.Restrict);
}

internal sealed class CarryOverConfiguration : IEntityTypeConfiguration<CarryOver>
{
    public void Configure(EntityTypeBuilder<CarryOver> builder)
    {
        builder.ToTable("change_carry_over");
        builder.HasKey(carry => new { carry.VerdictId, carry.Revision });
        builder.Property(carry => carry.Differing).AsJson();
    }
}
