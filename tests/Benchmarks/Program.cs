using System.Globalization;
using CaseFlow.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- cases [count] [clients]
if (args is not ["cases", ..])
{
    Console.Error.WriteLine("Usage: cases [count=1000] [clients=4]");
    return 2;
}

var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
var clients = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 4;
await new CasesThroughTheApi(count, clients).RunAsync(Console.Out);
return 0;
