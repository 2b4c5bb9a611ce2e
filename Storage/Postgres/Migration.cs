using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace ClusterActors.Storage.Postgres;

/// <summary>One step of the tables, from an embedded file <c>0001_name.sql</c>; a file that has been released is never changed.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const string Prefix = "postgres/";

    public static IReadOnlyList<Migration> All { get; } = Load();

    public static string Roles { get; } = Resource(Prefix + "roles");

    public byte[] Checksum { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Sql));

    private static List<Migration> Load() =>
    [
        .. from resource in typeof(Migration).Assembly.GetManifestResourceNames()
           where resource.StartsWith(Prefix, StringComparison.Ordinal) && char.IsAsciiDigit(resource[Prefix.Length])
           let name = resource[Prefix.Length..]
           orderby name
           select new Migration(int.Parse(name[..4], CultureInfo.InvariantCulture), name[5..], Resource(resource)),
    ];

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{name}' is not embedded.");
        using var text = new StreamReader(stream, Encoding.UTF8);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
