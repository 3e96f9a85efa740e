using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// The types that stored state may name: ours, Bot Framework's, JSON's and plain collections and values. Only the bot writes state,
/// but a type name in data must never be able to make anything else.
/// </summary>
/// <param name="also">Further assemblies whose types may be stored.</param>
internal sealed class KnownTypes(params Assembly[] also) : ISerializationBinder
{
    private static readonly DefaultSerializationBinder Names = new();

    private static readonly HashSet<Type> Plain =
    [
        typeof(object), typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Guid), typeof(Uri), typeof(Nullable<>), typeof(KeyValuePair<,>),
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>),
    ];

    private readonly ConcurrentDictionary<(string?, string), Type> _types = new();
    private readonly ConcurrentDictionary<Type, (string? Assembly, string? Type)> _names = new();

    public Type BindToType(string? assemblyName, string typeName) => _types.GetOrAdd((assemblyName, typeName), Find);

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) =>
        (assemblyName, typeName) = _names.GetOrAdd(serializedType, NameOf);

    private Type Find((string? Assembly, string Type) name)
    {
        var type = Names.BindToType(name.Assembly, name.Type);
        return IsKnown(type) ? type : throw new JsonSerializationException("Stored state names a type that is not allowed.");
    }

    private (string?, string?) NameOf(Type type)
    {
        // What a collection expression makes for a read-only interface cannot be read back; a list can.
        var written = type is { IsGenericType: true } && type.Name.StartsWith("<>z__ReadOnly", StringComparison.Ordinal)
            ? typeof(List<>).MakeGenericType(type.GetGenericArguments())
            : type;
        if (!IsKnown(written))
        {
            throw new JsonSerializationException($"{type.Name} is not allowed in stored state.");
        }

        Names.BindToName(written, out var assemblyName, out var typeName);
        return (assemblyName, typeName);
    }

    private bool IsKnown(Type type) =>
        type.IsArray ? IsKnown(type.GetElementType()!)
        : type.IsConstructedGenericType ? IsKnown(type.GetGenericTypeDefinition()) && type.GetGenericArguments().All(IsKnown)
        : type.IsPrimitive || Plain.Contains(type) || IsFromHere(type);

    private bool IsFromHere(Type type) =>
        type.Assembly == typeof(KnownTypes).Assembly
        || type.Assembly == typeof(Activity).Assembly
        || type.Assembly == typeof(IStorage).Assembly
        || type.Assembly.GetName().Name == "Microsoft.Bot.Builder.Dialogs"
        || type.Namespace == typeof(JToken).Namespace
        || also.Contains(type.Assembly);
}
