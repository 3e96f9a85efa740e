using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A page of somebody's open cases.</summary>
/// <param name="Total">On all pages.</param>
/// <param name="Page">From 0.</param>
/// <param name="LastPage">From 0; 0 too when there is no case.</param>
internal sealed record CaseListView(IReadOnlyList<Case> Cases, int Total, int Page, int LastPage, DateTimeOffset Now);
