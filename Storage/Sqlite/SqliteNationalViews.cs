using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Statistics;

namespace ClusterActors.Storage.Sqlite;

internal sealed class SqliteNationalViews(SqliteReaders readers) : INationalViews
{
    public Task<IReadOnlyList<ClusterStanding>> ClustersOfAsync(int year, DateOnly today, CancellationToken cancel = default) =>
        AllAsync<ClusterStanding>(NationalSql.Clusters, cancel, year, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Task<IReadOnlyList<SchoolScore>> ScoresOfAsync(int year, CancellationToken cancel = default) =>
        AllAsync<SchoolScore>(NationalSql.Scores, cancel, year);

    public Task<IReadOnlyList<AwardNomination>> AwardsOfAsync(int year, CancellationToken cancel = default) =>
        AllAsync<AwardNomination>(NationalSql.Awards, cancel, year);

    public Task<IReadOnlyList<ClusterOfficers>> OfficersOfAsync(int year, CancellationToken cancel = default) =>
        AllAsync<ClusterOfficers>(NationalSql.Officers, cancel, year);

    public Task<IReadOnlyList<RollReport>> ReportsOfAsync(int first, int last, ReportPeriod period, CancellationToken cancel = default) =>
        AllAsync<RollReport>(StatisticsSql.Reports, cancel, first, last, JsonRow.NameOf(period));

    public Task<IReadOnlyList<Succession>> SuccessionsAsync(CancellationToken cancel = default) => AllAsync<Succession>(StatisticsSql.Successions, cancel);

    public async Task<EquatableList<Indicator>> IndicatorsOfAsync(int year, CancellationToken cancel = default) =>
        (await AllAsync<EquatableList<Indicator>>(StatisticsSql.Indicators, cancel, year)).FirstOrDefault([]);

    public Task<SchoolHistory?> HistoryOfAsync(string school, CancellationToken cancel = default) => readers.ReadAsync(
        db => db.First(SchoolSql.History, row => JsonRow.Read<SchoolHistory>(row.GetString(0)), new SchoolKey(school).ToString(), school),
        cancel);

    public Task<SchoolPage> SearchSchoolsAsync(string text, string? after, int limit, CancellationToken cancel = default) => readers.ReadAsync(
        db => JsonRow.Page(
            db.All(SchoolSql.Search, row => JsonRow.Read<SchoolFound>(row.GetString(0)), after ?? "", text, limit + 1L),
            limit),
        cancel);

    private Task<IReadOnlyList<T>> AllAsync<T>(string sql, CancellationToken cancel, params object[] values) =>
        readers.ReadAsync<IReadOnlyList<T>>(db => db.All(sql, row => JsonRow.Read<T>(row.GetString(0)), values), cancel);
}
