namespace FlowPlatform.Board.Features.Cards;

internal static class CardEndpoints
{
    internal static void MapCards(this RouteGroupBuilder board)
    {
        var cards = board
            .MapGroup("/cards")
            .WithTags("Cards")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        cards.MapGetCard();
        cards.MapGetCardWaste();
        cards.MapMoveCard();
        cards.MapOwnCard();
        cards.MapBlockCard();
        cards.MapEndCard();
        cards.MapUndoMove();
        cards.MapSplitCard();
        cards.MapTakeOverCard();
        cards.MapMarkCard();
        cards.MapCommentCard();
        cards.MapCheckCard();
        cards.MapAttachLink();
        cards.MapWatchCard();
        cards.MapFindCards();
    }
}
