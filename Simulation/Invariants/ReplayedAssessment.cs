using ClusterActors.Simulation.Silos;
using ClusterActors.Standards;

namespace ClusterActors.Simulation.Invariants;

/// <summary>An assessment by the national standard as its acknowledged operations make it.</summary>
internal static class ReplayedAssessment
{
    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public static IEnumerable<string> Differences(AssessmentView shown, IEnumerable<GrainRequest> operations)
    {
        var values = new SortedDictionary<(string Indicator, int? Year), (decimal Stated, int Version, decimal? Verified)>();
        var (stage, decided, level, sent, ended) = (AssessmentStage.Open, 0, (StandardLevel?)null, new SortedDictionary<int, string>(), false);
        foreach (var operation in operations)
        {
            switch (operation.Command)
            {
                case AssessmentCommand.StateValues x:
                    foreach (var v in x.Values)
                        values[(v.Indicator, v.Year)] = (v.Value, values.GetValueOrDefault((v.Indicator, v.Year)).Version + 1, null);
                    break;
                case AssessmentCommand.VerifyValues x:
                    foreach (var v in x.Values)
                        values[(v.Indicator, v.Year)] = values[(v.Indicator, v.Year)] with { Verified = v.Value };
                    break;
                case AssessmentCommand.FileDossier: stage = AssessmentStage.Filed; break;
                case AssessmentCommand.Recognise x: (stage, level, decided) = (AssessmentStage.Recognised, x.Level, decided + 1); break;
                case AssessmentCommand.RefuseDossier or AssessmentCommand.WithdrawRecognition: (stage, level, decided) = (AssessmentStage.Open, null, decided + 1); break;
                case AssessmentCommand.ReportProgress x: sent[x.Year] = x.Cluster; break;
                case AssessmentCommand.End: ended = true; break;
                default: break;
            }
        }

        // Level 1 alone is recounted: what it asks for is met where every verified number is what it asks for, or more.
        var met = shown.Standard.Criteria.SelectMany(c => c.Indicators).Where(i => i.Level1 is not null).Count(i => IsMet(i, shown, values));
        return new (string What, bool Same)[]
        {
            ("values", shown.Values.Select(v => (v.Indicator, v.Year, v.Value, v.Version, v.Verified)).Order().SequenceEqual(values.Select(v => (v.Key.Indicator, v.Key.Year, v.Value.Stated, v.Value.Version, v.Value.Verified)).Order())),
            ("progress", shown.Verified.Single(p => p.Level == StandardLevel.One).Met == met),
            ("stage", (shown.Stage, shown.Recognised, shown.Decisions.Count) == (stage, level, decided)),
            ("reports", shown.Sent.Select(r => (r.Year, r.Cluster)).Order().SequenceEqual(sent.Select(r => (r.Key, r.Value)))),
            ("end", shown.Merger is not null == ended),
        }.Where(part => !part.Same).Select(part => part.What);
    }

    private static bool IsMet(
        StandardIndicator indicator, AssessmentView shown, SortedDictionary<(string Indicator, int? Year), (decimal Stated, int Version, decimal? Verified)> values)
    {
        var verified = values.Where(v => v.Key.Indicator == indicator.Code && v.Value.Verified is not null).Select(v => v.Value.Verified!.Value).ToList();
        return indicator.Term == IndicatorTerm.Sum
            ? verified.Sum() >= indicator.Level1!.Value
            : verified.Count == (indicator.Term == IndicatorTerm.AtEnd ? 1 : shown.LastYear - shown.FirstYear + 1) && verified.TrueForAll(v => v >= indicator.Level1!.Value);
    }
}
