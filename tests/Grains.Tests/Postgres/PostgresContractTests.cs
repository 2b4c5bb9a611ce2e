using System.Globalization;
using System.Reflection;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Postgres;

/// <summary>
/// Every promise of <see cref="StoreContract"/>, once for a store that is alone and once for one that is shared. They are found by
/// reflection because an inherited fact cannot be skipped where there is no server.
/// </summary>
[Collection(PostgresServer.Name)]
public sealed class PostgresContractTests(PrivatePostgres postgres)
{
    public static TheoryData<string, int> Promises
    {
        get
        {
            var promises = new TheoryData<string, int>();
            foreach (var promise in Methods())
            {
                for (var i = 0; i < Cases(promise).Count; i++)
                    promises.Add(promise.Name, i);
            }

            return promises;
        }
    }

    [PostgresTheory, MemberData(nameof(Promises))]
    public Task a_store_alone_on_its_database_keeps(string promise, int ofCases) => KeepsAsync(promise, ofCases, exclusive: true);

    [PostgresCiTheory, MemberData(nameof(Promises))]
    public Task a_store_that_others_may_share_keeps(string promise, int ofCases) => KeepsAsync(promise, ofCases, exclusive: false);

    private async Task KeepsAsync(string promise, int ofCases, bool exclusive)
    {
        var contract = new PostgresContract(await postgres.EmptiedAsync(), exclusive);
        await contract.InitializeAsync();
        try
        {
            var method = Methods().Single(method => method.Name == promise);
            await (Task)method.Invoke(contract, Cases(method)[ofCases])!;
        }
        finally
        {
            await contract.DisposeAsync();
        }
    }

    [Fact]
    public void every_promise_is_asked_for() => Assert.True(Promises.Count > 60, Promises.Count.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<MethodInfo> Methods() =>
        typeof(StoreContract).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private static List<object?[]> Cases(MethodInfo promise) => promise.GetCustomAttribute<FactAttribute>() is TheoryAttribute
        ? [.. promise.GetCustomAttributes<Xunit.Sdk.DataAttribute>().SelectMany(data => data.GetData(promise))]
        : [[]];
}
