using System.Diagnostics.Metrics;

namespace CaseFlow.Host.Timers;

/// <summary>
/// How late the timers of this host fire: as the metric <c>caseflow.timer.lateness</c>, and of the last thousand for whoever
/// asks the host itself.
/// </summary>
public sealed class Lateness
{
    private const int Remembered = 1000;

    private readonly Histogram<double> _metric;
    private readonly Queue<double> _last = new(Remembered);
    private long _fired;

    public Lateness(IMeterFactory meters) =>
        _metric = meters
            .Create("CaseFlow.Timers")
            .CreateHistogram<double>("caseflow.timer.lateness", "s", "From the due moment of a timer to its commit.");

    /// <summary>Notes a timer that has fired.</summary>
    public void Record(TimeSpan late)
    {
        _metric.Record(late.TotalSeconds);
        lock (_last)
        {
            _fired++;
            if (_last.Count == Remembered)
                _last.Dequeue();
            _last.Enqueue(late.TotalSeconds);
        }
    }

    /// <summary>Seconds late of the last thousand, and how many this host has fired since its start.</summary>
    public LatenessSummary Summary()
    {
        lock (_last)
        {
            var sorted = _last.Order().ToArray();
            return sorted.Length == 0
                ? new LatenessSummary(_fired, 0, 0, 0)
                : new LatenessSummary(_fired, sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100], sorted[^1]);
        }
    }
}

/// <summary>Half, nineteen in twenty, and all of the last thousand timers fired within so many seconds.</summary>
public sealed record LatenessSummary(long Fired, double Median, double Percentile95, double Longest);
