using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>The part of a request or response that outlives it: headers by name, and the body as text.</summary>
public abstract class HttpMessageWrapper
{
    protected HttpMessageWrapper()
    {
        Headers = new Dictionary<string, IEnumerable<string>>();
    }

    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; }

    protected void CopyHeaders(HttpHeaders headers)
    {
        if (headers == null)
        {
            return;
        }

        foreach (var (name, values) in headers)
        {
            Headers[name] = Headers.TryGetValue(name, out var earlier) ? earlier.Concat(values) : values;
        }
    }
}
