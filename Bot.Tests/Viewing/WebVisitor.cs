using System.Text;
using System.Text.RegularExpressions;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>
/// A person's browser without scripts: it keeps cookies, fills in the hidden fields of the last page's first form, and follows nothing by
/// itself.
/// </summary>
internal sealed partial class WebVisitor(Uri bot) : IDisposable
{
    private static readonly string[] NotPictures = ["picture", "preview", "file"];

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<string, string> _cookies = [];
    private string _forgeryField = "";

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    /// <summary>The attributes of every cookie that was set.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Sent with every request, as a browser sends it by itself.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>As LocalTeams lets somebody in.</summary>
    public async Task<WebVisitor> SignInAsync(Person person)
    {
        var answer = await GetAsync($"/local-sign-in?person={person.ObjectId}&returnUrl=/cases/");
        Assert.Equal(302, answer.Status);
        return this;
    }

    public Task<WebAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Sends a form with the proof that it comes from the bot's own page, which the last page with a form gave.</summary>
    public Task<WebAnswer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostForgedAsync(path, [("__RequestVerificationToken", _forgeryField), .. fields]);

    public Task<WebAnswer> PostForgedAsync(string path, params (string Name, string Value)[] fields) => SendAsync(
        HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<WebAnswer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(bot, path)) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var response = await _http.SendAsync(request, patience.Token);
        var answer = new WebAnswer(
            (int)response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync(patience.Token));
        Keep(response);
        if (!NotPictures.Any(end => path.EndsWith(end, StringComparison.Ordinal)) && ForgeryField().Match(answer.Text) is { Success: true } field)
        {
            _forgeryField = field.Groups[1].Value;
        }

        return answer;
    }

    public void Dispose() => _http.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            SetCookies.Add(cookie);
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0]);
            if (value.Length == 0)
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex ForgeryField();
}

internal sealed record WebAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
