using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;

namespace ClusterActors.Simulation.People;

/// <summary>Score sheets as honest schools and inspectors fill them in, as finely as the regulation takes them.</summary>
internal sealed class Sheets(ScoreRules rules, Chance chance)
{
    private readonly decimal finest = (decimal)Math.Pow(10, -rules.Decimals.Value);

    public EquatableList<Score> Filled() => rules.Groups.SelectMany(g => g.Criteria)
        .Select(c => new Score(c.Code, chance.Below((int)(c.Maximum / finest) + 1) * finest)).ToEquatableList();

    public EquatableList<Finding> Verified(EquatableList<Score> self) => self
        .Select(s => chance.OneIn(4) && s.Points >= finest ? new Finding(s.Criterion, s.Points - finest, "Thiếu minh chứng") : new Finding(s.Criterion, s.Points))
        .ToEquatableList();
}
