using System.Security.Cryptography;
using System.Text;

namespace Rowcroft.LocalTeams.People;

/// <summary>
/// Somebody with a Teams account in the practice's tenant. <paramref name="Key"/> is the short word for them in the page's address and
/// in tests, such as <c>manager</c>; <paramref name="Job"/> is shown by the page only.
/// </summary>
internal sealed record Person(string Key, string Name, string GivenName, string Surname, string Job, Guid ObjectId, string UserPrincipalName)
{
    /// <summary>The id a bot knows this person by: opaque, and the same on every start.</summary>
    public string TeamsId { get; } = "29:1" + Opaque($"person/{ObjectId}");

    /// <summary>The id of this person's private chat with the bot: opaque, and the same on every start.</summary>
    public string ChatId { get; } = "a:1" + Opaque($"chat/{ObjectId}");

    private static string Opaque(string seed) =>
        Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(seed)))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
