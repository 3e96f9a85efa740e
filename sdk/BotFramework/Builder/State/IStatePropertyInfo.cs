namespace Microsoft.Bot.Builder;

/// <summary>A named property of some state.</summary>
public interface IStatePropertyInfo
{
    string Name { get; }
}
