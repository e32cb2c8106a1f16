using System.ComponentModel.DataAnnotations;

namespace ClaimTracker.Web.Pages.People;

/// <summary>What the form sends that adds a person.</summary>
public sealed class PersonInput
{
    [Required(ErrorMessage = "Give a user name.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Give a first password.")]
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    public List<string> Roles { get; set; } = [];
}
