namespace ClusterActors.Gateway;

/// <summary>The clock of a played folder, as this process keeps it.</summary>
public interface IPlayTime
{
    /// <summary>The journal has accepted this time; the clock goes there unless it is further already.</summary>
    void MovedTo(DateTimeOffset time);
}
