using System.Text;

namespace ClusterActors.Tests.Fuzz;

/// <summary>A text is no key of a kind, or it is exactly what that key is written as.</summary>
internal sealed class KeysTarget : IFuzzTarget
{
    private static readonly Func<string, IGrainKey>[] Parsers =
    [
        key => AcademyKey.Parse(key), key => SchoolKey.Parse(key), key => ClusterKey.Parse(key), key => CampaignKey.Parse(key),
        key => InspectionKey.Parse(key), key => ElectionKey.Parse(key), key => BeaconKey.Parse(key), key => PlayClockKey.Parse(key),
        key => StatisticsKey.Parse(key), key => InboxKey.Parse(key), key => DocumentKey.Parse(key), key => ActivitiesKey.Parse(key),
        key => CouncilKey.Parse(key), key => StandardKey.Parse(key), key => AssessmentKey.Parse(key),
    ];

    public string Name => "keys";

    public Task RunAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var parsed = Parsers.Select(parse => Parse(parse, text)).OfType<IGrainKey>().ToList();
        Assert.All(parsed, key => Assert.Equal(text, key.ToString()));
        Assert.True(parsed.Count <= 1, $"'{text}' is a key of several kinds");
        return Task.CompletedTask;
    }

    private static IGrainKey? Parse(Func<string, IGrainKey> parse, string text)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
