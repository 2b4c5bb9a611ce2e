using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>What the targets of a pact must satisfy.</summary>
internal static class TargetChecks
{
    // Far above anything that a school could plan, and far below where sums would leave the range of decimal.
    private const decimal MostPlanned = 1_000_000_000;

    private const int MostDecimals = 4;

    public static Refusal? Check(CampaignState.Opened c, EquatableList<Target> targets)
    {
        var least = c.Regulation.Pact.MinimumTargets.Value;
        if (targets.Count == 0)
            return new(RefusalCode.PactWithoutTargets, "A pact names its targets.");
        if (targets.Count < least)
            return new(RefusalCode.TargetsInvalid, $"The regulation wants at least {least} targets.");
        if (!targets.Select(t => t.Number).SequenceEqual(Enumerable.Range(1, targets.Count)))
            return new(RefusalCode.TargetsInvalid, "Targets are numbered 1, 2, 3 and so on.");
        return targets.Select(t => ClusterActors.Check.Text(t.Text, $"text of target {t.Number}", 1000) ?? Measure(c, t)).FirstOrDefault(r => r is not null);
    }

    private static Refusal? Measure(CampaignState.Opened c, Target target)
    {
        if (target.Measure is not { } measure)
            return null;
        var schools = measure.Planned.Select(p => p.School).ToList();
        return ClusterActors.Check.Text(measure.Unit, $"unit of target {target.Number}", 100)
            ?? ClusterActors.Check.When(measure.Indicator is { } code && !IsReported(c, code), RefusalCode.IndicatorUnknown, $"The report of the whole year has no indicator '{measure.Indicator}'.")
            ?? ClusterActors.Check.When(
                schools.Count == 0 || schools.Distinct().Count() != schools.Count || schools.Exists(s => !c.Roll.Contains(s)),
                RefusalCode.TargetsInvalid,
                $"Target {target.Number} plans something for members, for each once.")
            ?? ClusterActors.Check.When(
                measure.Planned.Any(p => p.Value is < 0 or > MostPlanned || decimal.Round(p.Value, MostDecimals) != p.Value),
                RefusalCode.TargetsInvalid,
                $"What target {target.Number} plans is 0 to {MostPlanned}, with at most {MostDecimals} decimals.");
    }

    private static bool IsReported(CampaignState.Opened c, string indicator) =>
        c.Regulation.Statistics?.Indicators.Any(i => i.Code == indicator && i.Periods.Contains(ReportPeriod.FullYear)) == true;
}
