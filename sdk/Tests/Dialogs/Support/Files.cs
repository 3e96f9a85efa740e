using Microsoft.Bot.Schema;

namespace Sdk.Tests.Dialogs.Support;

/// <summary>Messages with files, as a channel sends them.</summary>
internal static class Files
{
    public static Activity Message(params string[] names) => new(ActivityTypes.Message)
    {
        Attachments =
        [
            .. names.Select(name => new Attachment
            {
                Name = name,
                ContentType = "image/png",
                ContentUrl = $"https://files.example/{name}",
            }),
        ],
    };
}
