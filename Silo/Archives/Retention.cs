using System.Globalization;
using System.Text.Json;
using ClusterActors.Campaigns;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>For how long a closed year is kept, as data. Nothing is ever deleted by it: it tells people what they may decide upon.</summary>
/// <param name="Year">Of a year in which no award stands.</param>
/// <param name="YearWithAward">Of one in which the Academy has granted an award that stands.</param>
internal sealed record Retention(RetentionPeriod Year, RetentionPeriod YearWithAward)
{
    /// <exception cref="FormatException">The file holds no such periods.</exception>
    public static Retention Read(string path)
    {
        try
        {
            var read = CanonicalJson.Read<Retention>(File.ReadAllBytes(path));
            return new[] { read.Year, read.YearWithAward }.All(period => period.Years is > 0 and <= 1000) ? read : throw new FormatException($"'{path}': a period has 1 to 1000 years.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"'{path}': {wrong.Message}", wrong);
        }
    }

    /// <summary>The closed years whose period has passed, the longest first; ones that are due on the same day by cluster.</summary>
    /// <param name="on">The day, in Vietnam.</param>
    /// <exception cref="JournalException">The store cannot answer, or holds events of another release.</exception>
    public async Task<IReadOnlyList<DueYear>> DueAsync(IJournalReader reader, DateOnly on, CancellationToken cancel)
    {
        var events = new EventTypes<CampaignEvent>();
        var closed = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var awards = new HashSet<(string Stream, Academy.Award Award, string School)>();
        await foreach (var e in reader.ReadAllAsync(0, cancel))
        {
            if (!e.Stream.StartsWith(CampaignKey.Kind + ":", StringComparison.Ordinal) || e.Type == StepAnswered.TypeName)
                continue;
            switch (events.Read(e))
            {
                case CampaignEvent.YearClosed or CampaignEvent.YearEnded: closed[e.Stream] = VietnamTime.DayOf(e.RecordedAt); break;
                case CampaignEvent.AwardGranted granted: awards.Add((e.Stream, granted.Award, granted.School)); break;
                case CampaignEvent.AwardRevoked revoked: awards.Remove((e.Stream, revoked.Award, revoked.School)); break;
                default: break;
            }
        }

        return
        [
            .. closed.Select(year => (year.Key, ClosedOn: year.Value, Period: awards.Any(award => award.Stream == year.Key) ? YearWithAward : Year))
                .Select(year => new DueYear(CampaignKey.Parse(year.Key), year.ClosedOn, year.ClosedOn.AddYears(year.Period.Years), year.Period))
                .Where(year => year.KeptUntil < on)
                .OrderBy(year => year.KeptUntil).ThenBy(year => year.Year.ToString(), StringComparer.Ordinal),
        ];
    }
}

/// <param name="Years">After the closing of the year.</param>
internal sealed record RetentionPeriod(int Years, string Source);

/// <param name="KeptUntil">The last day of its period.</param>
internal sealed record DueYear(CampaignKey Year, DateOnly ClosedOn, DateOnly KeptUntil, RetentionPeriod Period)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Year.Cluster} {Year.Year}: closed on {ClosedOn:yyyy-MM-dd}, to be kept until {KeptUntil:yyyy-MM-dd} ({Period.Years} years: {Period.Source})");
}
