using Rowcroft.TeamsBot.Hosting;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
