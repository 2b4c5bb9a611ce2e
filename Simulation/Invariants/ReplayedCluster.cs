using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A cluster's members, officers and line of succession as its acknowledged operations make them.</summary>
internal sealed class ReplayedCluster
{
    private readonly List<int> guided = [];
    private readonly List<int> opened = [];
    private readonly List<string> signatures = [];
    private EquatableList<string> members = [];
    private EquatableList<string> queue = [];
    private Officers? inOffice;
    private Officers? proposed;
    private Officers? recognised;
    private Vacancy? vacancy;
    private Inventory? inventory;
    private int? election;

    public void Carry(object command)
    {
        switch (command)
        {
            case ClusterCommand.Form x: members = x.Members; break;
            case ClusterCommand.ReceiveGuidance x: guided.Add(x.Guidance.Year); break;
            case ClusterCommand.OpenYear x: opened.Add(x.Year); break;
            case ClusterCommand.AppointOfficers x: PutIntoOffice(x.Officers, x.Queue); break;
            case ClusterCommand.OverrideOfficers x: Replace(x.Officers, x.Queue); break;
            case ClusterCommand.ProposeOfficers x: Propose(x.Year, x.Rules); break;
            case ClusterCommand.ApplyElection x: EndElection(x.Year, x.Officers); break;
            case ClusterCommand.ApplyRecognition x: Recognise(x.Officers); break;
            case ClusterCommand.ListInventory x: List(x); break;
            case ClusterCommand.SignHandover x: Sign(x.School); break;
            default: break;
        }
    }

    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public IEnumerable<string> Differences(ClusterView shown) => new (string What, bool Same)[]
    {
        ("members", shown.Members.Equals(members)),
        ("guided years", shown.GuidedYears.SequenceEqual(guided)),
        ("opened years", shown.OpenedYears.SequenceEqual(opened)),
        ("officers in office", shown.InOffice == inOffice),
        ("queue", shown.Queue.Equals(queue)),
        ("proposed officers", shown.Proposed == proposed),
        ("recognised officers", shown.Recognised == recognised),
        ("signatures of the handover", shown.HandoverSignatures.SequenceEqual(signatures)),
        ("inventory", shown.Inventory == inventory),
        ("election", shown.Election == election),
        ("vacancy", shown.Vacancy == vacancy),
    }.Where(part => !part.Same).Select(part => part.What);

    private void PutIntoOffice(Officers officers, IEnumerable<string> line)
    {
        (inOffice, queue, proposed, recognised, election) = (officers, line.ToEquatableList(), null, null, null);
        signatures.Clear();
        if (!officers.Acting)
            vacancy = null;
    }

    private void Replace(Officers officers, EquatableList<string> line)
    {
        (inOffice, queue) = (officers, line);
        signatures.Clear();
        if (recognised is not null && inventory is not null)
            inventory = inventory with { Items = [] };
        if (vacancy?.Year <= officers.Year)
            vacancy = null;
    }

    private void List(ClusterCommand.ListInventory list)
    {
        inventory = new(list.Year, inventory?.Year == list.Year ? inventory.Version + 1 : 1, list.Items);
        signatures.Clear();
    }

    private void Propose(int year, OfficerRules rules)
    {
        proposed = RotationOracle.Next(inOffice!, queue, rules);
        if (proposed is null && rules.Election is not null)
            election = year;
        else if (proposed is null)
            LeaveVacant(year, VacancyReason.NobodyToFollow);
    }

    private void EndElection(int year, Officers? elected)
    {
        (election, proposed) = (null, elected);
        if (elected is null)
            LeaveVacant(year, VacancyReason.NobodyElected);
    }

    private void LeaveVacant(int year, VacancyReason reason) => (vacancy, proposed) = (new(year, reason), RotationOracle.Acting(inOffice!));

    private void Recognise(Officers officers)
    {
        (recognised, election) = (officers, null);
        signatures.Clear();
    }

    private void Sign(string school)
    {
        signatures.Add(school);
        var heads = new HashSet<string>([recognised!.Head], StringComparer.Ordinal);
        if (inOffice is not null)
            heads.Add(inOffice.Head);
        if (heads.IsSubsetOf(signatures))
            PutIntoOffice(recognised, RotationOracle.LineAfter(inOffice, queue, recognised));
    }
}
