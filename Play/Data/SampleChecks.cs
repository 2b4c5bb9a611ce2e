namespace ClusterActors.Play.Data;

/// <summary>What a sample file must hold so that a cluster's year can be played from it.</summary>
internal static class SampleChecks
{
    /// <exception cref="DataException">It is of something else, incomplete, or names strangers.</exception>
    public static void Check(Sample sample, Cluster cluster, int year, string file)
    {
        if (sample.Year != year || sample.Cluster != cluster.Code)
            throw new DataException(DataCode.SampleIncomplete, file, "says that it is of another year or cluster.");
        if (sample.Votes.Any(v => v.Choices?.ContainsValue(null!) == true) || sample.Scores.Any(s => s.Findings.ContainsValue(null!) || s.Review?.ContainsValue(null!) == true))
            throw new DataException(DataCode.Malformed, file, "holds a null where choices or a finding belong.");
        if (sample.Reports?.Any(r => r.Figures.ContainsValue(null!)) == true)
            throw new DataException(DataCode.Malformed, file, "holds a null where a figure belongs.");
        if (sample.Reports?.GroupBy(r => r.School).FirstOrDefault(g => g.Count() > 1) is { Key: var reporter })
            throw new DataException(DataCode.DuplicateCode, file, $"school '{reporter}' reports twice.");
        if (sample.Votes.FirstOrDefault(v => v.Count is not null && v.Committee is not { Length: > 0 }) is { } uncounted)
            throw new DataException(DataCode.SampleIncomplete, file, $"the paper vote on {uncounted.Award} has no committee.");
        if (sample.Election?.FirstOrDefault(round => round.Committee is not { Length: > 0 }) is not null)
            throw new DataException(DataCode.SampleIncomplete, file, "a round of the election has no committee.");
        if (cluster.Members.FirstOrDefault(m => sample.Scores.Count(s => s.School == m) != 1) is { } missing)
            throw new DataException(DataCode.SampleIncomplete, file, $"school '{missing}' has no scores, or more than one sheet.");
        var named = sample.Scores.Select(s => s.School)
            .Concat(sample.Queue)
            .Concat(sample.Votes.SelectMany(v => (v.Committee ?? []).Concat(v.Count?.Marks.Keys.ToArray() ?? []).Concat((v.Choices ?? []).SelectMany(c => c.Value.Prepend(c.Key)))))
            .Concat((sample.Election ?? []).SelectMany(round => round.Committee.Concat(round.Count.Marks.Keys)))
            .Concat((sample.Declined ?? []).Select(d => d.School))
            .Concat((sample.Reports ?? []).Select(r => r.School))
            .Append(sample.MidYearReview.Host)
            .Append(sample.Conference.Host);
        if (sample.Votes.FirstOrDefault(v => v.Count is null == v.Choices is null) is { } unclear)
            throw new DataException(DataCode.SampleIncomplete, file, $"the vote on {unclear.Award} has neither a count nor choices, or both.");
        if (named.FirstOrDefault(s => !cluster.Members.Contains(s)) is { } stranger)
            throw new DataException(DataCode.UnknownSchool, file, $"'{stranger}' is no member of cluster '{cluster.Code}'.");
    }
}
