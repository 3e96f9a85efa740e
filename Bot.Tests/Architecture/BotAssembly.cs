using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The compiled bot, read as data: which room uses which type, and which method calls what.</summary>
internal sealed class BotAssembly
{
    public const string Root = "Rowcroft.TeamsBot";

    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(BotApplication).Assembly.Location);

    /// <summary>Every type, nested and compiler-made ones included, with the room it belongs to; the root's own types have the room "".</summary>
    public static IEnumerable<(string Room, TypeDefinition Type)> Types =>
        Module.GetTypes().Select(type => (RoomOf(type), type)).Where(pair => pair.Item1 is not null)!;

    /// <summary>The room of a type of ours; <c>null</c> for everybody else's.</summary>
    public static string? RoomOf(TypeReference type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } declaring)
        {
            outermost = declaring;
        }

        var name = outermost.Namespace;
        return name == Root ? "" : name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..].Split('.')[0] : null;
    }

    /// <summary>Every type that this one mentions: in its shape and in the bodies of its methods.</summary>
    public static IEnumerable<TypeReference> Uses(TypeDefinition type) =>
        Shape(type).Concat(Instructions(type).SelectMany(Mentions)).OfType<TypeReference>().SelectMany(Parts);

    /// <summary>Every method that the methods of this type call.</summary>
    public static IEnumerable<MethodReference> Calls(TypeDefinition type) =>
        Instructions(type).Select(instruction => instruction.Operand).OfType<MethodReference>();

    private static IEnumerable<TypeReference?> Shape(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Properties.Select(property => property.PropertyType),
            .. type.Methods.Select(method => method.ReturnType),
            .. type.Methods.SelectMany(method => method.Parameters).Select(parameter => parameter.ParameterType),
        ];

    private static IEnumerable<Instruction> Instructions(TypeDefinition type) =>
        type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions);

    private static IEnumerable<TypeReference?> Mentions(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification { ElementType: { } element } => Parts(element),
        _ => [type],
    };
}
