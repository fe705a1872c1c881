using System.Diagnostics;
using CaseFlow.Host.Tests.Persistence;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Benchmarks;

/// <summary>Instances of two waits through the engine alone: a start and two events each.</summary>
internal static class PureEngine
{
    private const int BurstsEach = 3;
    private const int WarmUp = 40_000;
    private static readonly WorkflowEngine Engine = new(ActivityCatalogue.All);
    private static readonly WorkflowDefinition Definition = TwoWaits.Definition();
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    public static void Run(int instances, TextWriter output)
    {
        var processor = PerBurst(instances / 4, throughText: false);
        var one = Many(instances, throughText: false);
        var all = Stopwatch.StartNew();
        Parallel.For(0, Environment.ProcessorCount, _ => Many(instances, throughText: false));
        var allRate = Environment.ProcessorCount * instances / all.Elapsed.TotalSeconds;
        output.WriteLine($"{instances} instances, {Environment.ProcessorCount} processors");
        output.WriteLine($"one thread             {instances / one.TotalSeconds, 10:0} instances a second");
        output.WriteLine($"one thread             {BurstsEach * instances / one.TotalSeconds, 10:0} bursts a second");
        output.WriteLine($"processor              {processor, 10:0.0} µs a burst");
        output.WriteLine($"one thread for each    {allRate, 10:0} instances a second");
        output.WriteLine($"with state as text     {PerBurst(instances / 4), 10:0.0} µs a burst");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Many(1000, throughText: false);
        output.WriteLine(
            $"memory allocated       {(GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / 1000 / BurstsEach, 10:0.0} KiB a burst"
        );
    }

    /// <summary>Processor time of a burst as the host runs it, in µs: state from text, engine, state to text.</summary>
    public static double PerBurst(int instances, bool throughText = true)
    {
        // Until the compiler is through with it: on a busy machine it comes late, and what it spends would count, too.
        Many(WarmUp, throughText);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        Many(instances, throughText);
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / instances / BurstsEach;
    }

    private static TimeSpan Many(int instances, bool throughText)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < instances; i++)
            One($"i-{i}", throughText);
        return Stopwatch.GetElapsedTime(began);
    }

    private static void One(string id, bool throughText)
    {
        var state = Step(null, new Stimulus.Started(id, TwoWaits.Input), throughText);
        state = Step(state, new Stimulus.EventReceived(TwoWaits.First, null, null), throughText);
        state = Step(state, new Stimulus.EventReceived(TwoWaits.Second, null, null), throughText);
        if (state.Status != InstanceStatus.Finished)
            throw new InvalidOperationException("The instance did not come to its end.");
    }

    private static InstanceState Step(InstanceState? state, Stimulus stimulus, bool throughText)
    {
        var result = Engine.Run(Definition, state, stimulus, Now);
        return throughText ? InstanceStateJson.Read(InstanceStateJson.Write(result.State)) : result.State;
    }
}
