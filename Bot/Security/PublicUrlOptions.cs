namespace Rowcroft.TeamsBot.Security;

/// <summary>Under which address people's browsers reach the bot. Section <c>Bot</c>.</summary>
internal sealed class PublicUrlOptions
{
    public const string Section = "Bot";

    public const string Sentence = "Bot:PublicUrl must be an https address without a path, such as https://bot.example.org.";

    /// <summary>Scheme and host, such as <c>https://bot.example.org</c>. Empty: people see no screenshots outside Development.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary><c>null</c> when none is set.</summary>
    public Uri? Parsed => PublicUrl.Length == 0 ? null : new Uri(PublicUrl);

    /// <summary>Without TLS only on this machine.</summary>
    public bool IsSound => PublicUrl.Length == 0
        || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" });
}
