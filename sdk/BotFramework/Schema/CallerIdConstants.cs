namespace Microsoft.Bot.Schema;

public static class CallerIdConstants
{
    public const string PublicAzureChannel = "urn:botframework:azure";

    public const string USGovChannel = "urn:botframework:azureusgov";

    public const string BotToBotPrefix = "urn:botframework:aadappid:";
}
