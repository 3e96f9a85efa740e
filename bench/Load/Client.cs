using System.Net.Http.Headers;
using Rowcroft.Bench.Subjects;

namespace Rowcroft.Bench.Load;

/// <summary>Sends activities to one subject over connections that stay open, and counts the answered ones.</summary>
internal sealed class Client(SubjectProcess subject) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
    private long _turns;

    public long Turns => Interlocked.Read(ref _turns);

    /// <summary>Returns when the turn is over: a bot answers the request after it has sent its replies.</summary>
    public async Task TurnAsync(byte[] activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, subject.Endpoint) { Content = new ByteArrayContent(activity) };
        request.Content.Headers.ContentType = Json;
        using var response = await _http.SendAsync(request, CancellationToken.None);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"A turn was answered with {(int)response.StatusCode}:{Environment.NewLine}{subject.LastWords}");
        }

        Interlocked.Increment(ref _turns);
    }

    public void Dispose() => _http.Dispose();
}
