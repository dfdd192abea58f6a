using FlowPlatform.Board.Domain.Cards;

namespace FlowPlatform.Board.Domain.Admission;

/// <summary>
/// What asks for admission: a card (whose column is null before it is placed) enters a column, an avatar is placed on
/// it, or both at once, which is a pull.
/// </summary>
internal sealed record MoveCommand(CardState Card, Guid? ToColumn, Guid? AvatarOf);
