using ClusterActors.Play.Data;

namespace ClusterActors.Play;

/// <summary>What is played, and what is told of it afterwards.</summary>
internal interface IPlay
{
    IReadOnlyList<Act> Acts();

    /// <summary>What it came to, as one JSON object or as a table.</summary>
    Task<string> OutcomeAsync(bool json);
}

internal sealed class YearPlay(Dataset data, NationalScript script) : IPlay
{
    public IReadOnlyList<Act> Acts() => script.Acts();

    public async Task<string> OutcomeAsync(bool json)
    {
        var outcome = new Outcome(data.Year, await script.OutcomesAsync());
        return json ? outcome.ToJson() : outcome.Clusters is [var one] ? ClusterTable.Of(outcome.Year, one) : NationalTable.Of(outcome);
    }
}

internal sealed class HistoryPlay(History history, Api api) : IPlay
{
    public IReadOnlyList<Act> Acts() => new HistoryScript(history, api).Acts();

    public async Task<string> OutcomeAsync(bool json)
    {
        var outcome = await new HistoryReading(history, api).ReadAsync();
        return json ? outcome.ToJson() : HistoryTable.Of(outcome);
    }
}
