using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

public abstract partial record CampaignCommand
{
    /// <summary>A school says which awards it contends for; anew with a reason.</summary>
    /// <param name="Awards">Empty: it contends for none.</param>
    [GenerateSerializer, Alias("register-for-awards")]
    public sealed record RegisterForAwards(
        [property: Id(0)] string School, [property: Id(1)] EquatableList<Award> Awards, [property: Id(2)] string? Reason = null) : CampaignCommand;
}

/// <summary>What a school contends for.</summary>
public sealed record RegistrationView(string School, EquatableList<Award> Awards, bool Late);
