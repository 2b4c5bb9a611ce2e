namespace ClusterActors.Storage;

/// <summary>In which phases a step with a deadline is still wanted; later phases have gone past it.</summary>
internal static class OpenSteps
{
    /// <summary>A common table expression that both databases understand.</summary>
    public const string Table = """
        open_steps(step, phase) AS (VALUES
          ('registration', 'guided'), ('registration', 'pact-open'), ('registration', 'running'), ('registration', 'mid-year-reviewed'),
          ('pact-signature', 'guided'), ('pact-signature', 'pact-open'), ('pact-signature', 'running'),
          ('self-scores', 'guided'), ('self-scores', 'pact-open'), ('self-scores', 'running'), ('self-scores', 'mid-year-reviewed'),
          ('self-scores', 'self-scoring'),
          ('findings', 'guided'), ('findings', 'pact-open'), ('findings', 'running'), ('findings', 'mid-year-reviewed'),
          ('findings', 'self-scoring'), ('findings', 'drawing'), ('findings', 'cross-inspection'))
        """;
}
