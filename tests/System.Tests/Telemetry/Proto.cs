using System.Text;

namespace ClusterActors.Tests.Telemetry;

/// <summary>A message in protobuf's wire format, read by field numbers.</summary>
internal sealed class Proto(ReadOnlyMemory<byte> bytes)
{
    private readonly ILookup<int, ReadOnlyMemory<byte>> fields = Read(bytes).ToLookup(field => field.Number, field => field.Value);

    public IEnumerable<Proto> All(int field) => fields[field].Select(value => new Proto(value));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    private byte[] Bytes(int field) => fields[field].LastOrDefault().ToArray();

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Value)> Read(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            var length = (tag & 7) switch
            {
                0 => VarintLength(bytes),
                1 => sizeof(ulong),
                2 => (int)Varint(ref bytes),
                5 => sizeof(uint),
                var other => throw new FormatException($"Wire type {other}."),
            };
            yield return ((int)(tag >> 3), bytes[..length]);
            bytes = bytes[length..];
        }
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> bytes)
    {
        var (value, length) = (0UL, VarintLength(bytes));
        for (var i = 0; i < length; i++)
            value |= (ulong)(bytes.Span[i] & 0x7f) << (7 * i);
        bytes = bytes[length..];
        return value;
    }

    private static int VarintLength(ReadOnlyMemory<byte> bytes) => bytes.Span.IndexOfAnyInRange((byte)0, (byte)0x7f) + 1;
}

/// <summary>A span as it was received.</summary>
internal sealed record Span(string Trace, string Id, string Parent, string Name, string Source, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<(string Trace, string Id)> Links)
{
    public static List<Span> In(IEnumerable<byte[]> requests) =>
    [
        .. from request in requests
           from resource in new Proto(request).All(1)
           from scope in resource.All(2)
           from span in scope.All(2)
           select new Span(
               span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), scope.All(1).Single().Text(1),
               span.All(9).ToDictionary(a => a.Text(1), a => a.All(2).Single().Text(1)),
               [.. span.All(13).Select(link => (link.Hex(1), link.Hex(2)))]),
    ];
}
