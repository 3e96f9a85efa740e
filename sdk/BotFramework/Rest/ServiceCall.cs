using System.Net;
using System.Text;
using Microsoft.Bot;
using Newtonsoft.Json;

namespace Microsoft.Rest;

/// <summary>One call of a REST service, from the request to the body of the answer.</summary>
internal sealed class ServiceCall(HttpClient httpClient, ServiceClientCredentials credentials)
{
    /// <summary>Makes the exception of a service out of an answer that is not success.</summary>
    public delegate RestException Failure(string message, HttpRequestMessageWrapper request, HttpResponseMessageWrapper response);

    public static Uri Address(Uri baseUri, string path)
    {
        var root = baseUri.AbsoluteUri.EndsWith('/') ? baseUri : new Uri(baseUri.AbsoluteUri + "/");
        return new Uri(root, path);
    }

    public static T Required<T>(T value, string name)
        where T : class => value ?? throw new ValidationException(ValidationRules.CannotBeNull, name);

    /// <param name="request">Owned by the result; disposed here if there is none.</param>
    /// <param name="customHeaders">Replace what the request has under the same name.</param>
    /// <param name="isSuccess">Which statuses are an answer rather than an error.</param>
    /// <param name="failure">Makes the exception for every other status.</param>
    /// <param name="cancellationToken">Ends the call at any point.</param>
    public async Task<TResponse> CallAsync<TResponse>(
        HttpRequestMessage request,
        IDictionary<string, List<string>> customHeaders,
        Func<HttpStatusCode, bool> isSuccess,
        Failure failure,
        CancellationToken cancellationToken)
        where TResponse : HttpOperationResponse, new()
    {
        HttpResponseMessage response = null;
        try
        {
            AddHeaders(request, customHeaders);
            cancellationToken.ThrowIfCancellationRequested();
            if (credentials != null)
            {
                await credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
            }

            response = await httpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!isSuccess(response.StatusCode))
            {
                throw await FailedAsync(request, response, failure, cancellationToken).ConfigureAwait(false);
            }

            return new TResponse { Request = request, Response = response };
        }
        catch
        {
            request.Dispose();
            response?.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="CallAsync"/>, with the body read as a <typeparamref name="T"/>; an empty one is null.</summary>
    public async Task<HttpOperationResponse<T>> SendAsync<T>(
        HttpRequestMessage request,
        IDictionary<string, List<string>> customHeaders,
        Func<HttpStatusCode, bool> isSuccess,
        Failure failure,
        CancellationToken cancellationToken)
    {
        var result = await CallAsync<HttpOperationResponse<T>>(request, customHeaders, isSuccess, failure, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var body = await result.Response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            result.Body = await BotJson.ReadAsync<T>(body, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (JsonException ex)
        {
            var text = await TextOfAsync(result.Response.Content, cancellationToken).ConfigureAwait(false);
            result.Dispose();
            throw new SerializationException("Unable to deserialize the response.", text, ex);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private static void AddHeaders(HttpRequestMessage request, IDictionary<string, List<string>> customHeaders)
    {
        foreach (var (name, values) in customHeaders ?? new Dictionary<string, List<string>>())
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, values);
        }
    }

    private static async Task<RestException> FailedAsync(
        HttpRequestMessage request, HttpResponseMessage response, Failure failure, CancellationToken cancellationToken)
    {
        var sent = request.Content == null ? null : await TextOfAsync(request.Content, cancellationToken).ConfigureAwait(false);
        var received = await TextOfAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return failure(
            $"Operation returned an invalid status code '{response.StatusCode}'",
            new HttpRequestMessageWrapper(request, sent),
            new HttpResponseMessageWrapper(response, received));
    }

    /// <summary>An answer that names a character set which does not exist is read as UTF-8.</summary>
    private static async Task<string> TextOfAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        }
    }
}
