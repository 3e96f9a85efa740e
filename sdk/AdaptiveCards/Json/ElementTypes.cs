namespace AdaptiveCards;

/// <summary>Which class stands for which <c>type</c> in JSON.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<string, Func<AdaptiveTypedElement>> ByName = new()
    {
        [AdaptiveTextBlock.TypeName] = () => new AdaptiveTextBlock(),
        [AdaptiveRichTextBlock.TypeName] = () => new AdaptiveRichTextBlock(),
        [AdaptiveImage.TypeName] = () => new AdaptiveImage(),
        [AdaptiveImageSet.TypeName] = () => new AdaptiveImageSet(),
        [AdaptiveContainer.TypeName] = () => new AdaptiveContainer(),
        [AdaptiveColumnSet.TypeName] = () => new AdaptiveColumnSet(),
        [AdaptiveColumn.TypeName] = () => new AdaptiveColumn(),
        [AdaptiveFactSet.TypeName] = () => new AdaptiveFactSet(),
        [AdaptiveActionSet.TypeName] = () => new AdaptiveActionSet(),
        [AdaptiveTable.TypeName] = () => new AdaptiveTable(),
        [AdaptiveTableRow.TypeName] = () => new AdaptiveTableRow(),
        [AdaptiveTableCell.TypeName] = () => new AdaptiveTableCell(),
        [AdaptiveTextInput.TypeName] = () => new AdaptiveTextInput(),
        [AdaptiveChoiceSetInput.TypeName] = () => new AdaptiveChoiceSetInput(),
        [AdaptiveDateInput.TypeName] = () => new AdaptiveDateInput(),
        [AdaptiveTimeInput.TypeName] = () => new AdaptiveTimeInput(),
        [AdaptiveNumberInput.TypeName] = () => new AdaptiveNumberInput(),
        [AdaptiveToggleInput.TypeName] = () => new AdaptiveToggleInput(),
        [AdaptiveSubmitAction.TypeName] = () => new AdaptiveSubmitAction(),
        [AdaptiveExecuteAction.TypeName] = () => new AdaptiveExecuteAction(),
        [AdaptiveOpenUrlAction.TypeName] = () => new AdaptiveOpenUrlAction(),
        [AdaptiveShowCardAction.TypeName] = () => new AdaptiveShowCardAction(),
        [AdaptiveToggleVisibilityAction.TypeName] = () => new AdaptiveToggleVisibilityAction(),
    };

    /// <summary>These may leave their type out: where they stand says what they are.</summary>
    private static readonly Dictionary<Type, string> Implied = new()
    {
        [typeof(AdaptiveColumn)] = AdaptiveColumn.TypeName,
        [typeof(AdaptiveImage)] = AdaptiveImage.TypeName,
        [typeof(AdaptiveTableRow)] = AdaptiveTableRow.TypeName,
        [typeof(AdaptiveTableCell)] = AdaptiveTableCell.TypeName,
    };

    /// <summary>A new element of that type, or null when the name is not one of ours.</summary>
    public static AdaptiveTypedElement Create(string typeName) => ByName.TryGetValue(typeName, out var create) ? create() : null;

    public static string ImpliedBy(Type declared) => Implied.GetValueOrDefault(declared);
}
