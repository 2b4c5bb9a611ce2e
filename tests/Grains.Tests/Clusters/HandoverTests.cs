using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Clusters.ClusterStory;
using Cluster0 = ClusterActors.Tests.Given<ClusterActors.Clusters.ClusterState, ClusterActors.Clusters.ClusterCommand, ClusterActors.Clusters.ClusterEvent>;

namespace ClusterActors.Tests.Clusters;

public sealed class HandoverTests
{
    private static readonly EquatableList<HandoverItem> Items = [new(HandoverSubject.Documents, "Hồ sơ thi đua năm 2020"), new(HandoverSubject.HeadFlag, "Cờ Cụm trưởng")];

    private static readonly ClusterCommand.ListInventory List = new(2021, Items);

    private static readonly DateOnly Signed = Moment.Day("2021-02-20");

    private static Cluster0 RecognisedUnder(HandoverRules? handover) => Headed
        .And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(Guidance2020, SampleRegulation.Of(2020) with { Handover = handover }))
        .And(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020))
        .And(Campaign2020, Propose)
        .And(Campaign2020, new ClusterCommand.ApplyRecognition(Officers2021, Recognition));

    private static Cluster0 Due => RecognisedUnder(new(Sourced<EquatableList<HandoverSubject>>([HandoverSubject.Documents, HandoverSubject.HeadFlag])));

    private static Cluster0 Listed => Due.And(Who.Officer("ninh-thuan"), List);

    private static ClusterCommand.SignHandover Sign(string school, int? inventory) => new(2021, school, Signed, inventory);

    [Fact]
    public void the_head_who_leaves_lists_what_is_handed_over_and_both_heads_sign_it()
    {
        var listed = Due.When(Who.Officer("ninh-thuan"), List).Events(new ClusterEvent.InventoryListed(new(2021, 1, Items)));
        var first = listed.When(Who.Principal("binh-thuan"), Sign("binh-thuan", 1)).Events(new ClusterEvent.HandoverSigned("binh-thuan", Signed, 1));
        Assert.Equal(Officers2020, StateOf(first).InOffice);
        var over = first.When(Who.Principal("ninh-thuan"), Sign("ninh-thuan", 1));
        Assert.Equal(1, over.One<ClusterEvent.HandedOver>().Inventory);
        Assert.Equal(Officers2021, StateOf(over.Accepted()).InOffice);
        Assert.Equal(Items, Assert.IsType<ClusterView>(ClusterDecider.Aggregate.View(over.Accepted().State)!.Document).Inventory!.Items);
    }

    [Fact]
    public void nobody_signs_before_there_is_an_inventory_where_the_regulation_wants_one()
    {
        Due.When(Who.Principal("ninh-thuan"), Sign("ninh-thuan", null)).Refused(RefusalCode.InventoryMissing);
        RecognisedUnder(null).When(Who.Principal("ninh-thuan"), Sign("ninh-thuan", null)).One<ClusterEvent.HandoverSigned>();
        RecognisedUnder(null).And(Who.Officer("ninh-thuan"), List).When(Who.Principal("ninh-thuan"), Sign("ninh-thuan", null)).Refused(RefusalCode.InventoryChanged);
    }

    [Fact]
    public void nobody_signs_an_older_inventory_and_a_new_one_voids_the_signature_under_it()
    {
        var anew = Listed.And(Who.Principal("binh-thuan"), Sign("binh-thuan", 1));
        anew.When(Who.Officer("ninh-thuan"), List).Refused(RefusalCode.ReasonRequired);
        anew = anew.And(Who.Officer("ninh-thuan"), List with { Items = [.. Items, new(HandoverSubject.Other, "Con dấu")], Reason = "Thiếu con dấu" });
        Assert.Empty(StateOf(anew).Handover);
        foreach (int? old in new int?[] { null, 1, 3 })
            anew.When(Who.Principal("ninh-thuan"), Sign("ninh-thuan", old)).Refused(RefusalCode.InventoryChanged);
        anew.And(Who.Principal("ninh-thuan"), Sign("ninh-thuan", 2)).When(Who.Principal("binh-thuan"), Sign("binh-thuan", 2)).One<ClusterEvent.HandedOver>();
    }

    [Fact]
    public void only_the_head_who_leaves_lists_and_only_for_the_handover_that_is_due()
    {
        foreach (var actor in new[] { Who.Principal("binh-thuan"), Who.Visitor("ninh-thuan"), Who.Official, Campaign2020 })
            Due.When(actor, List).Refused(RefusalCode.Forbidden);
        Due.When(Who.Officer("ninh-thuan"), List with { Year = 2022 }).Refused(RefusalCode.NoHandoverDue);
        Proposed.When(Who.Officer("ninh-thuan"), List).Refused(RefusalCode.NoHandoverDue);
    }

    [Fact]
    public void an_inventory_is_about_all_that_the_regulation_names()
    {
        foreach (var items in new EquatableList<HandoverItem>[] { [], [Items[0]], Enumerable.Repeat(Items[0], 201).ToEquatableList() })
            Due.When(Who.Officer("ninh-thuan"), List with { Items = items }).Refused(RefusalCode.InventoryInvalid);
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void an_entry_is_a_proper_text(string flaw) =>
        Due.When(Who.Officer("ninh-thuan"), List with { Items = [.. Items, new(HandoverSubject.Other, Texts.Bad[flaw].Text)] }).Refused(Texts.Bad[flaw].Code);

    [Fact]
    public void what_a_replaced_head_has_listed_is_void_and_its_version_does_not_come_again()
    {
        Officers others = new(2020, "binh-duong", ["binh-thuan"]);
        var replaced = Listed.And(Who.Official, new ClusterCommand.OverrideOfficers(others, [], Recognition, "Trường bị thanh tra"));
        replaced.When(Who.Principal("binh-thuan"), Sign("binh-thuan", 1)).Refused(RefusalCode.InventoryMissing);
        var listed = replaced.When(Who.Officer("binh-duong"), List).Events(new ClusterEvent.InventoryListed(new(2021, 2, Items)));
        listed.When(Who.Principal("binh-thuan"), Sign("binh-thuan", 1)).Refused(RefusalCode.InventoryChanged);
        listed.When(Who.Principal("binh-thuan"), Sign("binh-thuan", 2)).One<ClusterEvent.HandoverSigned>();
    }

    [Fact]
    public void a_head_who_follows_itself_has_nothing_to_list()
    {
        Officers same = new(2021, "ninh-thuan", ["binh-duong"]);
        Due.And(Campaign2020, new ClusterCommand.ApplyRecognition(same, Recognition))
            .When(Who.Principal("ninh-thuan"), Sign("ninh-thuan", null)).One<ClusterEvent.HandedOver>();
    }
}
