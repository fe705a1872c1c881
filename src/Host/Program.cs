using CaseFlow.Host;
using CaseFlow.Host.Features.Account;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Trial;
using CaseFlow.Host.Walkthrough;

try
{
    if (args is ["run", ..])
        return await RunCommand.RunAsync(args[1..], Console.Out, Console.Error, TimeProvider.System);

    if (args is ["walkthrough", ..])
        return await WalkthroughCommand.RunAsync(args[1..], Console.Out);

    if (args is ["add-user", ..])
        return await AddUserCommand.RunAsync(args[1..], Console.Out, Console.Error);

    var app = CaseFlowApp.Build(args);
    await CaseFlowApp.PrepareAsync(app);
    await app.RunAsync();
    return 0;
}
catch (PrerequisiteException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 2;
}
