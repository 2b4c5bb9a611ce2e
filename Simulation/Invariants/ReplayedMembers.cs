using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

/// <summary>
/// The members of a year, what they have planned, signed, registered for, scored and come to by the national standard, and what mergers make of that, as acknowledged
/// operations give it. How far the year has come is followed as far as mergers ask for it.
/// </summary>
internal sealed class ReplayedMembers(string cluster)
{
    private readonly List<(string School, DateOnly On)> signatures = [];
    private readonly List<(int Target, string School, decimal Value)> plans = [];
    private readonly Dictionary<string, Sheet> sheets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Standard, int FirstYear, DateOnly On)> progress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Award>> registrations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Heir, Sheet? Left)> departed = new(StringComparer.Ordinal);
    private List<string> roll = [];
    private Regulation? regulation;
    private Stage stage;

    private enum Stage
    {
        BeforeForce,
        InForce,
        Scoring,
        Ranked,
    }

    /// <param name="Verified">Null until its findings have come.</param>
    private sealed record Sheet(int Version, EquatableList<Score> Scores, EquatableList<Score>? Verified);

    public void Carry(object command)
    {
        switch (command)
        {
            case CampaignCommand.Open x: (roll, regulation) = ([.. x.Roll], x.Regulation); break;
            case CampaignCommand.ProposePact x: Plan(x.Targets); break;
            case CampaignCommand.SignPact x: Sign(x.School, x.SignedOn); break;
            case CampaignCommand.RegisterForAwards x: registrations[x.School] = [.. x.Awards]; break;
            case CampaignCommand.CloseSigning: stage = Stage.InForce; break;
            case CampaignCommand.OpenSelfScoring: stage = Stage.Scoring; break;
            case CampaignCommand.ReturnPhase { From: Phase.PactOpen }: signatures.Clear(); break;
            case CampaignCommand.ReturnPhase { From: Phase.SelfScoring }: stage = Stage.InForce; break;
            case CampaignCommand.ReturnPhase { From: Phase.CrossInspection }: Unverify(); break;
            case CampaignCommand.SubmitSelfScores x: sheets[x.School] = new((sheets.GetValueOrDefault(x.School)?.Version ?? 0) + 1, x.Scores, null); break;
            case CampaignCommand.NoteProgress { Progress: var x }: progress[x.School] = (x.Standard, x.FirstYear, x.On); break;
            case CampaignCommand.ReceiveFindings x: sheets[x.School] = sheets[x.School] with { Verified = x.Verified }; break;
            case CampaignCommand.FixRanking: stage = Stage.Ranked; break;
            case CampaignCommand.CorrectScores x: sheets[x.School] = sheets[x.School] with { Verified = x.Scores }; break;
            case CampaignCommand.ApplyMerger x: Merge(x.Merger); break;
            case CampaignCommand.SettleItem { School: { } chosen } when departed.GetValueOrDefault(chosen) is { Heir: { } heir, Left: { } left }: Inherit(heir, chosen, left); break;
            default: break;
        }
    }

    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public IEnumerable<string> Differences(CampaignView shown) => new (string What, bool Same)[]
    {
        ("the roll", shown.Roll.SequenceEqual(roll)),
        ("the pact's force", shown.Phase == Phase.Closed || shown.Phase > Phase.PactOpen == stage > Stage.BeforeForce),
        ("what the schools plan", Sorted(shown.Targets.SelectMany(t => (t.Measure?.Planned ?? []).Select(p => (p.School, (t.Number, p.Value)))))
            .SequenceEqual(Sorted(plans.GroupBy(p => (p.Target, p.School)).OrderBy(g => g.Key.Target).Select(g => (g.Key.School, (g.Key.Target, g.Sum(p => p.Value))))))),
        ("signatures", Sorted(shown.Signatures.Select(s => (s.School, s.SignedOn))).SequenceEqual(Sorted(signatures))),
        ("sheets", Sorted(shown.Sheets.Select(s => (s.School, (s.Version, s.SelfScores)))).SequenceEqual(Sorted(sheets.Select(s => (s.Key, (s.Value.Version, s.Value.Scores)))))),
        ("verified scores", Sorted(shown.Sheets.Where(s => s.Verified.Count > 0).Select(s => (s.School, s.Verified)))
            .SequenceEqual(Sorted(sheets.Where(s => s.Value.Verified is not null).Select(s => (s.Key, s.Value.Verified!))))),
        ("progress towards the standard", Sorted(shown.StandardProgress!.Select(p => (p.School, (p.Standard, p.FirstYear, p.On)))).SequenceEqual(Sorted(progress.Select(p => (p.Key, p.Value))))),
        ("registrations", Sorted(shown.Registrations!.Where(r => roll.Contains(r.School)).Select(r => (r.School, string.Join(' ', r.Awards.Order()))))
            .SequenceEqual(Sorted(registrations.Where(r => roll.Contains(r.Key)).Select(r => (r.Key, string.Join(' ', r.Value.Order())))))),
        ("who has departed", Sorted(shown.Departed!.Select(d => (d.School, d.Heir))).SequenceEqual(Sorted(departed.Select(d => (d.Key, d.Value.Heir is not null))))),
    }.Where(part => !part.Same).Select(part => part.What);

    private void Plan(IEnumerable<Target> targets)
    {
        plans.Clear();
        plans.AddRange(targets.SelectMany(t => (t.Measure?.Planned ?? []).Select(p => (t.Number, p.School, p.Value))));
    }

    private void Sign(string school, DateOnly on)
    {
        signatures.Add((school, on));
        TakeEffect();
    }

    private void TakeEffect()
    {
        if (stage == Stage.BeforeForce && signatures.Count > 0 && VoteOracle.IsReached(regulation!.Pact.SignedBy.Value, signatures.Count, roll.Count))
            stage = Stage.InForce;
    }

    private void Merge(Merger merger)
    {
        var left = roll.Where(merger.Schools.Contains).ToList();
        var takes = merger.Founded == true && merger.Cluster == cluster && !roll.Contains(merger.Successor) && regulation!.Membership?.Vote.Value == VotePolicy.SuccessorTakesPlace;
        var heir = takes ? merger.Successor : null;
        Pass(left, heir);
        if (regulation!.Membership?.Targets?.Value == TargetPolicy.SuccessorTakesPlan && (heir ?? roll.Find(school => school == merger.Successor)) is { } planner)
        {
            var passed = plans.Where(p => left.Contains(p.School)).ToList();
            plans.RemoveAll(passed.Contains);
            plans.AddRange(passed.Select(p => (p.Target, planner, p.Value)));
        }

        roll = [.. roll.Except(left), .. heir is null ? Array.Empty<string>() : [heir]];
        TakeEffect();
    }

    private void Pass(List<string> left, string? heir)
    {
        var carried = signatures.Where(s => left.Contains(s.School)).Select(s => ((string, DateOnly On)?)s).FirstOrDefault();
        if (stage == Stage.BeforeForce)
            signatures.RemoveAll(s => left.Contains(s.School));
        var binds = regulation!.Membership?.Pact.Value is { } pact && (pact == PactPolicy.SuccessorBound || (pact == PactPolicy.CarriedOnceInForce && stage > Stage.BeforeForce));
        if (heir is not null && carried is { } signature && binds)
            signatures.Add((heir, signature.On));

        if (heir is not null && left.Exists(registrations.ContainsKey))
            registrations.TryAdd(heir, [.. left.SelectMany(school => registrations.GetValueOrDefault(school) ?? [])]);

        var theirs = left.Where(sheets.ContainsKey).ToList();
        var inherits = heir is not null && stage == Stage.Scoring && regulation.Membership?.Scores.Value == ScorePolicy.SuccessorInherits;
        foreach (var school in left)
            departed[school] = (heir, stage == Stage.Ranked ? null : sheets.GetValueOrDefault(school));
        if (stage == Stage.Ranked)
            return;
        foreach (var school in theirs)
            sheets.Remove(school);
        if (inherits && theirs is [var only])
            Inherit(heir!, only, departed[only].Left!);
    }

    // What the sheet had to state of the standard comes with it; who has reported on its own is held to that.
    private void Inherit(string heir, string from, Sheet sheet)
    {
        sheets[heir] = sheet;
        if (progress.TryGetValue(from, out var reported))
            progress.TryAdd(heir, reported);
    }

    private void Unverify()
    {
        foreach (var school in sheets.Keys.ToList())
            sheets[school] = sheets[school] with { Verified = null };
        foreach (var (school, (heir, left)) in departed.ToList())
            departed[school] = (heir, left is null ? null : left with { Verified = null });
    }

    private static IEnumerable<(string School, T Value)> Sorted<T>(IEnumerable<(string School, T Value)> items) => items.OrderBy(item => item.School, StringComparer.Ordinal);
}
