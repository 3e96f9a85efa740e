using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using MsalException = Microsoft.Identity.Client.MsalException;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Fetches one offered picture: only from allowed addresses, at most <see cref="EvidenceOptions.MaxBytes"/>, within
/// <see cref="EvidenceOptions.DownloadTimeout"/>. The bot's token goes to the connector of the conversation and nowhere else.
/// </summary>
internal sealed partial class PictureDownload(
    HttpClient http,
    AllowedAddresses allowed,
    BotToken token,
    IOptions<EvidenceOptions> options,
    TimeProvider time,
    ILogger<PictureDownload> logger)
{
    private const int MaxRedirects = 3;

    /// <param name="destination">Its length is set to zero before each attempt.</param>
    /// <param name="serviceUrl">The connector's address as the verified activity names it.</param>
    public async Task<Fetched> FetchAsync(OfferedPicture picture, Uri? serviceUrl, Stream destination, CancellationToken cancellationToken)
    {
        if (picture.Source == OfferedAs.SomethingElse)
        {
            return new Fetched.Refused(EvidenceRefusal.NotAPicture);
        }

        using var clock = new CancellationTokenSource(options.Value.DownloadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            var trusted = picture.Source == OfferedAs.Pasted ? serviceUrl : null;
            return await AskTwiceAsync(picture.Address, trusted, destination, either.Token);
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Fetched.Refused(EvidenceRefusal.TimedOut);
        }
    }

    // Teams refuses pasted pictures now and then and gives them a moment later: https://github.com/microsoft/botbuilder-js/issues/4887.
    private async Task<Fetched> AskTwiceAsync(Uri? address, Uri? trusted, Stream destination, CancellationToken cancellationToken)
    {
        var first = await TryAsync(address, trusted, false, destination, cancellationToken);
        if (first is not Fetched.Refused { Reason: EvidenceRefusal.AccessDenied or EvidenceRefusal.Unreachable })
        {
            return first;
        }

        await Task.Delay(options.Value.RetryDelay, time, cancellationToken);
        var refused = first is Fetched.Refused { Reason: EvidenceRefusal.AccessDenied };
        return await TryAsync(address, trusted, freshToken: refused, destination, cancellationToken);
    }

    /// <param name="freshToken">The token at hand was refused: another one is asked for.</param>
    private async Task<Fetched> TryAsync(Uri? address, Uri? trusted, bool freshToken, Stream destination, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(address, trusted, freshToken, destination, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is BlockedAddressException)
        {
            return new Fetched.Refused(EvidenceRefusal.ForeignAddress);
        }
        catch (MsalException) when (freshToken)
        {
            // What was refused with the old token stays refused.
            return new Fetched.Refused(EvidenceRefusal.AccessDenied);
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
        {
            Log.Broken(logger, exception.GetType().Name);
            return new Fetched.Refused(EvidenceRefusal.Unreachable);
        }
    }

    private async Task<Fetched> FollowAsync(Uri? address, Uri? trusted, bool freshToken, Stream destination, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MaxRedirects && address is not null && allowed.Contains(address); redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
            if (trusted is not null && SameOrigin(address, trusted))
            {
                await token.AddAsync(request, freshToken, cancellationToken);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response is { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest, Headers.Location: { } location })
            {
                address = Uri.TryCreate(address, location, out var next) ? next : null;
                continue;
            }

            return response.IsSuccessStatusCode
                ? await ReceiveAsync(response, destination, cancellationToken)
                : new Fetched.Refused(Refusal(response.StatusCode));
        }

        return new Fetched.Refused(EvidenceRefusal.ForeignAddress);
    }

    private EvidenceRefusal Refusal(HttpStatusCode status)
    {
        Log.Answered(logger, (int)status);
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => EvidenceRefusal.AccessDenied,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => EvidenceRefusal.NoLongerThere,
            _ => EvidenceRefusal.Unreachable,
        };
    }

    private async Task<Fetched> ReceiveAsync(HttpResponseMessage response, Stream destination, CancellationToken cancellationToken)
    {
        var max = options.Value.MaxBytes;
        if (response.Content.Headers.ContentLength > max)
        {
            return new Fetched.Refused(EvidenceRefusal.TooLarge);
        }

        destination.SetLength(0);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long size = 0;
            int read;
            while ((read = await ReadAsync(body, buffer, cancellationToken)) > 0)
            {
                if ((size += read) > max)
                {
                    return new Fetched.Refused(EvidenceRefusal.TooLarge);
                }

                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new Fetched.Bytes();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true); // it held somebody's picture
        }
    }

    // A broken connection and a full disk are both an IOException; only the first is the sender's business.
    private static async ValueTask<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception) when (exception is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.Unknown, "The connection broke", exception);
        }
    }

    private static bool SameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static partial class Log
    {
        [LoggerMessage(2511, LogLevel.Information, "A picture was not given: status {Status}")]
        public static partial void Answered(ILogger logger, int status);

        [LoggerMessage(2512, LogLevel.Information, "The connection for a picture broke: {Kind}")]
        public static partial void Broken(ILogger logger, string kind);
    }
}
