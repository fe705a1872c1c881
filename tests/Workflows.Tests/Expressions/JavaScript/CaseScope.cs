using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>Variables, inputs and outputs from dictionaries; the same world as in Oracle/script.js.</summary>
internal sealed class CaseScope : IExpressionScope
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 9, 8, 15, 30, 250, TimeSpan.Zero);

    public static readonly IReadOnlyDictionary<string, object?> Arguments = new Dictionary<string, object?>
    {
        ["item"] = new Dictionary<string, object?> { ["id"] = "i7" },
    };

    private int guids;
    private int numbers;

    public Dictionary<string, object?> Variables { get; } =
        new()
        {
            ["Amount"] = 1500m,
            ["name"] = "Sara",
            ["Name"] = "Sara",
            ["Approved"] = true,
            ["DueDate"] = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(3)),
            ["Tags"] = new List<object?> { "urgent", "housing" },
            ["Nothing2"] = null,
            ["Order"] = new Dictionary<string, object?>
            {
                ["id"] = "o1",
                ["items"] = new List<object?>
                {
                    new Dictionary<string, object?>
                    {
                        ["sku"] = "A-1",
                        ["qty"] = 2L,
                        ["price"] = 10.5m,
                    },
                    new Dictionary<string, object?>
                    {
                        ["sku"] = "B-2",
                        ["qty"] = 1L,
                        ["price"] = 99.99m,
                    },
                },
                ["customer"] = new Dictionary<string, object?> { ["name"] = "سارة", ["address"] = null },
            },
        };

    public Dictionary<string, object?> Inputs { get; } = new() { ["Reason"] = "repair" };

    public DateTimeOffset Now => Moment;

    public IEnumerable<string> VariableNames => Variables.Keys;

    public bool TryGetVariable(string name, out object? value) => Variables.TryGetValue(name, out value);

    public void SetVariable(string name, object? value) => Variables[name] = value;

    public IEnumerable<string> InputNames => Inputs.Keys;

    public bool TryGetInput(string name, out object? value) => Inputs.TryGetValue(name, out value);

    public object? GetOutput(string activity, string? output) =>
        (activity, output) switch
        {
            ("Decide", null or "Result") => "approved",
            ("Decide", _) => null,
            _ => throw new ExpressionException($"No activity {activity} is in reach."),
        };

    public IEnumerable<(string Activity, string Output)> Outputs => [("Decide", "Result"), ("bank", "amount")];

    public object? LastResult => 42L;

    public WorkflowIdentity Identity { get; } = new("def-1", "ver-3", 3, "inst-9");

    public string? CorrelationId { get; set; } = "C-100";

    public string? InstanceName { get; set; }

    public Guid NewGuid() => new(++guids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public double NextRandom() => ++numbers / 8.0;
}
