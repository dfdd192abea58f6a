using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>Rules that need no state of their own, each with what it refuses. Checked in the order they are written.</summary>
internal static class SessionRules
{
    internal static Error? RefusalToOpen(Opening opening)
    {
        if (opening.Figures.FreeSlots <= 0)
        {
            return SessionErrors.NoFreeSlots;
        }

        if (opening.Options.Count == 0)
        {
            return SessionErrors.NoOptions;
        }

        if (opening.Options.Count > ReplenishmentSession.MaxOptions)
        {
            return SessionErrors.TooManyOptions(opening.Options.Count);
        }

        if (
            opening.Customers.Any(c =>
                opening.FacilitatorId == c.RepresentativeId || opening.FacilitatorId == c.DeputyId
            )
        )
        {
            return SessionErrors.FacilitatorHasMandate;
        }

        var voiceless = CustomersWithoutVoice(opening).ToList();
        return voiceless.Count > 0 ? ProposalErrors.NotQuorate(voiceless) : null;
    }

    /// <summary>Names that are not frozen in the session, or named twice.</summary>
    internal static Error? RefusalOfNames(ReplenishmentSession session, IReadOnlyCollection<Guid> optionIds)
    {
        var strangers = optionIds.Except(session.Options.Select(o => o.OptionId)).ToList();
        if (strangers.Count > 0)
        {
            return ProposalErrors.NotFrozen(strangers);
        }

        var twice = optionIds.CountBy(id => id).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToList();
        return twice.Count > 0 ? ProposalErrors.NamedTwice(twice) : null;
    }

    /// <summary>Every limit that these options would break together, as the room is now.</summary>
    internal static Error? RefusalByRoom(ReplenishmentSession session, IReadOnlyCollection<Guid> chosen, SlotRoom room)
    {
        var categories = CategoriesOf(session, chosen);
        if (room.Fits(categories))
        {
            return null;
        }

        var full = categories
            .CountBy(category => category)
            .Where(pair => pair.Value > room.RoomFor(pair.Key))
            .Select(pair =>
                Limit("category-room", $"{pair.Key} has less room.", $"{pair.Key}", room.RoomFor(pair.Key), pair.Value)
            )
            .ToList();
        var common = categories
            .CountBy(category => category)
            .Sum(pair => Math.Max(0, pair.Value - room.ReservedFor(pair.Key)));
        if (common > room.Common)
        {
            full.Add(Limit("common-slots", "Fewer slots are free for every category.", "common", room.Common, common));
        }

        return ProposalErrors.ExceedsRoom(full);
    }

    /// <summary>A kept slot may stay empty only when no option of its category is left.</summary>
    internal static Error? RefusalByReservation(
        ReplenishmentSession session,
        IReadOnlyCollection<Guid> chosen,
        Circumstances at
    )
    {
        var taken = CategoriesOf(session, chosen).CountBy(category => category).ToDictionary();
        var unfilled = session
            .Options.Where(option => at.Waiting.Contains(option.OptionId))
            .CountBy(option => option.Evidence.Facts.Category)
            .Select(waiting => (Category: waiting.Key, Kept: Math.Min(waiting.Value, at.Room.ReservedFor(waiting.Key))))
            .Where(kept => taken.GetValueOrDefault(kept.Category) < kept.Kept)
            .Select(kept =>
                Limit(
                    "reserved-slots",
                    $"{kept.Category} has kept slots and options that wait.",
                    $"{kept.Category}",
                    kept.Kept,
                    taken.GetValueOrDefault(kept.Category)
                )
            )
            .ToList();
        return unfilled.Count > 0 ? ProposalErrors.ReservedUnfilled(unfilled) : null;
    }

    internal static List<WorkCategory> CategoriesOf(ReplenishmentSession session, IReadOnlyCollection<Guid> chosen) =>
        [.. session.Options.Where(o => chosen.Contains(o.OptionId)).Select(o => o.Evidence.Facts.Category)];

    private static IEnumerable<Guid> CustomersWithoutVoice(Opening opening) =>
        opening
            .Customers.Where(customer =>
                new[] { customer.RepresentativeId, customer.DeputyId }.All(id =>
                    id is not { } person || opening.RecusedIds.Contains(person)
                )
            )
            .Select(customer => customer.CustomerId);

    private static Violation Limit(string code, string message, string scope, int limit, int occupancy) =>
        new(code, message)
        {
            Scope = scope,
            Limit = limit,
            Occupancy = occupancy,
        };
}
