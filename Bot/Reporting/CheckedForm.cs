using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What came of checking a form.</summary>
/// <param name="Facts">Set exactly when there is no problem.</param>
internal sealed record CheckedForm(ReportedFacts? Facts, IReadOnlyList<FormProblem> Problems);

/// <summary>What is wrong with one field, in a sentence for the person who filled it in. Quotes nothing that was typed.</summary>
internal sealed record FormProblem(string Field, string Sentence);
