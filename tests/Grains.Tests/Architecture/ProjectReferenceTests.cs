using System.Xml.Linq;

namespace ClusterActors.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Grains.Interfaces"] = [],
        ["Grains"] = ["Grains.Interfaces"],
        ["Storage"] = ["Grains", "Grains.Interfaces"],
        ["LocalRuntime"] = ["Grains"],
        ["Client"] = ["Grains.Interfaces"],
        ["Play"] = [],
        ["Simulation"] = ["Grains", "Storage"],
        ["Silo"] = ["Grains.Interfaces", "Grains", "Storage", "LocalRuntime", "Client", "Play", "Simulation"],
    };

    // Who stands outside the house may look into every room.
    private static readonly string[] Outside = ["Grains.Tests", "System.Tests", "bench"];

    private static IEnumerable<string> Violations(string project, IEnumerable<string> references) =>
        Outside.Contains(project) ? []
        : !May.TryGetValue(project, out var may) ? [$"{project} has no rule"]
        : references.Except(may).Select(reference => $"{project} references {reference}");

    [Fact]
    public void every_project_references_only_what_it_may()
    {
        var projects = Repository.Projects.ToList();
        Assert.Superset(new HashSet<string> { "Grains.Interfaces", "Grains", "Storage", "LocalRuntime", "Grains.Tests" }, projects.Select(p => p.Project).ToHashSet());
        Assert.Empty(projects.SelectMany(p => Violations(p.Project, p.References)));
    }

    [Fact]
    public void the_rule_sees_a_bad_reference()
    {
        var bad = XDocument.Parse("""<Project><ItemGroup Condition="true"><ProjectReference Include="..\Storage/Storage.csproj" /></ItemGroup></Project>""");
        Assert.Equal(["Grains references Storage"], Violations("Grains", Repository.ReferencesOf(bad)));
        Assert.Equal(["Newcomer has no rule"], Violations("Newcomer", []));
    }
}
