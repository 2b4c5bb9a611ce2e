using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterActors.Play.Data;

/// <summary>
/// Reads one JSON data file strictly: UTF-8 without a byte order mark, Unicode form C, no doubled or unknown keys, whole.
/// </summary>
internal static class DataFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="DataException">The file is missing or not as it must be.</exception>
    public static T Read<T>(string path)
    {
        var bytes = Bytes(path);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Strict) ?? throw new DataException(DataCode.Malformed, path, "holds null.");
        }
        catch (JsonException wrong)
        {
            throw new DataException(DataCode.Malformed, path, wrong.Message);
        }
    }

    /// <summary>The file's bytes once they are known to be sound JSON.</summary>
    public static byte[] Bytes(string path)
    {
        if (!File.Exists(path))
            throw new DataException(DataCode.Missing, path, "there is no such file.");
        var bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            throw new DataException(DataCode.ByteOrderMark, path, "begins with a byte order mark.");
        Scan(path, bytes);
        return bytes;
    }

    private static void Scan(string path, byte[] bytes)
    {
        var keys = new Stack<HashSet<string>?>();
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, state: default);
        var read = false;
        try
        {
            if (!StrictUtf8.GetString(bytes).IsNormalized(NormalizationForm.FormC))
                throw new DataException(DataCode.NotNormalised, path, "is not in Unicode normalisation form C.");
            for (; reader.Read(); read = true)
                Look(path, ref reader, keys);
        }
        catch (Exception wrong) when (wrong is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw new DataException(DataCode.Malformed, path, wrong.Message);
        }

        if (!read || reader.CurrentDepth > 0 || reader.BytesConsumed < bytes.AsSpan().TrimEnd(" \t\r\n"u8).Length)
            throw new DataException(DataCode.Truncated, path, "ends before its JSON does.");
    }

    private static void Look(string path, ref Utf8JsonReader reader, Stack<HashSet<string>?> keys)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                keys.Push(new(StringComparer.Ordinal));
                break;
            case JsonTokenType.StartArray:
                keys.Push(null);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                keys.Pop();
                break;
            case JsonTokenType.Null when keys.TryPeek(out var around) && around is null:
                throw new DataException(DataCode.Malformed, path, "holds a null in a list.");
            case JsonTokenType.String when !reader.GetString()!.IsNormalized(NormalizationForm.FormC):
                throw new DataException(DataCode.NotNormalised, path, "holds a text that is not in Unicode normalisation form C.");
            case JsonTokenType.PropertyName when !keys.Peek()!.Add(reader.GetString()!):
                throw new DataException(DataCode.DuplicateKey, path, $"has the key '{reader.GetString()}' twice in one object.");
            default:
                break;
        }
    }
}
