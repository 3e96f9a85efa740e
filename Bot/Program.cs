using Rowcroft.TeamsBot.Hosting;

NativeMemory.KeepLittle();
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
