using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks a question that is answered with yes or no, and returns true or false.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions List)> _choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(
            dialogId,
            new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)>
            {
                [PromptLanguage.English] = (new Choice("Yes"), new Choice("No"), PromptLanguage.EnglishList()),
            },
            validator,
            defaultLocale)
    {
    }

    /// <param name="dialogId">Unique within the dialog set.</param>
    /// <param name="choiceDefaults">For each language, in lower case: yes, no, and the words between them; "en-us" must be there.</param>
    /// <param name="validator">May refuse the answer.</param>
    /// <param name="defaultLocale">For users whose client does not say.</param>
    public ConfirmPrompt(
        string dialogId,
        Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults,
        PromptValidator<bool> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
    {
        _choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    /// <summary>Null takes the words of the user's language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>Other words than yes and no, in that order.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);

        var audience = ChoiceAudience.Of(turnContext);
        var words = Words(turnContext.Activity);
        var question = AppendChoices(
            isRetry && options.RetryPrompt != null ? options.RetryPrompt : options.Prompt,
            audience.ChannelId,
            YesAndNo(words),
            options.Style ?? Style,
            ChoiceOptions ?? words.List,
            audience.ConversationType,
            audience.Recipients,
            cancellationToken);
        await turnContext.SendActivityAsync(question, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var activity = turnContext.Activity;
        var answer = activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text)
            ? EnglishYesNo.Find(activity.Text) ?? ByChoice(activity)
            : null;
        return Task.FromResult(new PromptRecognizerResult<bool> { Succeeded = answer.HasValue, Value = answer ?? false });
    }

    /// <summary>The answers were numbered when they were shown, unless that was turned off, so a number answers too.</summary>
    private bool? ByChoice(Activity activity)
    {
        var words = Words(activity);
        if ((ChoiceOptions ?? words.List).IncludeNumbers == false)
        {
            return null;
        }

        var found = ChoiceRecognizers.RecognizeChoices(activity.Text, YesAndNo(words));
        return found.Count > 0 ? found[0].Resolution.Index == 0 : null;
    }

    private List<Choice> YesAndNo((Choice Yes, Choice No, ChoiceFactoryOptions List) words) =>
        [ConfirmChoices?.Item1 ?? words.Yes, ConfirmChoices?.Item2 ?? words.No];

    private (Choice Yes, Choice No, ChoiceFactoryOptions List) Words(Activity activity) =>
        _choiceDefaults[PromptLanguage.Choose(activity.Locale ?? DefaultLocale, _choiceDefaults)];
}
