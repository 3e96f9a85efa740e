using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess;
using Rowcroft.TeamsBot.SubjectAccess.Holdings;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SubjectAccess;

/// <summary>
/// Whoever adds a table, a column or a text to a case has to decide what of it somebody gets who asks what is held about them. Each
/// failure here says what was forgotten and where it is decided.
/// </summary>
public sealed class EveryTableTests
{
    private static readonly Type[] Simple =
    [
        typeof(bool), typeof(int), typeof(long), typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(PersonId), typeof(NamedPerson), typeof(CaseId),
        typeof(EvidenceId), typeof(ExportId), typeof(PracticeId), typeof(CaseReference),
    ];

    [Fact]
    public async Task Every_Table_Is_In_The_Copy_Or_Says_Why_Not()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await using var db = await asking.Rig.ContextAsync();
        Type[] decided = [.. asking.Rig.Get<IEnumerable<IHolding>>().SelectMany(holding => holding.Tables), .. HeldAboutNobody.Tables.Keys];

        Assert.Equal(decided.Select(type => type.Name).Order(), db.Model.GetEntityTypes().Select(entity => entity.ClrType.Name).Order());
    }

    [Fact]
    public async Task A_New_Column_In_A_Table_About_Nobody_Or_Beside_A_Document_Is_Thought_Through()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await using var db = await asking.Rig.ContextAsync();
        var listed = HeldAboutNobody.Tables.Select(table => (Type: table.Key, table.Value.Columns))
            .Concat(HeldAboutNobody.Repeated.Select(table => (Type: table.Key, Columns: table.Value)));

        Assert.All(listed, table => Assert.Equal(
            table.Columns.Order(StringComparer.Ordinal).Prepend(table.Type.Name),
            ColumnsOf(db, table.Type).Select(column => column.Name).Order(StringComparer.Ordinal).Prepend(table.Type.Name)));
        Assert.DoesNotContain(
            HeldAboutNobody.Tables.Keys.SelectMany(type => ColumnsOf(db, type)), column => IsPerson(column.ClrType));
    }

    [Fact]
    public async Task Every_Text_Column_And_Every_Text_In_A_Case_Has_Its_Treatment()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await using var db = await asking.Rig.ContextAsync();
        var rows = RowsToldOneByOne(asking).ToList();
        var (seen, forgotten) = (new HashSet<Type>(), new List<string>());
        foreach (var type in rows.Concat([typeof(Case)]).Concat(ClosedFamily.Of<CaseEvent>()))
        {
            Walk(type, seen, forgotten);
        }

        Assert.Empty(forgotten);
        Assert.Contains(typeof(KeptPatientDetails), seen);
        Assert.All(rows, type => Assert.Equal(
            ColumnsOf(db, type).Select(column => column.Name).Order(), Treatments.PartsOf(type).Select(part => part.Name).Order()));
    }

    [Fact]
    public void Nothing_Is_Listed_That_Is_Not_There() => Assert.Empty(Treatments.Listed
        .Where(one => Treatments.PartsOf(one.Type).All(part => part.Name != one.Property || part.DeclaringType != one.Type))
        .Select(one => $"{one.Type.Name}.{one.Property}"));

    [SkippableTheory, BothDatabases]
    public async Task A_Row_That_Names_Somebody_In_Any_Of_Its_Columns_Is_Found(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        var @case = await asking.Rig.OpenAsync(screenshots: 0);
        var tried = 0;
        foreach (var holding in asking.Rig.Get<IEnumerable<IHolding>>().Where(holding => !holding.Tables.Any(HeldAboutNobody.Repeated.ContainsKey)))
        {
            foreach (var column in Treatments.PartsOf(holding.Tables.Single()).Where(part => IsPerson(part.PropertyType)))
            {
                var person = new PersonId(Guid.NewGuid().ToString());
                await using (var db = await asking.Rig.ContextAsync())
                {
                    var row = Sample(holding.Tables.Single(), @case, column, person);
                    db.Entry(row).State = row is PracticeRow ? EntityState.Modified : EntityState.Added; // the case's practice is there
                    await db.SaveChangesAsync();
                }

                var copy = await asking.CopyAsync(new NamedPerson(person, ""));

                Assert.Contains("\"you\"", Assert.Single(copy.Section(holding.Title))!.ToJsonString(), StringComparison.Ordinal);
                tried++;
            }
        }

        Assert.True(tried >= 8, $"Only {tried} columns were tried.");
    }

    private static IEnumerable<Type> RowsToldOneByOne(SubjectAccessRig asking) =>
        asking.Rig.Get<IEnumerable<IHolding>>().SelectMany(holding => holding.Tables).Where(type => !HeldAboutNobody.Repeated.ContainsKey(type));

    private static IEnumerable<IProperty> ColumnsOf(BotDbContext db, Type type) => db.Model.FindEntityType(type)!.GetProperties();

    private static bool IsPerson(Type type) => type == typeof(PersonId) || type == typeof(PersonId?);

    private static void Walk(Type type, HashSet<Type> seen, List<string> forgotten)
    {
        if (!seen.Add(type))
        {
            return;
        }

        foreach (var part in Treatments.PartsOf(type))
        {
            var inner = Nullable.GetUnderlyingType(part.PropertyType) ?? part.PropertyType;
            inner = inner.IsGenericType ? inner.GetGenericArguments()[^1] : inner;
            inner = Nullable.GetUnderlyingType(inner) ?? inner;
            if (inner.Namespace == typeof(Case).Namespace && !inner.IsEnum && !Simple.Contains(inner))
            {
                Walk(inner, seen, forgotten);
            }
            else if (Treatments.Of(part) is null && !inner.IsEnum && !Simple.Contains(inner))
            {
                forgotten.Add($"{type.Name}.{part.Name}: decide in Bot/SubjectAccess/Treatments.cs");
            }
        }
    }

    /// <summary>A row as the database takes it, about nobody but the person in one column.</summary>
    private static object Sample(Type type, Case @case, PropertyInfo column, PersonId person)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var part in Treatments.PartsOf(type).Where(part => part.Name != "Id" || part.PropertyType != typeof(long)))
        {
            var isOptional = Nullable.GetUnderlyingType(part.PropertyType) is not null || part.GetCustomAttribute<RequiredMemberAttribute>() is null;
            if (part.Name == column.Name || !isOptional)
            {
                part.SetValue(row, part.Name == column.Name ? person : Value(part.PropertyType, @case));
            }
        }

        return row;
    }

    private static object Value(Type type, Case @case) =>
        type == typeof(string) ? Guid.NewGuid().ToString("N")
        : type == typeof(PersonId) ? CaseBuilder.Mona.Id
        : type == typeof(PracticeId) ? @case.Practice
        : type == typeof(CaseId) ? @case.Id
        : type == typeof(EvidenceId) ? new EvidenceId(Guid.NewGuid())
        : type == typeof(ExportId) ? new ExportId(Guid.NewGuid())
        : type == typeof(DateTimeOffset) ? CaseBuilder.Wednesday
        : Activator.CreateInstance(type)!;
}
