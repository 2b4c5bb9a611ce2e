using System.Text;
using System.Text.Encodings.Web;

namespace ClusterActors.Tests.Telemetry;

/// <summary>Looks for texts and bytes that must not be there, in every form in which they could get into a log or a protocol.</summary>
internal static class Secrets
{
    public static IEnumerable<string> FoundIn(IEnumerable<byte[]> collected, IEnumerable<byte[]> secrets)
    {
        var all = collected.ToList();
        return secrets.SelectMany(secret => Forms(secret).Where(form => all.Any(bytes => bytes.AsSpan().IndexOf(form) >= 0)).Select(_ => Encoding.UTF8.GetString(secret))).Distinct();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<byte[]> Forms(byte[] secret)
    {
        var text = Encoding.UTF8.GetString(secret);
        yield return secret;
        yield return Utf8(Convert.ToHexStringLower(secret));
        yield return Utf8(Convert.ToHexString(secret));
        yield return Utf8(BitConverter.ToString(secret));
        yield return Utf8(Uri.EscapeDataString(text));
        yield return Utf8(JavaScriptEncoder.Default.Encode(text));
        yield return Encoding.Unicode.GetBytes(text);
        for (var offset = 0; offset < 3; offset++)
        {
            // Without the characters that share bits with what stands before and behind.
            var encoded = Convert.ToBase64String([.. new byte[offset], .. secret]).TrimEnd('=');
            var begins = offset == 0 ? 0 : offset + 1;
            var ends = (offset + secret.Length) * 8 / 6;
            yield return Utf8(encoded[begins..ends]);
            yield return Utf8(encoded[begins..ends].Replace('+', '-').Replace('/', '_'));
        }
    }
}
