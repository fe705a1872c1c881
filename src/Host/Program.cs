using CaseFlow.Host;
using CaseFlow.Host.Features.Account;
using CaseFlow.Host.Features.Health;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Trial;
using CaseFlow.Host.Walkthrough;

try
{
    if (args is ["check", ..])
        return await CheckCommand.RunAsync(args[1..], Console.Out, Console.Error);

    if (args is ["run", ..])
        return await RunCommand.RunAsync(args[1..], Console.Out, Console.Error, TimeProvider.System);

    if (args is ["walkthrough", ..])
        return await WalkthroughCommand.RunAsync(args[1..], Console.Out);

    if (args is ["add-user", ..])
        return await AddUserCommand.RunAsync(args[1..], Console.Out, Console.Error);

    // A setting begins with a dash or names its value; anything else was meant as a command.
    if (args is [var word, ..] && !word.StartsWith('-') && !word.Contains('='))
        throw new PrerequisiteException(
            $"CaseFlow has no command {word}; it has check, run, walkthrough and add-user."
        );

    var app = CaseFlowApp.Build(args);
    Listening.Check(app.Configuration);
    await CaseFlowApp.PrepareAsync(app);
    await app.RunAsync();
    return 0;
}
catch (PrerequisiteException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 2;
}
