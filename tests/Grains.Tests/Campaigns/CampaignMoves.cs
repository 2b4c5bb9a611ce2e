using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Simulation;
using ClusterActors.Simulation.People;

namespace ClusterActors.Tests.Campaigns;

/// <summary>What somebody may try in a year of cluster 8: mostly what is due as things stand, sometimes anything by anybody.</summary>
internal sealed class CampaignMoves(Regulation regulation, Chance chance)
{
    private static readonly DecisionReference Decision = new("550-QĐ/HVCTQG", new(2020, 1, 2));

    private static readonly Actor Cluster = Who.Grain(new ClusterKey("8"));

    private readonly Sheets sheets = new(regulation.Scores, chance);
    private int founded;

    public (Actor Actor, CampaignCommand Command) Next(CampaignState.Opened c, DateOnly today) => chance.Below(4) switch
    {
        0 => (Anybody(c), Anything(c, today)),
        1 => Aside(c, today),
        _ => Due(c, today),
    };

    private (Actor Actor, CampaignCommand Command) Due(CampaignState.Opened c, DateOnly today)
    {
        var head = Who.Officer(c.Officers.Head);
        if (Awaited(c) is { } step && c.DeadlineOf(step) is { Effect: DeadlineEffect.Refuse } passed && passed.Day < today)
            return (Who.Official, new CampaignCommand.ExtendDeadline(step, today.AddDays(9), "Chưa đủ hồ sơ"));
        if (c.Regulation.Programme?.Documents.FirstOrDefault(d => c.VersionOf(d.Code) == 0) is { } document && chance.OneIn(2))
            return (Who.Grain(new DocumentKey("8", 2020, document.Code)), new CampaignCommand.NoteDocument(document.Code, 1));
        return c.Phase switch
        {
            Phase.Guided => (head, Proposal(c)),
            Phase.PactOpen => Signing(c, today),
            Phase.Running when c.Regulation.OptionalPhases.Value.Count > 0 => (head, new CampaignCommand.RecordMidYearReview(today, chance.Of(c.Roll), "Tiếp tục")),
            Phase.Running or Phase.MidYearReviewed => (head, new CampaignCommand.OpenSelfScoring()),
            Phase.SelfScoring => c.Roll.FirstOrDefault(school => c.SheetOf(school) is null) is { } missing
                ? (Who.Officer(missing), new CampaignCommand.SubmitSelfScores(missing, sheets.Filled()))
                : (head, new CampaignCommand.OpenCrossInspection(c.Regulation.Inspection.Relaxations!.Value)),
            Phase.Drawing => Drawing(c),
            Phase.CrossInspection => Inspecting(c),
            Phase.Ranked => Voting(c, today),
            Phase.Nominated => (Cluster, new CampaignCommand.NoteProposedOfficers(Others(c))),
            Phase.OfficersProposed => (Who.Official, new CampaignCommand.RecogniseOfficers(Decision)),
            Phase.OfficersRecognised => (Cluster, new CampaignCommand.NoteHandover(c.Proposed!.Head, c.Proposed)),
            _ => Ending(c),
        };
    }

    private static Step? Awaited(CampaignState.Opened c) => c.Phase switch
    {
        Phase.PactOpen => Step.PactSignature,
        Phase.SelfScoring when c.Sheets.Count < c.Roll.Count => Step.SelfScores,
        _ => null,
    };

    private (Actor Actor, CampaignCommand Command) Signing(CampaignState.Opened c, DateOnly today)
    {
        var school = chance.Of([.. c.Roll.Where(s => c.Pact.Signatures.All(signed => signed.School != s)).DefaultIfEmpty(c.Roll[0])]);
        return (Who.Principal(school), new CampaignCommand.SignPact(school, today, c.Pact.Draft));
    }

    private (Actor Actor, CampaignCommand Command) Drawing(CampaignState.Opened c) =>
        c.Drawing is { Failure: null } drawing ? (CampaignStory.Beacon, Seed(c, $"cross-inspection {drawing.Attempt.ToString(CultureInfo.InvariantCulture)}"))
        : c.Conflicts is [var conflict, ..] ? (Who.Official, new CampaignCommand.WithdrawConflict(conflict.School, conflict.With, "Không còn"))
        : chance.OneIn(3) ? (Who.Official, new CampaignCommand.ReturnPhase(Phase.Drawing, "Rút thăm lại"))
        : (Who.Officer(c.Officers.Head), new CampaignCommand.OpenCrossInspection(c.Regulation.Inspection.Relaxations!.Value));

    private (Actor Actor, CampaignCommand Command) Inspecting(CampaignState.Opened c)
    {
        if (c.OpenItems is [var item, ..])
            return (Who.Official, new CampaignCommand.SettleItem(item.Number, item.Choices is [var first, ..] ? first : null, Decision, "Phân công lại"));
        return c.Sheets.FirstOrDefault(s => s.Verified.Count == 0) is { } sheet
            ? (Who.Grain(new InspectionKey("8", 2020, sheet.School)), new CampaignCommand.ReceiveFindings(sheet.School, sheet.SelfScores, c.Drawing?.Attempt))
            : (Who.Officer(c.Officers.Head), new CampaignCommand.FixRanking());
    }

    private (Actor Actor, CampaignCommand Command) Voting(CampaignState.Opened c, DateOnly today)
    {
        var head = Who.Officer(c.Officers.Head);
        if (c.Votes.LastOrDefault(v => !v.Annulled) is { Outcome: null } vote)
            return vote.LotAsked ? (CampaignStory.Beacon, Seed(c, $"vote {vote.Number.ToString(CultureInfo.InvariantCulture)}"))
                : vote.Rules.Method.Value == VoteMethod.Paper ? Counting(vote)
                : vote.Roll.FirstOrDefault(school => vote.Choices.All(choice => choice.School != school)) is { } absent && !chance.OneIn(6)
                    ? (Who.Principal(absent), new CampaignCommand.VoteOpenly(vote.Number, absent, vote.Candidates.Where(s => s != absent).Take(1).ToEquatableList()))
                    : (head, new CampaignCommand.CloseOpenVote(vote.Number));
        return c.Regulation.Votes.FirstOrDefault(rules => !VoteRounds.IsOver(c, rules.Award)) is { } due
            ? (head, new CampaignCommand.OpenVote(due.Award, Committee(c, due)))
            : (head, new CampaignCommand.HoldConference(today, chance.Of(c.Roll), c.Roll));
    }

    private (Actor Actor, CampaignCommand Command) Counting(Vote vote)
    {
        var counter = vote.Committee.FirstOrDefault(school => school != vote.RecordedBy && !vote.Confirmations.Contains(school)) ?? vote.Committee[0];
        var all = vote.Roll.Count;
        return (Who.Officer(counter), vote.Count is null
            ? new CampaignCommand.RecordCount(vote.Number, new(all, all, all, 0, vote.Candidates.Take(1).Select(school => new Marks(school, all)).ToEquatableList()))
            : new CampaignCommand.ConfirmCount(vote.Number, vote.Recording));
    }

    private static (Actor Actor, CampaignCommand Command) Ending(CampaignState.Opened c) =>
        c.Nominations.FirstOrDefault(n => n.State is NominationState.Nominated or NominationState.Deciding or NominationState.Barred) is not { } open
            ? (Who.Official, new CampaignCommand.CloseYear())
            : open.State == NominationState.Deciding
                ? (Who.Grain(new SchoolKey(open.School)), new CampaignCommand.NoteReservation(open.Award, open.School, Kept: true))
                : (Who.Official, new CampaignCommand.DecideNomination(open.Award, open.School, open.State == NominationState.Nominated, Decision, "Đã xét"));

    // What interrupts a year: returns, corrections, mergers, other officers, its end.
    private (Actor Actor, CampaignCommand Command) Aside(CampaignState.Opened c, DateOnly today)
    {
        var (school, other) = (chance.Of(c.Roll), chance.Of(c.Roll));
        return chance.Below(10) switch
        {
            0 or 1 => (chance.OneIn(2) ? Who.Official : Who.Officer(c.Officers.Head), new CampaignCommand.ReturnPhase(c.Phase, "Làm lại")),
            2 when c.Roll.Count > 3 && chance.OneIn(3) => (Cluster, Merger(c, school, other)),
            3 => (Cluster, new CampaignCommand.ApplyOfficers(Others(c) with { Year = 2020 })),
            4 when chance.OneIn(12) => (Who.Official, new CampaignCommand.EndYear(Decision, "Giải thể")),
            5 => (Who.Official, new CampaignCommand.CloseSigning(Decision, "Có trường không ký")),
            6 when c.Phase == Phase.Ranked => (Who.Official, new CampaignCommand.AnnulVote(Math.Max(1, c.Votes.Count), Decision, "Kiểm phiếu sai")),
            6 => (Who.Officer(school), new CampaignCommand.DeclareConflict(school, other, "Người nhà")),
            7 => (Cluster, new CampaignCommand.ApplyBar(new(school, 2020, BarKind.Discipline, today, Decision, "Cảnh cáo"))),
            8 => (Who.Official, new CampaignCommand.RecogniseOfficers(Decision, Others(c), "Cụm chưa thống nhất")),
            _ => Due(c, today),
        };
    }

    // Of the right shape, and mostly at the wrong time or by the wrong hand.
    private CampaignCommand Anything(CampaignState.Opened c, DateOnly today)
    {
        var (school, vote) = (chance.Of(c.Roll), Math.Max(1, c.Votes.Count));
        return chance.Below(20) switch
        {
            0 => Proposal(c),
            1 => new CampaignCommand.SignPact(school, today, c.Pact.Draft),
            2 => new CampaignCommand.RecordMidYearReview(today, school, "Tiếp tục", "Sửa biên bản"),
            3 => new CampaignCommand.OpenSelfScoring(),
            4 => new CampaignCommand.SubmitSelfScores(school, sheets.Filled(), "Bổ sung"),
            5 => new CampaignCommand.OpenCrossInspection(),
            6 => Seed(c, $"cross-inspection {chance.Between(1, 3).ToString(CultureInfo.InvariantCulture)}"),
            7 => new CampaignCommand.ReceiveFindings(school, sheets.Filled(), chance.Between(1, 3)),
            8 => new CampaignCommand.FixRanking(),
            9 => new CampaignCommand.OpenVote(chance.Of([Award.Flag, Award.Certificate]), c.Roll.Take(3).ToEquatableList()),
            10 => new CampaignCommand.ConfirmCount(vote, 1),
            11 => new CampaignCommand.HoldConference(today, school, c.Roll),
            12 => new CampaignCommand.NoteProposedOfficers(Others(c)),
            13 => new CampaignCommand.RecogniseOfficers(Decision),
            14 => new CampaignCommand.NoteHandover(school),
            15 => new CampaignCommand.CloseYear(),
            16 => new CampaignCommand.CorrectScores(school, sheets.Filled(), Decision, "Đính chính"),
            17 => new CampaignCommand.RegisterForAwards(school, [Award.Flag], "Đăng ký lại"),
            18 => new CampaignCommand.ReturnPhase(chance.Of(Enum.GetValues<Phase>()), chance.OneIn(3) ? " " : "Làm lại"),
            _ => new CampaignCommand.ExtendDeadline(chance.Of(Enum.GetValues<Step>()), today.AddDays(3), "Bão lũ"),
        };
    }

    private Actor Anybody(CampaignState.Opened c)
    {
        var school = chance.Of(c.Roll);
        return chance.Below(8) switch
        {
            0 or 1 => Who.Official,
            2 or 3 => Who.Officer(c.Officers.Head),
            4 => Cluster,
            5 => Who.Grain(new InspectionKey("8", 2020, school)),
            6 => Who.Visitor(school),
            _ => Who.Principal(school),
        };
    }

    private CampaignCommand.ApplyMerger Merger(CampaignState.Opened c, string school, string other)
    {
        var successor = school == other ? string.Create(CultureInfo.InvariantCulture, $"founded-{++founded}") : other;
        return new(new([school], successor, "8", school == other ? null : "8", Decision.IssuedOn, Decision, "Hợp nhất tỉnh", Founded: school == other), c.Proposed);
    }

    private static CampaignCommand.ProposePact Proposal(CampaignState.Opened c) =>
        new([new(1, "Đào tạo"), new(2, "Đề tài"), new(3, "Hội thảo")], null, c.Phase == Phase.PactOpen ? "Sửa" : null);

    private static EquatableList<string> Committee(CampaignState.Opened c, VoteRules rules) =>
        rules.Method.Value == VoteMethod.Paper ? c.Roll.Take(rules.CommitteeSize.Value).ToEquatableList() : [];

    private static CampaignCommand.ReceiveSeed Seed(CampaignState.Opened c, string purpose) => new($"{c.Key} {purpose}", CampaignStory.Drawn);

    private Officers Others(CampaignState.Opened c)
    {
        var members = c.Members ?? c.Roll;
        var head = chance.Of(members);
        return new(2021, head, members.Where(school => school != head).Take(chance.Below(3)).ToEquatableList());
    }
}
