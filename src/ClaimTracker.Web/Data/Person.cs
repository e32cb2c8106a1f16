using Microsoft.AspNetCore.Identity;

namespace ClaimTracker.Web.Data;

/// <summary>
/// Somebody who can sign in. The user name is the name in every trail: no page or verb changes one, and none is given twice.
/// </summary>
public sealed class Person : IdentityUser
{
    /// <summary>A person who may no longer sign in; what was done under the name stays.</summary>
    public DateTime? DeactivatedAt { get; set; }

    /// <summary>The latest notice that the person has put away; those after it are shown.</summary>
    public long NoticesSeenId { get; set; }
}
