namespace Rowcroft.LocalTeams.Clients;

/// <summary>The bot's HTTP answer. <see cref="Status"/> is null when it could not be reached or took too long.</summary>
internal sealed record BotAnswer(int? Status, string Body)
{
    public static BotAnswer Unreachable { get; } = new(null, "");

    public bool IsSuccess => Status is >= 200 and < 300;
}
