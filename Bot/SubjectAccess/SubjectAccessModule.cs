using Rowcroft.TeamsBot.SubjectAccess.Holdings;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <remarks>
/// Answers what one member of staff may ask of the practice: what is held about them, and that what can be erased is. Other people are
/// left out of the copy, and a second file says of what, so that a person can decide about each of them.
/// </remarks>
internal static class SubjectAccessModule
{
    /// <summary>Needs a <see cref="RetentionOf"/> besides: how long a case is kept is another room's business.</summary>
    public static IServiceCollection AddSubjectAccess(this IServiceCollection services) => services
        .AddSingleton<SubjectSearch>()
        .AddSingleton<PictureFiles>()
        .AddSingleton<CopyOfAll>()
        .AddSingleton<CopyFile>()
        .AddSingleton<SubjectAccessCommand>()
        .AddSingleton<EraseCommand>()
        .AddSingleton<IHolding, HeldCases>()
        .AddSingleton<IHolding, HeldPictures>()
        .AddSingleton<IHolding, HeldDrafts>()
        .AddSingleton<IHolding, HeldExports>()
        .AddSingleton<IHolding, HeldFindings>()
        .AddSingleton<IHolding, HeldMessages>()
        .AddSingleton<IHolding, HeldCards>()
        .AddSingleton<IHolding, HeldContact>()
        .AddSingleton<IHolding, HeldSettings>()
        .AddSingleton<IHolding, HeldSettingChanges>();
}
