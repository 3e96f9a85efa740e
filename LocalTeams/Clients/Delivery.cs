using System.Text.Json.Nodes;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>One activity that was handed to the bot, and what came back.</summary>
internal sealed record Delivery(JsonObject Activity, BotAnswer Answer);
