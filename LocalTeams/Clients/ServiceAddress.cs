namespace Rowcroft.LocalTeams.Clients;

/// <summary>Where LocalTeams answers, with a slash at the end. Known once it listens.</summary>
internal sealed class ServiceAddress
{
    private Uri? _value;

    public Uri Value
    {
        get => _value ?? throw new InvalidOperationException("LocalTeams does not listen yet.");
        set => _value = value;
    }
}
