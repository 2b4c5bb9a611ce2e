using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A campaign year as its acknowledged operations make it, one after the other; no event and no state of the domain is looked at.</summary>
internal sealed class ReplayedYear(string cluster)
{
    private readonly ReplayedMembers members = new(cluster);
    private readonly SortedDictionary<string, int> documents = new(StringComparer.Ordinal);
    private readonly List<(string School, string With)> conflicts = [];
    private readonly List<(Academy.Step Step, DateOnly Day)> extensions = [];
    private readonly List<(Academy.Award Award, ReplayedPoll Poll)> votes = [];
    private readonly HashSet<int> annulled = [];
    private readonly SortedDictionary<(Academy.Award Award, string School), (NominationState State, Academy.DecisionReference? Decision)> decisions = [];
    private readonly List<(string School, Academy.BarKind Kind, bool Lifted)> bars = [];
    private readonly List<string> early = [];
    private readonly SortedDictionary<(Academy.Award Award, string School), Councils.CouncilAdvice> advice = [];
    private Academy.Calendar? calendar;
    private ConferenceView? conference;
    private Officers? officers;
    private Officers? proposed;
    private Academy.DecisionReference? recognition;
    private bool others;
    private string? handedOverTo;
    private int draft;
    private int rankings;
    private bool closed;

    public void Carry(object command, Actor actor)
    {
        members.Carry(command);
        switch (command)
        {
            case CampaignCommand.Open x: (officers, calendar) = (x.Officers, x.Regulation.Calendar); bars.AddRange((x.Bars ?? []).Select(b => (b.School, b.Kind, false))); break;
            case CampaignCommand.ApplyBar x when !bars.Contains((x.Bar.School, x.Bar.Kind, false)): bars.Add((x.Bar.School, x.Bar.Kind, false)); break;
            case CampaignCommand.ApplyLifting x: Lift(x.Lifting); break;
            case CampaignCommand.ApplyOfficers x: officers = x.Officers; break;
            case CampaignCommand.NoteDocument x: documents[x.Document] = x.Version; break;
            case CampaignCommand.ProposePact: draft++; break;
            case CampaignCommand.ExtendDeadline x: extensions.Add((x.Step, CalendarOracle.Settled(calendar, x.Day))); break;
            case CampaignCommand.DeclareConflict x: conflicts.Add((x.School, x.With)); break;
            case CampaignCommand.WithdrawConflict x: conflicts.Remove((x.School, x.With)); break;
            case CampaignCommand.FixRanking: rankings++; break;
            case CampaignCommand.CorrectScores: rankings++; break;
            case CampaignCommand.OpenVote x: votes.Add((x.Award, new())); break;
            case CampaignCommand.RecordCount x: votes[x.Vote - 1].Poll.Record(x.Count); break;
            case CampaignCommand.ConfirmCount x: votes[x.Vote - 1].Poll.Confirm(actor); break;
            case CampaignCommand.VoteOpenly x: votes[x.Vote - 1].Poll.Vote(x.School, x.Choices); break;
            case CampaignCommand.AnnulVote x: annulled.UnionWith(Enumerable.Range(x.Vote, votes.Count + 1 - x.Vote)); break;
            case CampaignCommand.HoldConference x: conference = new(x.HeldOn, x.Host, x.Attending); break;
            case CampaignCommand.CorrectConference x: conference = new(x.HeldOn, x.Host, x.Attending); break;
            case CampaignCommand.NoteProposedOfficers x: proposed = x.Officers; break;
            case CampaignCommand.RecogniseOfficers x: Recognise(x.Instead ?? proposed, x.Decision); break;
            case CampaignCommand.NoteHandover x: (handedOverTo, proposed) = (x.Head, x.Officers ?? proposed); break;
            case CampaignCommand.DecideNomination x: decisions[(x.Award, x.School)] = (x.Granted ? NominationState.Deciding : NominationState.Declined, x.Decision); break;
            case CampaignCommand.NoteCouncil x: advice[(x.Award, x.School)] = x.Advice; break;
            case CampaignCommand.NoteReservation x:
                decisions[(x.Award, x.School)] = x.Kept ? (NominationState.Granted, decisions[(x.Award, x.School)].Decision) : (NominationState.Barred, null);
                break;
            case CampaignCommand.ApplyMerger { Next: { } next } x when proposed is not null && (!others || x.Recognition == recognition): proposed = next; break;
            case CampaignCommand.CloseYear or CampaignCommand.EndYear: closed = true; break;
            case CampaignCommand.RevokeAward x: decisions[(x.Award, x.School)] = (NominationState.Revoked, x.Decision); break;
            default: break;
        }
    }

    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public IEnumerable<string> Differences(CampaignView shown) => new (string What, bool Same)[]
    {
        ("the draft of the pact", shown.PactDraft == draft),
        ("officers", shown.Officers == officers),
        ("documents in force", shown.Documents!.Where(d => d.Version > 0).Select(d => (d.Document, d.Version)).OrderBy(d => d.Document, StringComparer.Ordinal).SequenceEqual(documents.Select(d => (d.Key, d.Value)))),
        ("conflicts", shown.Conflicts.Select(x => (x.School, x.With)).SequenceEqual(conflicts)),
        ("extensions", shown.Extensions!.Select(x => (x.Step, x.Day)).SequenceEqual(extensions)),
        ("deadlines", extensions.GroupBy(x => x.Step).All(x => shown.Deadlines.Single(d => d.Step == x.Key).Day == x.Last().Day)),
        ("the ranking's version", shown.RankingVersion == rankings),
        ("votes", shown.Votes.Count == votes.Count && shown.Votes.Zip(votes).All(v => v.First.Award == v.Second.Award && v.Second.Poll.Gives(v.First) && v.First.Annulled == annulled.Contains(v.First.Number))),
        ("the conference", shown.Conference == conference),
        ("nominations", shown.Nominations.Where(n => n.State != NominationState.Nominated).Select(n => ((n.Award, n.School), (n.State, n.Decision))).OrderBy(n => n.Item1).SequenceEqual(decisions.Select(d => (d.Key, d.Value)))),
        ("the council's advice", shown.Nominations.Where(n => n.Council is not null).Select(n => ((n.Award, n.School), n.Council!)).OrderBy(n => n.Item1).SequenceEqual(advice.Select(a => (a.Key, a.Value)))),
        ("proposed officers", shown.Proposed == proposed),
        ("recognition", shown.Recognition == recognition),
        ("the handover", shown.HandedOverTo == handedOverTo),
        ("bars", shown.Bars!.Select(b => (b.Bar.School, b.Bar.Kind, b.Lifted is not null)).SequenceEqual(bars)),
        ("the end", shown.Phase == Phase.Closed == closed),
    }.Where(part => !part.Same).Select(part => part.What).Concat(early).Concat(members.Differences(shown));

    private void Recognise(Officers? officers, Academy.DecisionReference decision) => (others, proposed, recognition) = (officers != proposed, officers, decision);

    private void Lift(Academy.Lifting lifting)
    {
        var at = bars.IndexOf((lifting.School, lifting.Kind, false));
        if (at < 0)
            early.Add($"bars ({lifting.School}'s of the kind {lifting.Kind} was lifted and had not come)");
        else
            bars[at] = (lifting.School, lifting.Kind, true);
    }
}
