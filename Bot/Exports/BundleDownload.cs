using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>
/// The link. The bundle is written twice: first into nothing, which finds whatever is wrong with a file and tells the bundle's length and
/// hash; then, after the link is used up and the hash is in the case's chain, to the browser. So nothing leaves unrecorded.
/// </summary>
internal sealed partial class BundleDownload(
    ExportLedger ledger,
    CaseStore cases,
    ApproverDirectory directory,
    BundleSource source,
    BundleDownload.Surroundings surroundings)
{
    /// <summary>The same for a link that never was, one that ran out, one that was used, and somebody else's.</summary>
    public const string Nothing = "There is nothing here, or not any more. If you asked for evidence, make a new link on the card in your chat with the bot.";
    public const string Unreadable = "The bundle could not be put together: a file cannot be read, or is not as it was received. Nothing was handed out, and your link still works. Please tell whoever looks after the bot.";

    /// <summary>The claim by which the sign-in knows people.</summary>
    private const string ObjectId = "oid";

    public async Task<IResult> GetAsync(HttpContext http, string token)
    {
        Quiet(http.Response);
        if (await surroundings.SignInIsOnAsync() && http.User.Identity?.IsAuthenticated != true)
        {
            return Results.Challenge(new AuthenticationProperties { RedirectUri = http.Request.Path });
        }

        var stop = http.RequestAborted;
        if (await OpenAsync(http.User, token, stop) is not var (export, @case))
        {
            return Results.Text(Nothing, statusCode: StatusCodes.Status404NotFound);
        }

        try
        {
            var contents = await source.GatherAsync(@case, export.Events, export.Audience, export.Copies, stop);
            var measured = await source.WriteAsync(contents, Stream.Null, stop);
            return await ledger.ClaimAsync(export, token, HandedOut(export, contents, measured), stop)
                ? new BundleResult(source, contents, measured.Length)
                : Results.Text(Nothing, statusCode: StatusCodes.Status404NotFound);
        }
        catch (BundleException exception)
        {
            Log.Unreadable(surroundings.Logger, export.Id, exception.Evidence);
            return Results.Text(Unreadable, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (IOException exception)
        {
            Log.StoreFailed(surroundings.Logger, export.Id, exception.GetType().Name);
            return Results.Text(Unreadable, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The person who asked must be the one who is signed in, where people sign in, and must still decide the case.</summary>
    private async Task<(ExportRow Export, Case Case)?> OpenAsync(ClaimsPrincipal user, string token, CancellationToken stop)
    {
        if (await ledger.FindByTokenAsync(token, stop) is not { State: ExportState.Confirmed } export
            || (await surroundings.SignInIsOnAsync() && !IsPerson(user, export.RequestedBy))
            || await cases.FindAsync(export.Practice, export.CaseId, stop) is not { } @case
            || @case.Version != export.CaseVersion)
        {
            return null;
        }

        var approvers = await directory.GetAsync(export.Practice, stop);
        return approvers.For(@case).Any(person => person.Id == export.RequestedBy) ? (export, @case) : null;
    }

    private static bool IsPerson(ClaimsPrincipal user, PersonId person) =>
        user.FindFirstValue(ObjectId) is { } id && new PersonId(id) == person;

    private EvidenceExported HandedOut(ExportRow export, BundleContents contents, BundleMeasure measured) => new(
        export.RequestedBy,
        surroundings.Time.GetUtcNow(),
        export.Id,
        export.Audience,
        export.Copies,
        export.Reason,
        measured.Sha256,
        [.. contents.Files.Select(file => new ExportedFile((file.Original ?? file.Sealed).Id, file.Sealed.Sha256))]);

    private static void Quiet(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    /// <summary>What the process has around this room. Where nobody can sign in, on a developer's machine, the token alone opens.</summary>
    internal sealed class Surroundings(IServiceProvider services, TimeProvider time, ILogger<BundleDownload> logger)
    {
        public TimeProvider Time => time;

        public ILogger Logger => logger;

        public async Task<bool> SignInIsOnAsync() =>
            services.GetService<IAuthenticationSchemeProvider>() is { } schemes && await schemes.GetDefaultChallengeSchemeAsync() is not null;
    }

    private static partial class Log
    {
        [LoggerMessage(3101, LogLevel.Error, "Export {Export} could not be handed out: evidence {Evidence} cannot be had as it was received")]
        public static partial void Unreadable(ILogger logger, ExportId export, EvidenceId evidence);

        [LoggerMessage(3102, LogLevel.Error, "Export {Export} could not be handed out ({Reason})")]
        public static partial void StoreFailed(ILogger logger, ExportId export, string reason);
    }
}
