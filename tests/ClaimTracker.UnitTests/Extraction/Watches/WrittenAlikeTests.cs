using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>
/// Spelling, measure and the ends of sentences: what reads the same is unchanged, and words that only look alike are not.
/// </summary>
public sealed class WrittenAlikeTests
{
    [Theory]
    [InlineData(
        "The pilot Jo Ray said: \"We saw 30 seals on the ice.\"",
        "\"We saw 30 seals on the ice,\" said the pilot Jo Ray.",
        true
    )]
    [InlineData("“Nobody swam,” the warden told us.", "The warden told us: “Nobody swam.”", true)]
    [InlineData("“Nobody swam,” the warden told us.", "The mayor told us: “Nobody swam.”", false)]
    [InlineData("“Nobody swam,” the warden told us.", "The warden told us: “Somebody swam.”", false)]
    [InlineData("“Nobody swam,” the warden told us.", "The warden never told us: “Nobody swam.”", false)]
    [InlineData("“Jo beat Ann,” the warden told us.", "The warden told us: “Ann beat Jo.”", false)]
    [InlineData("“Jo,” said Ann.", "“Ann,” said Jo.", false)]
    [InlineData("Snow fell in in three valleys.", "Snow fell in three valleys.", true)]
    [InlineData("She signed it on Wed. evening.", "She signed it on Wednesday evening.", true)]
    [InlineData("She signed it on Wed. evening.", "She signed it on Thursday evening.", false)]
    public void A_speaker_may_stand_before_or_behind(string was, string now, bool same) =>
        Assert.Equal(same, Look(was, now) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("The skipper lost his licence in the harbour.", "The skipper lost his license in the harbor.")]
    [InlineData("Their defence called the tackle an offence.", "Their defense called the tackle an offense.")]
    [InlineData("The agency recognised and analysed the vapour.", "The agency recognized and analyzed the vapor.")]
    [InlineData("A travelling counsellor cancelled the marvellous tour.", "A traveling counselor canceled the marvelous tour.")]
    [InlineData("The theatre is centred on a fibre stage.", "The theater is centered on a fiber stage.")]
    [InlineData("The catalogue has a grey cover and one dialogue.", "The catalog has a gray cover and one dialog.")]
    [InlineData("Anaemia and a swollen oesophagus were found.", "Anemia and a swollen esophagus were found.")]
    [InlineData("The programme enrols skilful jewellers.", "The program enrolls skillful jewelers.")]
    [InlineData("In the judgement of the court the tyres were ageing.", "In the judgment of the court the tires were aging.")]
    [InlineData("They practised manoeuvres towards the island.", "They practiced maneuvers toward the island.")]
    public void The_spellings_of_one_word_are_one(string was, string now)
    {
        Assert.Equal(LookOutcome.Unchanged, Look(was, now));
        Assert.Equal(LookOutcome.Unchanged, Look(now, was));
    }

    [Theory]
    [InlineData("The clerks filled the cabinets in May.", "The clerks filed the cabinets in May.")]
    [InlineData("The prized stamp hung in the hall.", "The priced stamp hung in the hall.")]
    [InlineData("Guests chose the latter ferry at noon.", "Guests chose the later ferry at noon.")]
    [InlineData("The orders were refilled by the shop.", "The orders were refiled by the shop.")]
    [InlineData("The firm licenses the engine.", "The firm licensed the engine.")]
    [InlineData("They organise the fair in June.", "They organised the fair in June.")]
    [InlineData("The rice was poor in all years.", "The rise was poor in all years.")]
    [InlineData("She scored the pots with sand.", "She scoured the pots with sand.")]
    [InlineData("The licensed dealer sold eels.", "The unlicensed dealer sold eels.")]
    public void Words_that_look_alike_are_two(string was, string now) => Assert.NotEqual(LookOutcome.Unchanged, Look(was, now));

    [Theory]
    [InlineData("The pass is shut for 36 hours after snow.", "The pass is shut for 36 hrs after snow.")]
    [InlineData("The loop is 7 km long.", "The loop is 7 kilometres long.")]
    [InlineData("The loop is 7 km long.", "The loop is 7,000 metres long.")]
    [InlineData("Vans may weigh 1.5 tonnes here.", "Vans may weigh 1,500 kg here.")]
    [InlineData("The test takes 90 minutes.", "The test takes 1.5 hours.")]
    [InlineData("The mast is 60 metres tall.", "The mast is 60 m tall.")]
    [InlineData("The hut has 900 square feet.", "The hut has 900 sq ft.")]
    [InlineData("Trams do 45 miles per hour.", "Trams do 45 mph.")]
    [InlineData("The pump moves 80 litres a minute.", "The pump moves 80 litres per minute.")]
    [InlineData("Smith & Sons paid 12 percent.", "Smith and Sons paid 12%.")]
    [InlineData("The lamp needs 40 watts.", "The lamp needs 40 W.")]
    [InlineData("They won £11.6million.", "They won £11.6 million.")]
    public void One_quantity_is_one_however_it_is_written(string was, string now) =>
        Assert.Equal(LookOutcome.Unchanged, Look(was, now));

    [Theory]
    [InlineData("The pass is shut for 36 hours after snow.", "The pass is shut for 36 minutes after snow.")]
    [InlineData("The loop is 7 km long.", "The loop is 7 miles long.")]
    [InlineData("The loop is 7 km long.", "The loop is 700 metres long.")]
    [InlineData("Vans may weigh 3 tonnes here.", "Vans may weigh 3 tons here.")]
    [InlineData("The permit is good for a day.", "The permit is good for 24 hours.")]
    [InlineData("The pump moves 80 litres a minute.", "The pump moves 80 litres an hour.")]
    [InlineData("The vote gained 4 percent.", "The vote gained 4 percentage points.")]
    [InlineData("The mast is 60 metres tall.", "The mast is 60 minutes tall.")]
    public void Another_measure_is_a_change(string was, string now) => Assert.NotEqual(LookOutcome.Unchanged, Look(was, now));

    [Theory]
    [InlineData("Leave within 5 hours. Gulls nest on the roof.", "Leave within 5 hrs. Gulls nest on the roof.")]
    [InlineData("Gulls nest on the roof: Leave within 5 hours.", "Gulls nest on the roof. Leave within 5 hours.")]
    [InlineData("Leave within 5 hours. Gulls nest on the roof.", "Leave within 5 hours; gulls nest on the roof.")]
    public void A_full_stop_that_came_or_went_is_no_change(string was, string now) =>
        Assert.Equal(LookOutcome.Unchanged, Look(was, now, "Leave within 5 hours"));

    [Theory]
    [InlineData(
        "Leave within 5 hours. Gulls nest on the roof.",
        "Leave within 5 hrs. Gulls may nest on the roof unless you leave."
    )]
    [InlineData("Leave within 5 hours. Gulls nest on the roof.", "Leave within 5 hours if gulls nest on the roof.")]
    public void What_was_joined_with_other_words_is_one(string was, string now) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look(was, now, "Leave within 5 hours"));

    private static LookOutcome Look(string was, string now, string? quote = null)
    {
        WatchedPage Page(string passage) =>
            Pages.Of(
                "Notes",
                "The keeper wrote these lines in spring.",
                passage,
                "A lamp burns at the gate.",
                "Dogs sleep in the yard."
            );
        return PageComparison.Look(quote ?? was, Page(was), Page(now)).Outcome;
    }
}
