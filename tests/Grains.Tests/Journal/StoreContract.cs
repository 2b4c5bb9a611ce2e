using ClusterActors.Storage;

namespace ClusterActors.Tests.Journal;

/// <summary><see cref="JournalContract"/> and the promises of what is read across streams, for stores that people look into.</summary>
public abstract partial class StoreContract : JournalContract
{
    protected new IStore Store => (IStore)base.Store;

    protected sealed override async Task<IJournalStore> OpenJournalAsync() => await OpenAsync();

    /// <summary>Opens this test's store: an empty one the first time, after that the same one again.</summary>
    protected abstract Task<IStore> OpenAsync();
}
