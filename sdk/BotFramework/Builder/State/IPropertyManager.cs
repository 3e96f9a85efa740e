namespace Microsoft.Bot.Builder;

/// <summary>Hands out accessors for named properties.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
