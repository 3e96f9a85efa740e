namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>WhatsApp: an invitation or a number leads to a chat, not to a message; only channels have addresses for messages.</summary>
internal static class WhatsAppLink
{
    public static PlatformLink? Read(LinkAddress link) => link switch
    {
        { Host: "wa.me" or "chat.whatsapp.com" or "web.whatsapp.com" or "api.whatsapp.com" } => PlatformLink.Page(link, link.Host),
        { Host: "whatsapp.com", Path: ["channel", var channel, var message] } => PlatformLink.Post($"whatsapp.com/channel/{channel}/{message}"),
        { Host: "whatsapp.com" } => PlatformLink.Page(link, link.Host),
        _ => null,
    };
}
