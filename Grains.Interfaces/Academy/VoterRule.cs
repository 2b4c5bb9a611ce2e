namespace ClusterActors.Academy;

/// <summary>Which members have a vote; quorum and base are counted from them alone.</summary>
[GenerateSerializer, Alias("voter-rule")]
public enum VoterRule
{
    All,

    /// <summary>Who is not barred from what is voted on: from review in a vote on an award, from the posts in an election.</summary>
    NotBarred,

    /// <summary>Who has registered for the award; for no election.</summary>
    Registered,
}
