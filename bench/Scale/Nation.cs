using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Journal;
using ClusterActors.Schools;

namespace ClusterActors.Bench.Scale;

/// <summary>
/// A nation in the middle of a year that every cluster has opened: the same one each time. Its streams are what their aggregates
/// make of them; only that each came by one operation instead of by many is not as in life.
/// </summary>
internal sealed class Nation(NationSize size)
{
    /// <summary>The campaign year that is under way.</summary>
    public const int Year = 2026;

    /// <summary>A person who is an official of the Academy.</summary>
    public const string Official = "p-official";

    private const int EventsOfAcademyAtOnce = 1_000;

    private static readonly string[] Provinces =
        ["Khánh Hòa", "Đồng Nai", "Thừa Thiên Huế", "Nghệ An", "Lâm Đồng", "Quảng Ngãi", "Cà Mau", "Bắc Giang", "Đắk Lắk", "Vĩnh Phúc"];

    private static readonly Guidance Guidance = new(Year, "1/HD", new(Year, 1, 5));

    public static string SchoolCode(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number:000000}");

    public static string ClusterCode(int number) => string.Create(CultureInfo.InvariantCulture, $"c{number:00000}");

    /// <summary>Each stream's in its own order, the streams in the order in which they came to be.</summary>
    public IEnumerable<Append> Appends()
    {
        foreach (var append in OfAcademy())
            yield return append;
        for (var cluster = 0; cluster < size.Clusters; cluster++)
        {
            var (code, roll) = (ClusterCode(cluster), Roll(cluster));
            foreach (var school in Numbers(cluster))
                yield return OfSchool(school, code);
            yield return OfCluster(cluster, roll);
            foreach (var append in new NationYear(cluster, code, roll).Appends())
                yield return append;
        }
    }

    /// <summary>Composed and not evolved: with each event the Academy's lists are made anew.</summary>
    private IEnumerable<Append> OfAcademy()
    {
        var schools = Enumerable.Range(0, size.Schools);
        var clusters = Enumerable.Range(0, size.Clusters);
        AcademyEvent[] events =
        [
            new AcademyEvent.OfficialAppointed(Official),
            .. schools.Select(n => new AcademyEvent.SchoolRegistered(SchoolCode(n), NameOf(n), ProvinceOf(n))),
            .. clusters.Select(n => new AcademyEvent.ClusterFormed(ClusterCode(n), Number: null, ClusterName(n), Roll(n))),
            new AcademyEvent.RegulationIssued(NationYear.Regulation),
            new AcademyEvent.GuidanceIssued(Guidance),
        ];
        var shown = AcademyDecider.Aggregate.View(AcademyState.Initial with { Officials = [Official], Regulations = [NationYear.Regulation], Guidance = [Guidance] });

        var head = History.None(AcademyKey.National.ToString());
        foreach (var part in events.Chunk(EventsOfAcademyAtOnce))
        {
            var append = StreamAppend.After(head, part, head.Version + part.Length == events.Length ? shown : null);
            head = head with { Version = append.NewVersion, Hash = append.Events[^1].Hash };
            yield return append;
        }
    }

    private static Append OfSchool(int number, string cluster) => StreamAppend.Whole(
        SchoolDecider.Aggregate,
        new SchoolKey(SchoolCode(number)),
        [
            new SchoolEvent.Registered(SchoolCode(number), NameOf(number), ProvinceOf(number)),
            new SchoolEvent.ClusterJoined(cluster),
            new SchoolEvent.Appointed($"p-{SchoolCode(number)}", Role.Principal),
        ]);

    private static Append OfCluster(int number, EquatableList<string> roll) => StreamAppend.Whole(
        ClusterDecider.Aggregate,
        new ClusterKey(ClusterCode(number)),
        [
            new ClusterEvent.Formed(ClusterCode(number), Number: null, ClusterName(number), roll),
            new ClusterEvent.OfficersAppointed(NationYear.Officers(roll), [.. roll.Skip(3)], "First officers"),
            new ClusterEvent.GuidanceReceived(Guidance, NationYear.Regulation),
            new ClusterEvent.YearOpened(Year),
        ]);

    private EquatableList<string> Roll(int cluster) => [.. Numbers(cluster).Select(SchoolCode)];

    private IEnumerable<int> Numbers(int cluster)
    {
        var schools = size.SchoolsOf(cluster);
        return Enumerable.Range(schools.Start.Value, schools.End.Value - schools.Start.Value);
    }

    private static string NameOf(int school) => $"Trường Chính trị tỉnh {ProvinceOf(school)}";

    private static string ProvinceOf(int school) => string.Create(CultureInfo.InvariantCulture, $"{Provinces[school % Provinces.Length]} {school}");

    private static string ClusterName(int number) => string.Create(CultureInfo.InvariantCulture, $"Cụm thi đua {number}");
}
