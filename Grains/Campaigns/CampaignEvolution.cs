using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>What each event makes of an opened year.</summary>
internal static class CampaignEvolution
{
    public static CampaignState Next(CampaignState.Opened c, CampaignEvent e) => e switch
    {
        CampaignEvent.PactProposed p => c with { Phase = Phase.PactOpen, SigningClosed = false, Pact = c.Pact with { Theme = p.Theme ?? c.Pact.Theme, Draft = c.Pact.Draft + 1, Targets = p.Targets } },
        CampaignEvent.PactSigned s => c with { Pact = c.Pact with { Signatures = c.Pact.Signatures.Add(new(s.School, s.SignedOn, s.Late)) } },
        CampaignEvent.SigningClosed => c with { SigningClosed = true },
        CampaignEvent.PactTookEffect => c with { Phase = Phase.Running },
        CampaignEvent.DocumentNoted d => c with { Documents = c.Documents.Put(new(d.Document, d.Version), known => known.Document == d.Document) },
        CampaignEvent.ProgressNoted p => c with { StandardProgress = c.StandardProgress.Put(p.Progress, known => known.School == p.Progress.School) },
        CampaignEvent.AwardsRegistered r => c with { Registrations = RegistrationDecider.With(c.Registrations, r) },
        CampaignEvent.DeadlineExtended d => c with { Extensions = c.Extensions.Add(new(d.Step, d.Before, d.Day, d.School, d.Reason)) },
        CampaignEvent.PhaseReturned r => ReturnDecider.Evolve(c, r),
        CampaignEvent.MidYearReviewed r => Late(c, r.Late, Step.MidYearReview) with { Phase = Phase.MidYearReviewed },
        CampaignEvent.SelfScoringOpened => c with { Phase = Phase.SelfScoring },
        CampaignEvent.SelfScoresSubmitted s => WithSheet(MembershipDecider.WithOwnSheet(c, s.School), s.School, sheet => new(s.School, (sheet?.Version ?? 0) + 1, s.Late || sheet is { Late: true }, s.Scores, [])),
        CampaignEvent.ConflictDeclared d => c with { Conflicts = c.Conflicts.Add(new(d.School, d.With, d.Reason)) },
        CampaignEvent.ConflictWithdrawn w => c with { Conflicts = c.Conflicts.Where(x => x.School != w.School || x.With != w.With).ToEquatableList() },
        CampaignEvent.SheetsClosed s => c with { Phase = Phase.Drawing, Drawing = new(s.Attempt, s.Agreed, null, null, []) },
        CampaignEvent.DrawFailed f => c with { Drawing = c.Drawing is { } drawing ? drawing with { Failure = f.Detail, Seed = f.Seed } : null },
        CampaignEvent.InspectionsDrawn d => c with
        {
            Phase = Phase.CrossInspection,
            Inspections = d.Pairs,
            Teams = d.Teams ?? [],
            Drawing = (c.Drawing ?? new(1, [], null, null, [])) with { Seed = d.Seed, Relaxed = (d.Relaxed ?? []).Select(r => r.Rule).ToEquatableList() },
        },
        CampaignEvent.InspectorReplaced r => TeamSuccession.Followed(ReplacementDecider.Evolve(c, r)),
        CampaignEvent.FindingsReceived f => c.SheetOf(f.School) is { } sheet ? TeamSuccession.Followed(ReplacementDecider.Ended(WithSheet(c, f.School, _ => sheet with { Verified = f.Verified, Inspected = f.Inspected }), f)) : c,
        CampaignEvent.RankingFixed r => c with { Phase = Phase.Ranked, Ranking = r.Ranking, RankingVersion = c.RankingVersion + 1, OpenItems = [] },
        CampaignEvent.VoteOpened v => c with { Votes = c.Votes.Add(new(v.Vote, v.Rules, v.Candidates, v.Committee, null, 0, null, [], [], false, false, null) { Roll = v.Voters ?? c.Roll, Round = v.Round ?? 1, Seats = v.Seats ?? v.Rules.Quota.Value, Revote = v.Revote ?? false }) },
        CampaignEvent.CountRecorded r => WithVote(c, r.Vote, v => v with { Count = r.Count, Recording = v.Recording + 1, RecordedBy = r.RecordedBy, Confirmations = [] }),
        CampaignEvent.CountConfirmed s => WithVote(c, s.Vote, v => v with { Confirmations = v.Confirmations.Add(s.School) }),
        CampaignEvent.VotedOpenly o => WithVote(c, o.Vote, v => v with { Choices = v.Choices.Add(new(o.School, o.Choices)) }),
        CampaignEvent.LotAsked l => WithVote(c, l.Vote, v => v with { LotAsked = true }),
        CampaignEvent.VoteAnnulled a => c with { Votes = c.Votes.Select(v => v.Number >= a.Vote ? v with { Annulled = true } : v).ToEquatableList() },
        CampaignEvent.VoteDecided d => WithVote(c, d.Vote, v => v with { Outcome = d.Outcome }),
        CampaignEvent.ScoresCorrected s => c.SheetOf(s.School) is { } sheet
            ? WithSheet(c, s.School, _ => sheet with { Verified = s.Verified, Final = sheet.Final ?? sheet.Verified }) with { Ranking = s.Ranking, RankingVersion = c.RankingVersion + 1 }
            : c,
        CampaignEvent.ConferenceCorrected h => c with { Conference = new(h.HeldOn, h.Host, h.Attending) },
        CampaignEvent.OfficersChanged o => c with { Officers = o.Officers },
        CampaignEvent.ConferenceHeld h => Late(c, h.Late, Step.Conference) with { Phase = Phase.Nominated, Conference = new(h.HeldOn, h.Host, h.Attending), Nominations = h.Nominations.Select(n => new NominationRecord(n.Award, n.School, NominationState.Nominated, null, null)).ToEquatableList(), Withheld = h.Withheld ?? [] },
        CampaignEvent.ProposedOfficersNoted p => c with { Phase = Phase.OfficersProposed, Proposed = p.Officers },
        CampaignEvent.OfficersRecognised r => c with { Phase = Phase.OfficersRecognised, Proposed = r.Officers, Recognition = r.Decision, OthersRecognised = r.Officers != c.Proposed },
        CampaignEvent.HandoverNoted h => c with { Phase = Phase.HandedOver, HandedOverTo = h.Head, Proposed = h.Officers ?? c.Proposed },
        CampaignEvent.AwardProposed p => Decided(c, p.Award, p.School, NominationState.Deciding, p.Decision, p.Reason),
        CampaignEvent.NominationBarred b => Decided(c, b.Award, b.School, NominationState.Barred, null, null),
        CampaignEvent.NominationDeclined d => Decided(c, d.Award, d.School, NominationState.Declined, d.Decision, d.Reason),
        CampaignEvent.AwardGranted g => Decided(c, g.Award, g.School, NominationState.Granted, g.Decision, c.NominationOf(g.Award, g.School)?.Reason),
        CampaignEvent.AwardRevoked r => Decided(c, r.Award, r.School, NominationState.Revoked, r.Decision, r.Reason),
        CampaignEvent.CouncilNoted n => c.NominationOf(n.Award, n.School) is { } advised ? WithNomination(c, advised with { Council = n.Advice }) : c,
        CampaignEvent.YearClosed or CampaignEvent.YearEnded => c with { Phase = Phase.Closed, OpenItems = [] },
        CampaignEvent.BarNoted b => c with { Bars = c.Bars.With(b.Bar) },
        CampaignEvent.LiftingNoted l => c with { Bars = c.Bars.With(l.Lifting) },
        CampaignEvent.DissolutionNoted d => c with { Dissolution = d.Dissolution },
        _ => MembershipDecider.Evolve(c, e),
    };

    private static CampaignState.Opened Late(CampaignState.Opened c, bool late, Step step) => late ? c with { LateSteps = c.LateSteps.Put(step, known => known == step) } : c;

    private static CampaignState.Opened WithSheet(CampaignState.Opened c, string school, Func<Sheet?, Sheet> change) =>
        c with { Sheets = c.Sheets.Put(change(c.SheetOf(school)), s => s.School == school) };

    private static CampaignState.Opened Decided(
        CampaignState.Opened c, Award award, string school, NominationState state, DecisionReference? decision, string? reason) =>
        WithNomination(c, new(award, school, state, decision, reason, c.NominationOf(award, school)?.Council));

    private static CampaignState.Opened WithNomination(CampaignState.Opened c, NominationRecord nomination) =>
        c with { Nominations = c.Nominations.Put(nomination, n => n.Award == nomination.Award && n.School == nomination.School) };

    private static CampaignState.Opened WithVote(CampaignState.Opened c, int number, Func<Vote, Vote> change) =>
        c.VoteOf(number) is { } vote ? c with { Votes = c.Votes.Put(change(vote), v => v.Number == number) } : c;
}
