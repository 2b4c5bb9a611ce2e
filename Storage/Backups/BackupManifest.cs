using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClusterActors.Journal;

namespace ClusterActors.Storage.Backups;

/// <summary>What a backup holds, in <c>manifest.json</c> beside its files.</summary>
public sealed record BackupManifest
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private const int KnownFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectRequiredConstructorParameters = true };

    public int Format { get; init; } = KnownFormat;

    /// <summary><see cref="Sqlite"/> or <see cref="Postgres"/>.</summary>
    public required string Store { get; init; }

    /// <summary><c>live</c> or <c>play</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the tables.</summary>
    public required int Schema { get; init; }

    /// <summary>The release of the program that wrote the backup.</summary>
    public required string Release { get; init; }

    /// <summary>When it was begun: whatever was acknowledged before is in it.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The last event that it holds.</summary>
    public required long Position { get; init; }

    /// <summary>The last checkpoint that it holds; null if none had been made.</summary>
    public required BackupCheckpoint? Checkpoint { get; init; }

    public required IReadOnlyList<BackupFile> Files { get; init; }

    /// <summary>SHA-256, in hexadecimal, of the manifest itself with this left empty.</summary>
    public string Seal { get; init; } = "";

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this with { Seal = SealOf(this) }, Json);

    /// <exception cref="BackupException"><c>backup_damaged</c>, <c>backup_too_new</c></exception>
    public static BackupManifest Read(byte[] written)
    {
        try
        {
            var format = JsonSerializer.Deserialize<FormatOnly>(written, Json)!.Format;
            if (format > KnownFormat)
                throw new BackupException(BackupException.TooNew, $"The backup has format {format}; this release knows up to {KnownFormat}.");
            var manifest = JsonSerializer.Deserialize<BackupManifest>(written, Json)!;
            if (manifest.Seal == SealOf(manifest))
                return manifest;
        }
        catch (Exception e) when (e is JsonException or NullReferenceException)
        {
            // Said below.
        }

        throw new BackupException(BackupException.Damaged, "The backup's manifest is not as it was written.");
    }

    /// <summary>What of a restored journal is not as the manifest has it; empty if all is.</summary>
    public IEnumerable<string> DifferencesTo(long position, Checkpoint? checkpoint)
    {
        if (position != Position)
            yield return $"The journal ends at position {position} and not at {Position}.";
        var found = checkpoint is null ? null : BackupCheckpoint.Of(checkpoint);
        if (found != Checkpoint)
            yield return $"The last checkpoint is {found?.ToString() ?? "none"} and not {Checkpoint?.ToString() ?? "none"}.";
    }

    private static string SealOf(BackupManifest manifest) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(manifest with { Seal = "" }, Json)));

    private sealed record FormatOnly(int Format);
}

/// <param name="Root">In hexadecimal.</param>
public sealed record BackupCheckpoint(long Number, long Position, string Root)
{
    public static BackupCheckpoint Of(Checkpoint checkpoint) => new(checkpoint.Number, checkpoint.Position, Convert.ToHexStringLower(checkpoint.Root));

    public override string ToString() => $"{Number} at position {Position}: {Root}";
}

/// <param name="Name">In the backup's folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">In hexadecimal.</param>
/// <param name="Columns">Of a table of PostgreSQL, in the file's order.</param>
public sealed record BackupFile(
    string Name, long Bytes, string Sha256, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Columns = null);
