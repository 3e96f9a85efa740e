using System.Diagnostics;
using System.Globalization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>What a bundle's documents call things. They are kept for years: nothing here comes from the guidance, which has editions.</summary>
internal static class BundleWords
{
    public const string SomebodyOfTheStaff = "a member of staff";

    public const string WhatAHashDoesNotProve =
        "A SHA-256 number shows that a file has not changed since the practice received it. It does not prove that the post was genuine, "
        + "who wrote it, or when it was written.";

    public static string For(ExportAudience audience) => audience switch
    {
        ExportAudience.Police => "the police",
        ExportAudience.Adviser => "a solicitor or adviser",
        ExportAudience.Platform => "the platform",
        ExportAudience.Practice => "somebody inside the practice",
        _ => throw new UnreachableException(),
    };

    public static string Taker(EvidenceTaker? taker) => taker switch
    {
        EvidenceTaker.Reporter => "the person who reported it",
        EvidenceTaker.Colleague => "a colleague",
        EvidenceTaker.SomebodyElse => "somebody else",
        null => NotSaid,
        _ => throw new UnreachableException(),
    };

    public static string Device(EvidenceDevice? device) => device switch
    {
        EvidenceDevice.Phone => "a phone",
        EvidenceDevice.Computer => "a computer",
        null => NotSaid,
        _ => throw new UnreachableException(),
    };

    public static string Whole(WholeScreen? whole) => whole switch
    {
        WholeScreen.Yes => "yes",
        WholeScreen.No => "no",
        null => NotSaid,
        _ => throw new UnreachableException(),
    };

    public static string Seen(SeenHow? seen) => seen switch
    {
        SeenHow.Public => "it was public",
        SeenHow.Member => "as a member of the group",
        SeenHow.SentToReporter => "it was sent to the person who reported it",
        SeenHow.ShownToReporter => "somebody showed it to the person who reported it",
        null => NotSaid,
        _ => throw new UnreachableException(),
    };

    /// <summary>To the second, first in UTC and then as the clocks of the practice showed it.</summary>
    public static string InBothZones(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var sign = local.Offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{instant.UtcDateTime:d MMMM yyyy, HH:mm:ss} UTC = {local.DateTime:d MMMM yyyy, HH:mm:ss} {zone.Id} (UTC{sign}{local.Offset:hh\\:mm})");
    }

    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The words of a name in code: <c>GoogleReview</c> becomes "Google review".</summary>
    public static string Of(Enum value)
    {
        var name = value.ToString();
        var words = string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
        return words;
    }

    public const string NotSaid = "not said";
}
