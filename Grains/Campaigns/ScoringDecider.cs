using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Beacons;

namespace ClusterActors.Campaigns;

/// <summary>Self-scores, the draw of inspectors, verified scores and the ranking.</summary>
internal static class ScoringDecider
{
    public static Decision<CampaignEvent> Open(CampaignState.Opened c, Context context) =>
        c.Head(context.Actor)
        ?? c.In(PactDecider.IsReviewed(c.Regulation) ? Phase.MidYearReviewed : Phase.Running)
        ?? ProgrammeDecider.Missing(c, Phase.SelfScoring)
        ?? Accept(new CampaignEvent.SelfScoringOpened());

    public static Decision<CampaignEvent> Submit(CampaignState.Opened c, CampaignCommand.SubmitSelfScores submit, Context context)
    {
        var (tooLate, late) = CampaignChecks.Punctuality(c.DeadlineOf(Step.SelfScores), context);
        return c.Member(submit.School)
            ?? Rights.Represents(context.Actor, submit.School)
            ?? c.In(Phase.SelfScoring)
            ?? ScoreSheet.Check(c.Regulation.Scores, submit.Scores)
            ?? StandardSchoolDecider.Other(StandardSchoolDecider.GivenOf(c, submit.School), submit.Scores.Select(s => (s.Criterion, s.Points)))
            ?? CampaignChecks.Reason(submit.Reason, again: c.SheetOf(submit.School) is not null)
            ?? tooLate
            ?? Accept(new CampaignEvent.SelfScoresSubmitted(submit.School, submit.Scores, late, submit.Reason));
    }

    public static Decision<CampaignEvent> DeclareConflict(CampaignState.Opened c, CampaignCommand.DeclareConflict declare, Context context) =>
        c.Member(declare.School)
        ?? c.Member(declare.With)
        ?? SchoolOrOfficial(context.Actor, declare.School)
        ?? BeforeTheDraw(c)
        ?? Check.When(declare.School == declare.With, RefusalCode.ConflictInvalid, "A conflict is between two schools.")
        ?? Check.When(c.Conflicts.Any(x => IsBetween(x, declare.School, declare.With)), RefusalCode.AlreadyExists, "This conflict has been declared.")
        ?? Check.Text(declare.Reason, "reason", 1000)
        ?? Accept(new CampaignEvent.ConflictDeclared(declare.School, declare.With, declare.Reason));

    /// <summary>Once more after a draw has failed: where the conflicts leave no plan, no other seed would find one.</summary>
    public static Decision<CampaignEvent> WithdrawConflict(CampaignState.Opened c, CampaignCommand.WithdrawConflict withdraw, Context context) =>
        SchoolOrOfficial(context.Actor, withdraw.School)
        ?? (c is { Phase: Phase.Drawing, Drawing.Failure: not null } ? null : BeforeTheDraw(c))
        ?? Check.When(c.Conflicts.All(x => x.School != withdraw.School || x.With != withdraw.With), RefusalCode.ConflictInvalid, $"School '{withdraw.School}' has declared no conflict with '{withdraw.With}'.")
        ?? Check.Text(withdraw.Reason, "reason", 1000)
        ?? Accept(new CampaignEvent.ConflictWithdrawn(withdraw.School, withdraw.With, withdraw.Reason));

    /// <summary>From here on nobody changes a sheet. A draw that no seed makes possible is refused before; one that is cut short by its limit may come with the real seed.</summary>
    public static Decision<CampaignEvent> CloseSheets(CampaignState.Opened c, CampaignCommand.OpenCrossInspection open, Context context)
    {
        var missing = c.Roll.Where(school => c.SheetOf(school) is null).ToList();
        var agreed = open.Agreed ?? [];
        var refusal = c.Head(context.Actor)
            ?? (c is { Phase: Phase.Drawing, Drawing.Failure: not null } ? null : c.In(Phase.SelfScoring))
            ?? ProgrammeDecider.Missing(c, Phase.Drawing)
            ?? Check.When(missing.Count > 0, RefusalCode.SheetsMissing, $"Not handed in yet: {CampaignChecks.Named(missing)}.")
            ?? Check.When(!InspectionDraw.IsAgreeable(Allowed(c), agreed), RefusalCode.RelaxationNotAllowed, DrawTexts.Allowed(Allowed(c)));
        if (refusal is not null)
            return refusal;
        var attempt = (c.Drawing?.Attempt ?? 0) + 1;
        return Plan(c, agreed, SeedBytes.For("trial", new(0, "", 0))) is InspectionOutcome.Impossible { Cut: false } impossible
            ? new Refusal(RefusalCode.InspectionImpossible, DrawTexts.Impossible(impossible, SearchLimit(c)))
            : new CampaignEvent.SheetsClosed(attempt, agreed);
    }

    /// <summary>The seed has come. A search that was cut short by its limit only with this seed leaves the draw to be asked for again.</summary>
    public static Decision<CampaignEvent> DrawInspectors(CampaignState.Opened c, Drawing drawing, Seed drawn)
    {
        var seed = SeedBytes.For(Purpose(c.Key, drawing.Attempt), drawn);
        return Plan(c, drawing.Agreed, seed) switch
        {
            InspectionOutcome.Drawn plan => new CampaignEvent.InspectionsDrawn(plan.Pairs, Convert.ToHexStringLower(seed), plan.How, plan.Relaxed, plan.Teams),
            InspectionOutcome.Impossible impossible => new CampaignEvent.DrawFailed(DrawTexts.Impossible(impossible, SearchLimit(c)), Convert.ToHexStringLower(seed)),
            _ => throw new InvalidOperationException("A draw has another outcome."),
        };
    }

    /// <summary>What the seed of the draw is asked for.</summary>
    public static string Purpose(CampaignKey year, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{year} cross-inspection {attempt}");

    private static InspectionOutcome Plan(CampaignState.Opened c, EquatableList<Relaxation> agreed, byte[] seed)
    {
        EquatableList<Conflict> conflicts = [.. c.Conflicts.Select(x => new Conflict(x.School, x.With))];
        return c.Regulation.Inspection.Teams is { } teams
            ? TeamDraw.Of(new(c.Roll, teams.Number.Value, teams.Inspects.Value, teams.OneSite.Value, c.LastYear, conflicts), Allowed(c), agreed, SearchLimit(c), seed)
            : InspectionDraw.Of(new(c.Roll, MembershipPolicies.InspectorsOf(c), c.LastYear, conflicts), Allowed(c), agreed, SearchLimit(c), seed);
    }

    private static EquatableList<Relaxation> Allowed(CampaignState.Opened c) => c.Regulation.Inspection.Relaxations?.Value ?? [];

    private static int SearchLimit(CampaignState.Opened c) => c.Regulation.Inspection.SearchLimit?.Value ?? InspectionDraw.DefaultSearchLimit;

    public static Decision<CampaignEvent> Receive(CampaignState.Opened c, CampaignCommand.ReceiveFindings findings, Context context) =>
        Rights.System(context.Actor, new InspectionKey(c.Key.Cluster, c.Key.Year, findings.School).ToString())
        ?? c.Member(findings.School)
        ?? c.In(Phase.CrossInspection)
        ?? Check.When(findings.Draw is { } draw && draw != c.Drawing?.Attempt, RefusalCode.FindingsChanged, "The inspectors have been drawn anew since.")
        ?? ScoreSheet.Check(c.Regulation.Scores, findings.Verified)
        ?? Accept(new CampaignEvent.FindingsReceived(findings.School, findings.Verified, findings.Inspected, ReplacementDecider.Other(c, findings)));

    public static Decision<CampaignEvent> FixRanking(CampaignState.Opened c, Context context)
    {
        var missing = c.Sheets.Where(s => s.Verified.Count == 0).Select(s => s.School).ToList();
        return c.Head(context.Actor)
            ?? c.In(Phase.CrossInspection)
            ?? ProgrammeDecider.Missing(c, Phase.Ranked)
            ?? Check.When(missing.Count > 0, RefusalCode.FindingsMissing, $"Not inspected yet: {CampaignChecks.Named(missing)}.")
            ?? Accept(new CampaignEvent.RankingFixed(Ranking.Of(c.Regulation.Scores, c.Sheets.Select(s => (s.School, (IReadOnlyList<Score>)s.Verified)))));
    }

    // Not the head: who could name the conflicts of others could shape the draw.
    private static Refusal? SchoolOrOfficial(Actor actor, string school) => Rights.Official(actor) is null ? null : Rights.Represents(actor, school);

    private static Refusal? BeforeTheDraw(CampaignState.Opened c) =>
        Check.When(c.Phase > Phase.SelfScoring, RefusalCode.WrongPhase, $"The year is in phase {c.Phase}; conflicts are declared before the sheets are closed, and withdrawn then or after a draw that has failed.");

    private static bool IsBetween(DeclaredConflict conflict, string one, string other) =>
        (conflict.School == one && conflict.With == other) || (conflict.School == other && conflict.With == one);

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
