namespace Rowcroft.LocalTeams.Connector;

/// <summary>Where the bot is registered, the connector answers nobody else.</summary>
internal static class OnlyTheBot
{
    public static void UseOnlyTheBot(this IApplicationBuilder app, Registration? registration)
    {
        if (registration is not null)
        {
            app.Use((context, next) =>
                context.Request.Path.StartsWithSegments("/v3") && !registration.IsBot(context.Request.Headers.Authorization.FirstOrDefault())
                    ? ConnectorError.Unauthorized.ExecuteAsync(context)
                    : next(context));
        }
    }
}
