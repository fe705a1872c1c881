using System.Globalization;
using CaseFlow.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- <what> [numbers]
int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

switch (args.FirstOrDefault())
{
    case "engine":
        PureEngine.Run(Number(1, 100_000), Console.Out);
        return 0;
    case "durable":
        await new DurableInstances(Number(1, 6_000), Number(2, 16), args.ElementAtOrDefault(3)).RunAsync(Console.Out);
        return 0;
    case "timers":
        await new WaitingTimers(Number(1, 100_000), Number(2, 10_000)).RunAsync(Console.Out);
        return 0;
    case "startup":
        await new StartUp(Number(1, 200), Number(2, 1_000_000)).RunAsync(Console.Out);
        return 0;
    case "cases":
        await new CasesThroughTheApi(Number(1, 1000), Number(2, 4)).RunAsync(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            engine  [instances=100000]             the engine alone, state kept in memory
            durable [instances=6000] [clients=16] [Full|Normal]
                                                   the database that Database__Provider names, beside its ceiling
            timers  [waiting=100000] [due=10000]   many due at once among many that wait
            startup [definitions=200] [instances=1000000]
            cases   [count=1000] [clients=4]       all seven steps by HTTP
            """
        );
        return 2;
}
