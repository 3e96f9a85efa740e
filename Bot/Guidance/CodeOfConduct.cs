using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Guidance;

/// <summary>The practice's code of conduct on social media, in short.</summary>
/// <param name="Items">Items 1 to 8, in order.</param>
/// <param name="Feedback">The part on feedback and complaints, which has no number.</param>
internal sealed record CodeOfConduct(
    string Title,
    string Introduction,
    IReadOnlyList<CodeOfConductItem> Items,
    string Feedback,
    Source Source,
    IReadOnlyDictionary<AbuseKind, KindGuidance> Kinds);

/// <param name="Number">As in the practice's own document, 1 to 8.</param>
internal sealed record CodeOfConductItem(int Number, string Title, string Text);

/// <summary>A kind of abuse as the form offers it.</summary>
/// <param name="Hint">One line that says what is meant.</param>
/// <param name="Item">The number of the item of the code of conduct that it breaks.</param>
internal sealed record KindGuidance(string Label, string Hint, int Item);
