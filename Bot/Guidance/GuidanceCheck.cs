namespace Rowcroft.TeamsBot.Guidance;

/// <summary>What must be true of guidance before it is shown to anybody.</summary>
internal static class GuidanceCheck
{
    /// <exception cref="InvalidOperationException">It is incomplete; the message names what is missing.</exception>
    public static GuidanceContent Passed(GuidanceContent content)
    {
        var problems = Problems(content).ToList();
        return problems.Count == 0 ? content : throw new InvalidOperationException("The guidance is not fit to show: " + string.Join("; ", problems));
    }

    public static IEnumerable<string> Problems(GuidanceContent content) =>
    [
        .. Missing(content.CodeOfConduct.Kinds),
        .. Missing(content.Outcomes),
        .. Missing(content.Platforms),
        .. Missing(content.Labels.Platforms),
        .. Missing(content.Labels.Locations),
        .. Missing(content.Labels.Visibilities),
        .. Missing(content.Labels.Posters),
        .. Missing(content.Labels.Subjects),
        .. Missing(content.Labels.Urgencies),
        .. Missing(content.Labels.Statuses),
        .. Missing(content.Labels.Takers),
        .. Missing(content.Labels.Devices),
        .. Missing(content.Labels.WholeScreens),
        .. Missing(content.Labels.SeenHows),
        .. Sources(content).Where(source => !source.Url.IsAbsoluteUri || source.Url.Scheme != Uri.UriSchemeHttps)
            .Select(source => $"{source.Title} is not an absolute https address"),
        .. content.CodeOfConduct.Kinds.Where(kind => content.CodeOfConduct.Items.Count(item => item.Number == kind.Value.Item) != 1)
            .Select(kind => $"{kind.Key} names item {kind.Value.Item}, which is not in the code of conduct"),
        .. content.Edition.ReviewBy <= content.Edition.CheckedOn ? ["it is due for review before it was checked"] : Array.Empty<string>(),
    ];

    public static IEnumerable<Source> Sources(GuidanceContent content) =>
    [
        content.CodeOfConduct.Source,
        content.Safety.Danger.Source,
        .. content.Outcomes.Values.SelectMany(outcome => outcome.Sources),
        .. content.Platforms.Values.SelectMany(platform => platform.Sources),
        .. content.Referral.Steps.Concat(content.Referral.Law.Entries).Select(statement => statement.Source),
        .. content.Safety.SexualImage.Sources,
        .. content.Support.Everyone.Concat(content.Support.Doctors).Select(line => line.Source),
    ];

    private static IEnumerable<string> Missing<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> entries)
        where TKey : struct, Enum =>
        Enum.GetValues<TKey>().Where(value => !entries.ContainsKey(value)).Select(value => $"{typeof(TKey).Name}.{value} has no {typeof(TValue).Name}");
}
