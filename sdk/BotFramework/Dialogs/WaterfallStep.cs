namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One step of a waterfall. It usually prompts, and the next step finds the answer as its result.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);
