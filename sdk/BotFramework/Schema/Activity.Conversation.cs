using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData != null;

    public Mention[] GetMentions() =>
        Entities?
            .Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity.Properties.ToObject<Mention>())
            .ToArray() ?? [];

    /// <exception cref="InvalidCastException">The channel data is neither a <typeparamref name="TypeT"/> nor JSON.</exception>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        _ when ChannelData.GetType() == typeof(TypeT) => (TypeT)ChannelData,
        _ => ((JObject)ChannelData).ToObject<TypeT>(),
    };

    /// <returns>False if there is none, or it is not a <typeparamref name="TypeT"/>.</returns>
    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData == null)
        {
            return false;
        }

        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
#pragma warning disable CA1031 // A channel may put anything here, and converters may throw anything: "not that" is the answer to all of it.
        catch
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>Where this activity happened, for speaking there again later.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdThatCanBeRepliedTo(),
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>As <see cref="GetConversationReference"/>, pointing at what was sent instead of what was received.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale = reference.Locale ?? Locale;

        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            From = reference.Bot;
            Recipient = reference.User;
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    /// <summary>Over HTTP the service URL starts with "http"; over a streaming connection it does not.</summary>
    public bool IsFromStreamingConnection() =>
        ServiceUrl != null && !ServiceUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
