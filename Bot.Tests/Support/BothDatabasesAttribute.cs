using System.Reflection;
using Xunit.Sdk;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Runs one body on SQLite and on PostgreSQL; the parameter is for <see cref="TestDatabase.CreateAsync"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["Sqlite"], ["Postgres"]];
}
