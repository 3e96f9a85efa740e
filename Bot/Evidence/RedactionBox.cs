namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What is to be covered, in pixels of the upright picture, from its top left corner.</summary>
internal readonly record struct RedactionBox(int X, int Y, int Width, int Height);
