namespace ClusterActors.Bench.Scale;

/// <summary>How many schools a made-up nation has, and in how many clusters.</summary>
internal sealed record NationSize(int Schools, int Clusters)
{
    /// <summary>The numbers of the cluster's schools.</summary>
    public Range SchoolsOf(int cluster) => First(cluster)..First(cluster + 1);

    private int First(int cluster) => (int)((long)Schools * cluster / Clusters);
}
