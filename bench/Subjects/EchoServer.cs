using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace Rowcroft.Bench.Subjects;

/// <summary>An echo bot on Bot Framework as the bot itself uses it, set up like Microsoft's own sample and without an app id.</summary>
internal static class EchoServer
{
    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<BotFrameworkAuthentication>(new ConfigurationBotFrameworkAuthentication(builder.Configuration));
        builder.Services.AddSingleton<IBotFrameworkHttpAdapter>(
            services => new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>()));
        builder.Services.AddTransient<IBot, EchoBot>();
        await using var app = builder.Build();
        app.MapPost(
            "/api/messages",
            (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot, CancellationToken cancellation) =>
                adapter.ProcessAsync(request, response, bot, cancellation));
        await app.RunAsync($"http://127.0.0.1:{port}");
        return 0;
    }
}
