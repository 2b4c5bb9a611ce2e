using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Schools;

namespace ClusterActors.Councils;

/// <summary>
/// What clusters have nominated is appraised and voted on; each vote is told to its year as advice. The Government's Flag has
/// <see cref="GovernmentFlagDecider"/>.
/// </summary>
public static class CouncilDecider
{
    private const int MostDocuments = 50;

    public static Aggregate<CouncilState, CouncilCommand, CouncilEvent> Aggregate { get; } =
        new(new CouncilState.Unformed(), Decide, CouncilState.Evolve, React, View)
        {
            Publishes = e => e is CouncilEvent.CouncilVoted or CouncilEvent.ProposedToGovernment or CouncilEvent.GovernmentDecided,
        };

    public static Decision<CouncilEvent> Decide(CouncilState state, CouncilCommand command, Context context) => (state, command) switch
    {
        (_, CouncilCommand.ReceiveNominations receive) => Receive(state, receive, context),
        (CouncilState.Unformed, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (CouncilState.Formed c, CouncilCommand.NoteDecision note) =>
            Campaign(c.Year, note.Cluster, context) ?? Accept(new CouncilEvent.DecisionNoted(note.Cluster, note.Award, note.School, note.Standing, note.Decision)),
        _ when Rights.Official(context.Actor) is { } forbidden => forbidden,
        (CouncilState.Formed c, CouncilCommand.RecordDossier record) =>
            Open(c, record.Cluster, record.Award, record.School)
            ?? Dossier(record.Documents)
            ?? Accept(new CouncilEvent.DossierRecorded(record.Cluster, record.Award, record.School, record.Documents)),
        (CouncilState.Formed c, CouncilCommand.Appraise appraise) => Appraise(c, appraise),
        (CouncilState.Formed c, CouncilCommand.HoldSession hold) => Hold(c, hold, context),
        (CouncilState.Formed c, CouncilCommand.RecordVote record) => Vote(c, record),
        (CouncilState.Formed c, CouncilCommand.RecordGovernmentVote record) => GovernmentFlagDecider.Vote(c, record),
        (CouncilState.Formed c, CouncilCommand.ProposeToGovernment propose) => GovernmentFlagDecider.Propose(c, propose, context),
        (CouncilState.Formed c, CouncilCommand.RecordGovernmentDecision record) => GovernmentFlagDecider.Record(c, record, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    // The first cluster to nominate brings the year's rules, which are the same for all.
    private static Decision<CouncilEvent> Receive(CouncilState state, CouncilCommand.ReceiveNominations receive, Context context)
    {
        var year = CouncilKey.Parse(context.Stream).Year;
        if (Campaign(year, receive.Cluster, context) is { } refusal)
            return refusal;
        var received = new CouncilEvent.NominationsReceived(receive.Cluster, receive.Nominations);
        return state is CouncilState.Unformed ? new Decision<CouncilEvent>.Accept([new CouncilEvent.CouncilFormed(year, receive.Rules), received]) : received;
    }

    private static Decision<CouncilEvent> Appraise(CouncilState.Formed c, CouncilCommand.Appraise appraise)
    {
        if (Open(c, appraise.Cluster, appraise.Award, appraise.School) is { } refusal)
            return refusal;
        var one = c.CaseOf(appraise.Cluster, appraise.Award, appraise.School)!;
        var missing = c.MissingIn(one.Dossier).Select(code => $"'{code}'").ToList();
        return Check.Text(appraise.Finding, "finding", 1000)
            ?? Check.When(appraise.InFavour && missing.Count > 0, RefusalCode.DossierIncomplete, $"The dossier lacks {string.Join(", ", missing)}.")
            ?? Accept(new CouncilEvent.Appraised(appraise.Cluster, appraise.Award, appraise.School, new(appraise.InFavour, appraise.Finding, one.Score)));
    }

    private static Decision<CouncilEvent> Hold(CouncilState.Formed c, CouncilCommand.HoldSession hold, Context context) =>
        Check.Past(hold.HeldOn, "session", context)
        ?? Check.When(hold.HeldOn.Year < c.Year, RefusalCode.DateInvalid, $"The council of {c.Year} does not meet before that year.")
        ?? Check.When(hold.Written && !c.Rules.Written.Value, RefusalCode.WrittenNotAllowed, "By the regulation the council meets.")
        ?? CouncilVotes.Attendance(c.Rules, hold.TookPart, hold.ChairTookPart)
        ?? Accept(new CouncilEvent.SessionHeld(new(
            c.Sessions.Count + 1, hold.HeldOn, hold.TookPart, hold.ChairTookPart, hold.Written, c.Rules.Quorum.Value.IsReachedBy(hold.TookPart, c.Rules.Members.Value))));

    private static Decision<CouncilEvent> Vote(CouncilState.Formed c, CouncilCommand.RecordVote record)
    {
        if ((Open(c, record.Cluster, record.Award, record.School) ?? Session(c, record.Session)) is { } refusal)
            return refusal;
        var (one, session) = (c.CaseOf(record.Cluster, record.Award, record.School)!, c.SessionOf(record.Session)!);
        var rules = c.Rules.Awards.First(rule => rule.Award == record.Award);
        return Check.When(one.Appraisal is null, RefusalCode.AppraisalMissing, $"The nomination of '{record.School}' for the {record.Award} has not been appraised.")
            ?? CouncilVotes.Count(session, record.Count)
            ?? CampaignChecks.Reason(record.Reason, again: one.Advice is not null)
            ?? Accept(new CouncilEvent.CouncilVoted(
                record.Cluster, record.Award, record.School, CouncilVotes.Advice(c.Rules, rules.Vote, session, record.Count, one.Score, rules.MinimumScore?.Value), record.Reason));
    }

    internal static Refusal? Session(CouncilState.Formed c, int number) =>
        Check.When(c.SessionOf(number) is null, RefusalCode.SessionUnknown, $"There is no session {number}.");

    private static Refusal? Open(CouncilState.Formed c, string cluster, Award award, string school) => c.CaseOf(cluster, award, school) switch
    {
        null => new(RefusalCode.NominationUnknown, $"Cluster '{cluster}' has not nominated school '{school}' for the {award}."),
        { Standing: CouncilStanding.Open } => null,
        { Standing: var standing } => new(RefusalCode.NominationDecided, $"The nomination of '{school}' for the {award} stands at {standing}."),
    };

    private static Refusal? Dossier(EquatableList<DossierDocument> documents) =>
        documents.Select(d => Check.CodeOf(d.Code, "document") ?? Check.Text(d.Name, "name", 300) ?? Check.Text(d.Place, "place", 300)).FirstOrDefault(refusal => refusal is not null)
        ?? Check.When(
            documents.Count > MostDocuments || documents.Select(d => d.Code).Distinct().Count() != documents.Count,
            RefusalCode.DossierInvalid,
            $"A dossier has at most {MostDocuments} documents, each under a code of its own.");

    private static Refusal? Campaign(int year, string cluster, Context context) => Rights.System(context.Actor, new CampaignKey(cluster, year).ToString());

    private static IEnumerable<Outgoing> React(CouncilState state, CouncilEvent e) => (state, e) switch
    {
        (CouncilState.Formed c, CouncilEvent.CouncilVoted v) =>
            [Outgoing.To<CampaignCommand>(new CampaignKey(v.Cluster, c.Year), new CampaignCommand.NoteCouncil(v.Award, v.School, v.Advice))],
        (CouncilState.Formed c, CouncilEvent.GovernmentDecided d) =>
            [Outgoing.To<SchoolCommand>(new SchoolKey(d.School), new SchoolCommand.NoteGovernmentFlag(c.Year, d.Outcome, d.Decision))],
        _ => [],
    };

    private static ViewDocument? View(CouncilState state) => state is CouncilState.Formed c
        ? new(CouncilKey.Kind, new CouncilView(c.Year, c.Rules, c.Cases, c.Sessions, c.GovernmentMost, c.GovernmentFlags), Year: c.Year)
        : null;

    private static Decision<CouncilEvent> Accept(CouncilEvent e) => e;
}
