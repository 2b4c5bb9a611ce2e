using ClusterActors.Academy;
using ClusterActors.Statistics;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

internal sealed class PostgresNationalViews(PostgresReads reads) : INationalViews
{
    public Task<IReadOnlyList<ClusterStanding>> ClustersOfAsync(int year, DateOnly today, CancellationToken cancel = default) =>
        AllAsync<ClusterStanding>(NationalSql.Clusters, cancel, Value(year), Value(today));

    public Task<IReadOnlyList<SchoolScore>> ScoresOfAsync(int year, CancellationToken cancel = default) =>
        AllAsync<SchoolScore>(NationalSql.Scores, cancel, Value(year));

    public Task<IReadOnlyList<AwardNomination>> AwardsOfAsync(int year, CancellationToken cancel = default) =>
        AllAsync<AwardNomination>(NationalSql.Awards, cancel, Value(year));

    public Task<IReadOnlyList<ClusterOfficers>> OfficersOfAsync(int year, CancellationToken cancel = default) =>
        AllAsync<ClusterOfficers>(NationalSql.Officers, cancel, Value(year));

    public Task<IReadOnlyList<RollReport>> ReportsOfAsync(int first, int last, ReportPeriod period, CancellationToken cancel = default) =>
        AllAsync<RollReport>(StatisticsSql.Reports, cancel, Value(first), Value(last), Value(JsonRow.NameOf(period)));

    public Task<IReadOnlyList<Succession>> SuccessionsAsync(CancellationToken cancel = default) => AllAsync<Succession>(StatisticsSql.Successions, cancel);

    public async Task<EquatableList<Indicator>> IndicatorsOfAsync(int year, CancellationToken cancel = default) =>
        (await AllAsync<EquatableList<Indicator>>(StatisticsSql.Indicators, cancel, Value(year))).FirstOrDefault([]);

    public Task<SchoolHistory?> HistoryOfAsync(string school, CancellationToken cancel = default) => reads.FirstAsync(
        SchoolSql.History, Read<SchoolHistory>, cancel, Value(new SchoolKey(school).ToString()), Value(school));

    public async Task<SchoolPage> SearchSchoolsAsync(string text, string? after, int limit, CancellationToken cancel = default) => JsonRow.Page(
        await reads.AllAsync(SchoolSql.Search, Read<SchoolFound>, cancel, Value(after ?? ""), Value(text), Value(limit + 1L)),
        limit);

    private async Task<IReadOnlyList<T>> AllAsync<T>(string sql, CancellationToken cancel, params NpgsqlParameter[] values) =>
        await reads.AllAsync(sql, Read<T>, cancel, values);

    private static T Read<T>(NpgsqlDataReader row) => JsonRow.Read<T>(row.GetString(0));
}
