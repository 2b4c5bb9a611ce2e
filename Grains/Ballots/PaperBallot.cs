using ClusterActors.Campaigns;

namespace ClusterActors.Ballots;

/// <summary>
/// A vote on paper: the committee records what was issued, returned, valid and marked, others of it confirm. Who marked what is
/// nowhere in the system.
/// </summary>
internal static class PaperBallot
{
    public static Refusal? Record(IBallot ballot, PaperCount count, int roll, Actor actor) =>
        Committee.Sits(ballot, actor) ?? AddsUp(ballot, count, roll);

    /// <param name="recording">The recording that was seen.</param>
    public static Refusal? Confirm(IBallot ballot, int recording, Actor actor)
    {
        if (ballot.Count is null)
            return new(RefusalCode.CountMissing, "No count of this vote has been recorded.");
        var refusal = Committee.Sits(ballot, actor)
            ?? Check.When(ballot.Recording != recording, RefusalCode.CountChanged, $"The count has been recorded anew; recording {ballot.Recording} is to be confirmed.");
        if (refusal is not null)
            return refusal;
        var school = Rights.SchoolOf(actor)!;
        return Check.When(
            school == ballot.RecordedBy || ballot.Confirmations.Contains(school), RefusalCode.AlreadyConfirmed, $"School '{school}' has recorded or confirmed this count.");
    }

    private static Refusal? AddsUp(IBallot ballot, PaperCount count, int roll)
    {
        if (count.Issued < 0 || count.Returned < 0 || count.Valid < 0 || count.Invalid < 0 || count.Marks.Any(m => m.Count < 0))
            return new(RefusalCode.CountsDoNotAddUp, "A count is negative.");
        if (count.Issued > roll)
            return new(RefusalCode.CountsDoNotAddUp, $"{count.Issued} ballots issued to a roll of {roll}.");
        if (count.Returned > count.Issued)
            return new(RefusalCode.CountsDoNotAddUp, $"{count.Returned} ballots returned of {count.Issued} issued.");
        if ((long)count.Valid + count.Invalid != count.Returned)
            return new(RefusalCode.CountsDoNotAddUp, $"{count.Valid} valid and {count.Invalid} invalid ballots are not {count.Returned} returned ones.");
        if (count.Marks.Select(m => m.School).Distinct().Count() != count.Marks.Count)
            return new(RefusalCode.CountsDoNotAddUp, "A candidate is counted twice.");
        if (count.Marks.FirstOrDefault(m => !ballot.Candidates.Contains(m.School)) is { } stranger)
            return new(RefusalCode.CandidateUnknown, $"School '{stranger.School}' is no candidate.");
        if (count.Marks.FirstOrDefault(m => m.Count > count.Valid) is { } much)
            return new(RefusalCode.CountsDoNotAddUp, $"School '{much.School}' has {much.Count} marks on {count.Valid} valid ballots.");
        return count.Marks.Sum(m => (long)m.Count) > (long)count.Valid * ballot.MostMarks
            ? new(RefusalCode.MarksBeyondQuota, $"More marks than {ballot.MostMarks} on each valid ballot.")
            : null;
    }
}
