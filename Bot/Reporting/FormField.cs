namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The ids of the form's inputs, as they come back in a submission.</summary>
internal static class FormField
{
    public const string About = "about";
    public const string Colleague = "colleague";
    public const string ConcernsManager = "concernsManager";
    public const string Platform = "platform";
    public const string Location = "location";
    public const string Link = "link";
    public const string SeenOn = "seenOn";
    public const string Visibility = "visibility";
    public const string WhatHappened = "whatHappened";
    public const string Kinds = "kinds";
    public const string Poster = "poster";
    public const string PosterRelation = "posterRelation";
}
