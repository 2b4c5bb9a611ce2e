using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Simulation;
using ClusterActors.Statistics;

namespace ClusterActors.Tests.Simulation;

/// <param name="Name">As the table in docs/simulation.md has it.</param>
/// <param name="Law">What speaks of it, and so has to find it; where two do, with "or" between.</param>
internal sealed record DeliberateFault(string Name, string Law, Func<Parts> Worse);

/// <summary>Faults that production might have, each made by putting something worse in the place of a port or a function.</summary>
internal static class DeliberateFaults
{
    private const string NotVerified = "the journal does not verify";

    public static IReadOnlyList<DeliberateFault> All { get; } =
    [
        new("the fence is dropped", Invariant(8), () => WorseParts.Journal(async (journal, append) =>
            await journal.AppendAsync(append) is var result and not AppendResult.Conflict ? result : await WorseParts.ForcedAsync(journal, append, append.OperationId))),
        new("a refusal is not fenced", Invariant(18), () => WorseParts.Journal(async (journal, append) =>
            append.Events.Count == 0 ? new AppendResult.Appended() : await journal.AppendAsync(append))),
        new("an acknowledged write is lost", $"{Invariant(9)} or {Invariant(18)}", () =>
        {
            var writes = 0;
            return WorseParts.Journal(async (journal, append) =>
                append.SettlesMessage is null && ++writes % 40 == 0 ? new AppendResult.Appended() : await journal.AppendAsync(append));
        }),
        new("a repetition is carried out again", $"{Invariant(9)} or {Invariant(18)}", () =>
        {
            var again = 0;
            return WorseParts.Journal(async (journal, append) =>
                await journal.AppendAsync(append) is var result && (result is not AppendResult.Duplicate || append.OperationId.Contains(':', StringComparison.Ordinal))
                ? result
                : await WorseParts.ForcedAsync(journal, append, $"{append.OperationId}'{++again}"));
        }),
        new("an operation is answered with another's answer", $"{Invariant(8)} or {Invariant(9)} or {Invariant(18)}", () =>
        {
            var latest = Array.Empty<byte>();
            return WorseParts.Journal(async (journal, append) =>
            {
                var result = await journal.AppendAsync(append);
                if (result is AppendResult.Duplicate stored && latest.Length > 0)
                    return new AppendResult.Duplicate(stored.RequestHash, stored.Actor, latest);
                latest = append.Answer;
                return result;
            });
        }),
        new("an event does not join on to the one before", nameof(JournalException), () => WorseParts.Journal((journal, append) => journal.AppendAsync(
            append.Events is [var first, ..] && first.Version > 20 ? append with { Events = [first with { PreviousHash = Chain.Start }, .. append.Events.Skip(1)] } : append))),
        new("an entry is in another's name", Invariant(20), () => WorseParts.Journal((journal, append) =>
            journal.AppendAsync(append.Events.Count == 0 ? append : append with { Actor = "nobody" }))),
        new("an entry is changed afterwards", NotVerified, () => new() { Reader = reader => new WorseReader(reader) { Event = e => e.Position == 60 ? e with { Actor = "nobody" } : e } }),
        new("the root of a checkpoint is wrong", NotVerified, () => new() { Reader = reader => new WorseReader(reader) { Checkpoint = c => c with { Root = Chain.Start } } }),
        new("a grain believes what is no longer so", Invariant(22), () => WorseParts.Reading(history => history.Events.Count < 2 ? history : history with
        {
            Version = history.Version - 1, Hash = history.Events[^2].Hash, Events = [.. history.Events.SkipLast(1)],
        })),
        new("a message is sent before its commit", Invariant(20), () =>
        {
            var early = new List<OutboxMessage>();
            var worse = WorseParts.Journal(async (journal, append) =>
            {
                early.AddRange(append.Messages);
                var result = await journal.AppendAsync(append);
                if (result is AppendResult.Appended)
                    early.RemoveAll(append.Messages.Contains);
                return result;
            });
            return worse with
            {
                Outbox = WorseParts.Leasing(leased =>
                {
                    var sent = early.Select(message => new LeasedMessage(message, 1)).ToList();
                    early.Clear();
                    return [.. leased, .. sent];
                }),
            };
        }),
        new("messages overtake one another", Invariant(20), () =>
        {
            var (waiting, withheld) = (new List<OutboxMessage>(), new HashSet<string>(StringComparer.Ordinal));
            var worse = WorseParts.Journal(async (journal, append) =>
            {
                var result = await journal.AppendAsync(append);
                if (result is AppendResult.Appended)
                    waiting.AddRange(append.Messages);
                return result;
            });
            return worse with
            {
                Outbox = WorseParts.Leasing(leased => [.. leased.Where(one => one.Message.Source != "academy:vn" || !withheld.Add(one.Message.Id)).Select(one =>
                {
                    var latest = waiting.FindLast(m => m.Source == one.Message.Source && m.Target == one.Message.Target) ?? one.Message;
                    waiting.Remove(latest);
                    return one with { Message = latest };
                })]),
            };
        }),
        new("a message is carried to another target", Invariant(20), () => new()
        {
            Outbox = WorseParts.Leasing(leased => [.. leased.Select(one => one.Message.Target == "school:school-2" ? one with { Message = one.Message with { Target = "school:school-1" } } : one)]),
        }),
        new("a message is carried twice under two names", Invariant(20), () => new()
        {
            Outbox = WorseParts.Leasing(leased => [.. leased.Select(one => one.Tries == 1 ? one : one with { Message = one.Message with { Id = one.Message.Id + "'" } })]),
        }),
        new("a message is never carried", Invariant(22), () => new()
        {
            Outbox = WorseParts.Leasing(leased => [.. leased.Where(one => !one.Message.Target.StartsWith("inspection:", StringComparison.Ordinal))]),
        }),
        new("a lease takes the whole minute", Invariant(22), () => new()
        {
            Carrying = DispatcherOptions.Default with { Lease = TimeSpan.FromSeconds(60), LongestDelay = TimeSpan.FromSeconds(30) },
        }),
        new("step-answered is lost", Invariant(20), () => WorseParts.Journal((journal, append) =>
            journal.AppendAsync(append.SettlesMessage is null ? append : append with { Events = [], View = null }))),
        new("a deadline is a day late", Invariant(18), () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
            state, command, command is CampaignCommand.SubmitSelfScores ? context with { RecordedAt = context.RecordedAt.AddDays(-1) } : context))),
        new("a deadline is a day early", Invariant(18), () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
            state, command, command is CampaignCommand.SignPact ? context with { RecordedAt = context.RecordedAt.AddDays(1) } : context))),
        new("a deadline is a minute late", Invariant(18), () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
            state, command, command is CampaignCommand.SignPact ? context with { RecordedAt = context.RecordedAt.AddMinutes(-1) } : context))),
        new("lateness is forgotten", Invariant(18), () => WorseParts.Campaign(e => e is CampaignEvent.PactSigned signed ? signed with { Late = false } : e)),
        new("totals are rounded by another rule", Invariant(15), () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
            command is CampaignCommand.FixRanking && state is CampaignState.Opened c ? RoundedToEven(c) : state, command, context))),
        new("a bonus is not capped", Invariant(15), () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
            command is CampaignCommand.FixRanking && state is CampaignState.Opened c ? Uncapped(c) : state, command, context))),
        new("the share of a vote is one of those present", Invariant(12), () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
            Counted(state, rules => rules with { Base = new(PercentageBase.Cast, "fault") }), command, context))),
        new("the tie chain is read backwards", Invariant(4), () => WorseParts.Campaign((state, command, context) => CampaignDecider.Decide(
            Counted(state, rules => rules with { TieChain = new(rules.TieChain.Value.Reverse().ToEquatableList(), "fault") }), command, context))),
        new("ranks follow the order of the schools", Invariant(16), () => WorseParts.Campaign(e => e is CampaignEvent.RankingFixed r
            ? r with { Ranking = r.Ranking.Select((row, index) => row with { Rank = r.Ranking.Count - index }).ToEquatableList() }
            : e)),
        new("a count has a ballot too many", Invariant(3), () => WorseParts.Campaign(e => e is CampaignEvent.CountRecorded r
            ? r with { Count = r.Count with { Invalid = r.Count.Invalid + 1 } }
            : e)),
        new("an acknowledged vote is changed", Invariant(20), () => WorseParts.Campaign(e => e is CampaignEvent.VotedOpenly { Choices.Count: > 0 } v
            ? v with { Choices = [] }
            : e)),
        new("a vote in an election is dropped", Invariant(20), () => WorseParts.Election((state, command, context) => ElectionDecider.Decide(
            state, command is ElectionCommand.VoteOpenly vote ? vote with { Choices = [] } : command, context))),
        new("the line of succession is turned round", Invariant(20), () => WorseParts.Cluster((state, command, context) => ClusterDecider.Decide(
            state, command is ClusterCommand.AppointOfficers a ? a with { Queue = a.Queue.Reverse().ToEquatableList() } : command, context))),
        new("a school inspects itself", Invariant(14), () => WorseParts.Campaign(e => e is CampaignEvent.InspectionsDrawn d
            ? d with { Pairs = [new(d.Pairs[0].Inspected, d.Pairs[0].Inspected), .. d.Pairs.Skip(1)] }
            : e)),
        new("a school is inspected by too few", Invariant(14), () => WorseParts.Campaign(e => e is CampaignEvent.InspectionsDrawn d
            ? d with { Pairs = d.Pairs.Skip(1).ToEquatableList() }
            : e)),
        new("there are two heads", Invariant(11), () => WorseParts.Campaign(e => e is CampaignEvent.Opened o
            ? o with { Officers = new(o.Officers.Year, o.Officers.Deputies[0], []) }
            : e)),
        new("a school keeps a place for a second award", Invariant(23), () => WorseParts.School((state, command, context) => SchoolDecider.Decide(
            command is SchoolCommand.ReserveAward && state is SchoolState.Registered school ? school with { Awards = [] } : state, command, context))),
        new("an acknowledged figure is changed", Invariant(20), () => WorseParts.Statistics(StatisticsDecider.Aggregate with
        {
            Decide = (state, command, context) => StatisticsDecider.Decide(
                state, command is StatisticsCommand.SubmitReport s ? s with { Figures = Certain(s.Figures) } : command, context),
        })),
        new("a figure is shown as more certain than it is", Invariant(17), () => WorseParts.Statistics(StatisticsDecider.Aggregate with
        {
            View = state => StatisticsDecider.Aggregate.View(state) is { Document: StatisticsView shown } view
                ? view with { Document = shown with { Reports = shown.Reports.Select(r => r with { Figures = Certain(r.Figures) }).ToEquatableList() } }
                : null,
        })),
        new("a signature that lapses with a merger binds the heir", Invariant(20), () => WorseParts.Campaign((state, command, context) =>
            CampaignDecider.Decide(state, command, context) is Decision<CampaignEvent>.Accept { Events: [CampaignEvent.MembersMerged { Heir: not null, Carried: null } merged, ..] }
            && state is CampaignState.Opened c
                ? merged with { Carried = c.Pact.Signatures.FirstOrDefault(s => merged.Left.Contains(s.School)) }
                : CampaignDecider.Decide(state, command, context))),
        new("an heir's sheet is lost", Invariant(20), () => WorseParts.Campaign(e => e is CampaignEvent.MembersMerged merged ? merged with { Inherited = null } : e)),
        new("nobody is asked who inspects instead of a merged school", Invariant(14), () => WorseParts.Campaign(e => e is CampaignEvent.MembersMerged merged
            ? merged with { Items = merged.Items.Where(item => item.Kind != OpenItemKind.Inspector).ToEquatableList() }
            : e)),
        new("a merged school keeps its post", $"{Invariant(11)} or {Invariant(20)}", () => WorseParts.Cluster((state, command, context) =>
            ClusterDecider.Decide(state, command, context) is Decision<ClusterEvent>.Accept { Events: [ClusterEvent.MembersMerged merged] } && state is ClusterState.Formed cluster
                ? merged with { Posts = new(cluster.InOffice, cluster.Queue, cluster.Proposed, cluster.Recognised, cluster.Vacancy) }
                : ClusterDecider.Decide(state, command, context))),
        new("a phase goes back", Invariant(10), () => WorseParts.Campaign(e => e is CampaignEvent.FindingsReceived
            ? new CampaignEvent.SelfScoringOpened()
            : e)),
    ];

    private static EquatableList<Figure> Certain(EquatableList<Figure> figures) => figures.Select(f => f with { Qualifier = Qualifier.Exact }).ToEquatableList();

    private static string Invariant(int number) => FormattableString.Invariant($"invariant {number}");

    private static CampaignState.Opened RoundedToEven(CampaignState.Opened c) => c with
    {
        Regulation = c.Regulation with { Scores = c.Regulation.Scores with { Rounding = new(Rounding.HalfToEven, "fault") } },
    };

    private static CampaignState Counted(CampaignState state, Func<VoteRules, VoteRules> otherwise) => state is not CampaignState.Opened c ? state : c with
    {
        Votes = c.Votes.Select(vote => vote with { Rules = otherwise(vote.Rules) }).ToEquatableList(),
    };

    private static CampaignState.Opened Uncapped(CampaignState.Opened c) => c with
    {
        Regulation = c.Regulation with { Scores = c.Regulation.Scores with { BonusCap = new(1000, "fault") } },
    };
}
