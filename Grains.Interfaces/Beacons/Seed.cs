namespace ClusterActors.Beacons;

/// <summary>What a draw or a lot is made from: a checkpoint over the whole journal, made after the facts that the draw decides on.</summary>
/// <param name="Checkpoint">The checkpoint's number.</param>
/// <param name="Root">Its Merkle root, as lower-case hexadecimal.</param>
/// <param name="DrawnAt">When it was drawn, in milliseconds since 1970, UTC: a part of the seed, so that whoever has made the checkpoint still does not know it.</param>
[GenerateSerializer, Alias("seed")]
public sealed record Seed([property: Id(0)] long Checkpoint, [property: Id(1)] string Root, [property: Id(2)] long DrawnAt);
