using System.Data.Common;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Bench.Stores;

/// <summary>A database of one measurement: without rows at first, and gone afterwards.</summary>
internal interface IFreshDatabase : IAsyncDisposable
{
    /// <summary>Opens the store over it.</summary>
    Task<IStore> OpenAsync();

    /// <summary>What a server is told so that it opens this database's store, beside a data folder of its own.</summary>
    /// <param name="folder">Its data folder, where the database needs one.</param>
    IReadOnlyList<string> ServerArguments(string folder);

    /// <summary>Closes the store, so that it has written everything.</summary>
    Task CloseAsync();

    /// <summary>The operations that each commit of the store had, in order; each operation has one event. The store must be closed.</summary>
    IReadOnlyList<IReadOnlyList<string>> Commits();

    /// <summary>
    /// Writes rows as the driver does it, with no store over the database: one thread that has nothing else to do, into the store's
    /// own tables with their indexes and without their triggers, which are the store's guard and no part of the rows.
    /// </summary>
    /// <returns>How long each of the timed commits took.</returns>
    Task<IReadOnlyList<TimeSpan>> WriteRowsAsync(IReadOnlyList<Append[]> untimed, IReadOnlyList<Append[]> timed);

    /// <summary>An open connection for a look at the rows.</summary>
    DbConnection Connect();
}
