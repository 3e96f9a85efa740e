using System.Security.Cryptography;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>A decided case with two screenshots, one of them redacted, with nothing in it that is not the same at every run.</summary>
internal static class BundleSamples
{
    public const string Secret = "Zebedee Quillfeather";

    public static readonly byte[] First = SamplePictures.Png(1);
    public static readonly byte[] Second = SamplePictures.Png(2);
    public static readonly byte[] Covered = SamplePictures.Png(3);

    private static readonly DateTimeOffset Summer = new(2026, 7, 1, 8, 15, 30, TimeSpan.Zero);
    private static readonly NamedPerson Reporter = CaseBuilder.Ann with { Name = $"Ann {Secret}" };

    public static BundleContents Contents(
        ExportAudience audience, ExportCopies copies = ExportCopies.Redacted, string? whatHappened = null, int furtherEvents = 0)
    {
        var (first, second) = (Sealed(1, "Screenshot.png", First), Sealed(2, $"{Secret}.png", Second));
        var copy = Sealed(3, "Screenshot-redacted.png", Covered) with { ReceivedAt = Summer.AddHours(2) };
        var reported = new CaseBuilder()
            .WithId(new CaseId(new Guid(42, 0, 0, new byte[8])))
            .ReportedBy(Reporter).ReportedAt(Summer).WithEvidence(first, second).Numbered(42)
            .About(CaseBuilder.Dev with { Name = $"Dev {Secret}" })
            .With(facts => facts with { WhatHappened = whatHappened ?? "They wrote that we are all thieves.\nIt is about yesterday." })
            .Build() with
        { Provenance = new EvidenceProvenance(EvidenceTaker.Reporter, EvidenceDevice.Phone, null, SeenHow.Member) };
        var asked = (CaseOutcome.Recorded)reported.Ask(new AskCommand(1, $"Did {Secret} see it?"), CaseBuilder.Mona, Summer.AddHours(1));
        var answered = (CaseOutcome.Recorded)asked.Case.Answer(new AnswerCommand($"{Secret} did."), Reporter, Summer.AddHours(1.5));
        var decided = (CaseOutcome.Recorded)answered.Case.Decide(
            new DecideCommand(3, [DecisionOutcome.ReportToPlatform], $"Item 7, says {Secret}.", null, null, "2026-01"), CaseBuilder.Mona, Summer.AddHours(3));
        CaseEvent[] events =
        [
            new CaseReported(Reporter.Id, Summer, reported.Facts, reported.Evidence, Urgency.Normal),
            asked.Event,
            answered.Event,
            new EvidenceViewed(CaseBuilder.Mona.Id, Summer.AddHours(1.8), first.Id, first.Sha256),
            new EvidenceRedacted(CaseBuilder.Mona.Id, Summer.AddHours(2), first.Id, first.Sha256, copy),
            decided.Event,
            .. Enumerable.Range(0, furtherEvents).Select(number => new EvidenceViewed(CaseBuilder.Dev.Id, Summer.AddDays(1).AddMinutes(number), second.Id, second.Sha256)),
        ];
        return new BundleContents(
            "Rowcroft Medical Centre",
            decided.Case,
            audience,
            ChainExtract.Of(Chain(events)),
            [
                BundleFile.From(1, first, copies == ExportCopies.Redacted ? copy : null),
                BundleFile.From(2, second, null),
            ],
            TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
    }

    public static List<ChainLink> Chain(params IEnumerable<CaseEvent> events)
    {
        var (links, hash) = (new List<ChainLink>(), CaseChain.Start);
        foreach (var one in events)
        {
            var json = CaseJson.Write(one);
            hash = CaseChain.Hash(hash, json);
            links.Add(new ChainLink(links.Count + 1, hash, json, one));
        }

        return links;
    }

    public static Task<Stream?> OpenAsync(BundleFile file, CancellationToken cancellationToken)
    {
        byte[][] all = [First, Second, Covered];
        return Task.FromResult<Stream?>(new MemoryStream(all.Single(bytes => Hash(bytes) == file.Sealed.Sha256)));
    }

    public static async Task<byte[]> WriteAsync(BundleContents contents)
    {
        using var bundle = new MemoryStream();
        await BundleWriter.WriteAsync(contents, OpenAsync, bundle, default);
        return bundle.ToArray();
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static SealedEvidence Sealed(int number, string name, byte[] bytes) =>
        new(new EvidenceId(new Guid(number, 0, 0, new byte[8])), name, "image/png", bytes.Length, Hash(bytes), Summer.AddMinutes(-number))
        {
            Picture = new PictureFacts(640, 480, 1, false),
        };
}
