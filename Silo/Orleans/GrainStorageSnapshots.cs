using ClusterActors.Storage;
using Orleans.Storage;

namespace ClusterActors.Silo;

/// <summary>
/// Snapshots through a storage provider of Orleans. Not by a facet of the grain: one whose row cannot be read leaves a grain
/// that cannot be activated.
/// </summary>
internal sealed class GrainStorageSnapshots(IGrainStorage storage) : ISnapshotStore
{
    public async Task<byte[]?> FindAsync(string stream) => (await ReadAsync(stream)).State?.Bytes;

    public async Task KeepAsync(string stream, byte[] snapshot)
    {
        var stored = await ReadAsync(stream);
        stored.State = new() { Bytes = snapshot };
        await storage.WriteStateAsync(GrainState.Kind, Id(stream), stored);
    }

    private async Task<GrainState<Content>> ReadAsync(string stream)
    {
        var stored = new GrainState<Content>();
        await storage.ReadStateAsync(GrainState.Kind, Id(stream), stored);
        return stored;
    }

    private static GrainId Id(string stream) => GrainId.Create(GrainState.Kind, stream);

    /// <summary>What a row holds; no bytes where there is no row.</summary>
    private sealed class Content
    {
        public byte[]? Bytes { get; init; }
    }

    /// <summary>The bytes as they are: a row that cannot be understood can still be read, and so replaced.</summary>
    internal sealed class Serializer : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => new((input as Content)?.Bytes ?? throw NoContent(typeof(T)));

        public T Deserialize<T>(BinaryData input) => new Content { Bytes = input.ToArray() } is T content ? content : throw NoContent(typeof(T));

        private static NotSupportedException NoContent(Type type) => new($"Only snapshots are kept here, and {type} is none.");
    }
}
