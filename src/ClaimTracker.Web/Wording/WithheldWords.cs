using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>What readers are not given of a claim, said to the desk: here alone, from what stands on the claim.</summary>
public static class WithheldWords
{
    /// <summary>What is withheld now, and what goes on all the same.</summary>
    public static string Of(Claim claim) =>
        claim.Publication == Publication.Suspended
            ? $"The verdict is suspended. Readers are told so and since when; they are given neither its rating nor a text of any version{(claim.WordingWithheld ? ", nor the wording, nor the sentences of articles that it stands in" : "")}. {OfChecks(claim)}"
        : claim.WithheldThrough is { } version
            ? $"Readers are not given what {(version == 1 ? "version 1 says" : $"versions 1 to {version} say")}{(claim.WordingWithheld ? ", nor the wording, nor the sentences of articles that it stands in" : "")}."
        : claim.WordingWithheld ? "Readers are not given the wording, nor the sentences of articles that it stands in."
        : "Nothing of this claim is withheld from readers.";

    private static string OfChecks(Claim claim) =>
        claim.UnderRecheck
            ? "The re-check under way goes on; its end does not lift the suspension."
            : "Its sources are looked at as before, and it can be checked again; neither lifts the suspension.";
}
