using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Services;

namespace CaseFlow.Host.Catalogue;

/// <summary>
/// What the cooperative may change without us: services, forms, policy values and procedures, as read from one folder.
/// A library with problems still shows all that could be read; <see cref="EnsureSound"/> refuses to work with it.
/// </summary>
public sealed class PolicyLibrary
{
    private readonly PolicyParameters? parameters;
    private readonly Declaration? declaration;

    // Made when first asked for: a library with problems may name a zone that there is not.
    private readonly Lazy<WorkingTimes> times;

    private PolicyLibrary(LibraryFiles files, LibraryReader reader)
    {
        Services = reader.Services.ToDictionary(s => s.Value.Code, s => s.Value);
        Forms = reader.Forms.ToDictionary(f => f.Value.Key, f => f.Value);
        Calendars = reader.Calendars.ToDictionary(c => c.Value.Key, c => c.Value);
        Definitions = reader.Definitions;
        Clauses = reader.Clauses ?? [];
        ParameterSheet = reader.ParameterSheet;
        parameters = reader.Parameters;
        declaration = reader.Declaration;
        Problems = files.Problems;
        times = new(() => new WorkingTimes(Parameters.Zone, Calendars.Values));
    }

    /// <summary>Services by code.</summary>
    public IReadOnlyDictionary<string, ServiceDefinition> Services { get; }

    /// <summary>Forms by key, those of applicants and those of staff.</summary>
    public IReadOnlyDictionary<string, FormDefinition> Forms { get; }

    /// <summary>Calendars by key.</summary>
    public IReadOnlyDictionary<string, WorkingCalendar> Calendars { get; }

    /// <summary>The calendars by the clock of the policy's zone: what procedures count working time by.</summary>
    /// <exception cref="InvalidOperationException">The policy's values could not be read; <see cref="Problems"/> says why.</exception>
    public WorkingTimes Times => times.Value;

    /// <summary>Texts of the workflow definitions by definition id.</summary>
    public IReadOnlyDictionary<string, string> Definitions { get; }

    /// <summary>The clauses of the policy in its own order; empty when the library carries none.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The values behind <see cref="Parameters"/>, each with its clause and its name.</summary>
    public IReadOnlyList<PolicyParameter> ParameterSheet { get; }

    /// <summary>All that is wrong, in the order of the files.</summary>
    public IReadOnlyList<LibraryProblem> Problems { get; }

    /// <exception cref="InvalidOperationException">The file could not be read; <see cref="Problems"/> says why.</exception>
    public PolicyParameters Parameters => parameters ?? throw Unsound();

    /// <exception cref="InvalidOperationException">The file could not be read; <see cref="Problems"/> says why.</exception>
    public Declaration Declaration => declaration ?? throw Unsound();

    /// <summary>The declaration, if it could be read.</summary>
    public Declaration? DeclarationOrNull => declaration;

    /// <summary>Reads and checks everything below the folder.</summary>
    public static PolicyLibrary Load(string folder) => Of(PolicyFiles.Read(folder));

    /// <summary>Reads and checks the files of a folder, by path below it.</summary>
    public static PolicyLibrary Of(IReadOnlyDictionary<string, string> texts)
    {
        var files = new LibraryFiles(texts);
        var reader = new LibraryReader(files);
        new LibraryCheck(files, reader).Run();
        return new PolicyLibrary(files, reader);
    }

    /// <returns>This library.</returns>
    /// <exception cref="InvalidOperationException">There are problems; the message lists them all.</exception>
    public PolicyLibrary EnsureSound() => Problems.Count == 0 ? this : throw Unsound();

    private InvalidOperationException Unsound() =>
        new($"The policy library has {Problems.Count} problem(s):\n{string.Join('\n', Problems)}");
}
