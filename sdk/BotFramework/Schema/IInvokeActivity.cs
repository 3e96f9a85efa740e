namespace Microsoft.Bot.Schema;

/// <summary>A question that wants its answer in the HTTP response, such as a press on a card.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
