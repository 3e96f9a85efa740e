namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>Parameters that say how somebody came to a page and never which page it is, on whatever site.</summary>
internal static class TrackingParameters
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "mibextid", "__tn__", "_rdr", "_rdc", "refsrc", "fref", "hc_ref", "hc_location", "paipv", "eav", "sfnsn", "rdid",
        "share_url", "notif_id", "notif_t", "wtsid", "igsh", "igshid", "ig_rid", "ref_src", "ref_url", "twclid", "ttclid", "li_fat_id",
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "vero_id",
        "g_st", "g_ep", "rcm", "trk", "trackingId", "lipi", "share_id",
    };

    private static readonly string[] Beginnings = ["utm_", "__cft__", "__xts__", "hsa_", "pk_", "mtm_"];

    public static bool Has(string name) =>
        Names.Contains(name) || Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
