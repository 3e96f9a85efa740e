namespace Microsoft.Bot.Builder;

/// <summary>What the bot answers to an invoke: the HTTP status, and the body if there is one.</summary>
public class InvokeResponse
{
    public int Status { get; set; }

    public object Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
