namespace Rowcroft.Bench.Subjects;

/// <summary>What is measured, under the names of the table.</summary>
internal static class Subject
{
    public const string Floor = "floor";
    public const string JavaScript = "botbuilder-js echo";
    public const string Echo = "sdk echo";
    public const string Bot = "report conversation";
}
