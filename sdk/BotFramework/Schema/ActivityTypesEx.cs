namespace Microsoft.Bot.Schema;

/// <summary>Types that never leave the bot: an adapter acts on them itself.</summary>
public static class ActivityTypesEx
{
    public const string InvokeResponse = "invokeResponse";

    public const string Delay = "delay";
}
