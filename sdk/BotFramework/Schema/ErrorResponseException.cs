using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The channel's connector answered with a status that is not success.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : this(message, null)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>Null unless the channel sent a body in the shape it should have.</summary>
    public ErrorResponse Body { get; set; }
}
