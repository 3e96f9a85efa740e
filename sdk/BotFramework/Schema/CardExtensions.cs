namespace Microsoft.Bot.Schema;

public static class CardExtensions
{
    public static Attachment ToAttachment(this HeroCard card) => new()
    {
        Content = card,
        ContentType = HeroCard.ContentType,
    };
}
