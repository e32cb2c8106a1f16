using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>Moneys, named by their ISO 4217 code.</summary>
internal static class CurrencyLexicon
{
    private const string Codes =
        "AED ARS AUD BDT BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR IRR JPY KES KRW KZT LKR MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RMB RON RSD RUB SAR SEK SGD THB TRY TWD TZS UAH UGX USD VND ZAR";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = BuildPrefixes()
        .ToFrozenDictionary()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names = BuildNames()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What stands before a number: "$", "US$", "Rs", "EUR".</summary>
    public static bool TryFindPrefix(ReadOnlySpan<char> mark, out string? code)
    {
        code = null;
        return mark.Length is > 0 and < 5 && Prefixes.TryGetValue(mark, out code);
    }

    /// <summary>What stands behind a number: "dollars", "Canadian dollars", "EUR".</summary>
    public static bool TryFindName(ReadOnlySpan<char> name, out string? code) => Names.TryGetValue(name, out code);

    public static bool IsSymbol(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;

    private static Dictionary<string, string> BuildPrefixes()
    {
        var prefixes = new Dictionary<string, string>
        {
            ["$"] = "USD",
            ["US$"] = "USD",
            ["U.S.$"] = "USD",
            ["US $"] = "USD",
            ["$US"] = "USD",
            ["$A"] = "AUD",
            ["$AU"] = "AUD",
            ["$C"] = "CAD",
            ["$CA"] = "CAD",
            ["$CAN"] = "CAD",
            ["$NZ"] = "NZD",
            ["$HK"] = "HKD",
            ["$S"] = "SGD",
            ["PS"] = "GBP",
            ["Y="] = "JPY",
            ["DM"] = "DEM",
            ["SFr"] = "CHF",
            ["Dh"] = "AED",
            ["Dhs"] = "AED",
            ["AU $"] = "AUD",
            ["CA $"] = "CAD",
            ["C $"] = "CAD",
            ["NZ $"] = "NZD",
            ["HK $"] = "HKD",
            ["CAN$"] = "CAD",
            ["SG$"] = "SGD",
            ["USD$"] = "USD",
            ["A$"] = "AUD",
            ["AU$"] = "AUD",
            ["AUD$"] = "AUD",
            ["C$"] = "CAD",
            ["CA$"] = "CAD",
            ["Can$"] = "CAD",
            ["CAD$"] = "CAD",
            ["HK$"] = "HKD",
            ["NZ$"] = "NZD",
            ["S$"] = "SGD",
            ["R$"] = "BRL",
            ["NT$"] = "TWD",
            ["MX$"] = "MXN",
            ["J$"] = "JMD",
            ["TT$"] = "TTD",
            ["Z$"] = "ZWL",
            ["£"] = "GBP",
            ["E£"] = "EGP",
            ["€"] = "EUR",
            ["¥"] = "JPY",
            ["CN¥"] = "CNY",
            ["₹"] = "INR",
            ["₽"] = "RUB",
            ["₴"] = "UAH",
            ["₩"] = "KRW",
            ["₪"] = "ILS",
            ["₺"] = "TRY",
            ["₦"] = "NGN",
            ["฿"] = "THB",
            ["₱"] = "PHP",
            ["₫"] = "VND",
            ["₡"] = "CRC",
            ["₵"] = "GHS",
            ["GH₵"] = "GHS",
            ["GH¢"] = "GHS",
            ["₸"] = "KZT",
            ["₾"] = "GEL",
            ["Rs"] = "INR",
            ["Re"] = "INR",
            ["RM"] = "MYR",
            ["Rp"] = "IDR",
            ["R"] = "ZAR",
            ["Tk"] = "BDT",
            ["KSh"] = "KES",
            ["Ksh"] = "KES",
            ["Sh"] = "KES",
            ["Fr"] = "CHF",
            ["kr"] = "SEK",
            ["N"] = "NGN",
            ["P"] = "PHP",
            ["TL"] = "TRY",
            ["VND"] = "VND",
            ["zł"] = "PLN",
            ["Ft"] = "HUF",
            ["Kč"] = "CZK",
            ["Lm"] = "MTL",
        };
        foreach (var code in Codes.Split(' '))
            prefixes[code] = code == "RMB" ? "CNY" : code;
        return prefixes;
    }

    private static Dictionary<string, string> BuildNames()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var code in Codes.Split(' ').Except(["TRY", "ALL", "TOP"]))
            names[code] = code == "RMB" ? "CNY" : code;
        Add("USD", "dollar|dollars|US dollar|US dollars|U.S. dollars|U.S. dollar|American dollars|buck|bucks|greenbacks");
        AddNation(
            "dollar",
            "CAD Canadian|AUD Australian|HKD Hong Kong|NZD New Zealand|SGD Singapore|TWD Taiwan|TWD Taiwanese|SGD Singaporean|JMD Jamaican|ZWL Zimbabwean|BBD Barbados|NAD Namibian|FJD Fijian"
        );
        AddNation("pound", "GBP British|EGP Egyptian|SYP Syrian|LBP Lebanese|SSP South Sudanese|SDG Sudanese");
        AddNation(
            "peso",
            "MXN Mexican|ARS Argentine|ARS Argentinian|CLP Chilean|COP Colombian|PHP Philippine|CUP Cuban|UYU Uruguayan"
        );
        AddNation("rupee", "INR Indian|PKR Pakistani|LKR Sri Lankan|NPR Nepalese|NPR Nepali|MUR Mauritian");
        AddNation("franc", "CHF Swiss|XOF CFA|BIF Burundian|RWF Rwandan|CDF Congolese");
        AddNation("ruble", "RUB Russian|BYN Belarusian|BYN Belarussian");
        AddNation("rouble", "RUB Russian|BYN Belarusian|BYN Belarussian");
        AddNation("shilling", "KES Kenyan|UGX Ugandan|TZS Tanzanian|SOS Somali");
        AddNation("dinar", "KWD Kuwaiti|IQD Iraqi|JOD Jordanian|RSD Serbian|TND Tunisian|DZD Algerian|LYD Libyan|BHD Bahraini");
        AddNation("riyal", "SAR Saudi|QAR Qatari|OMR Omani|YER Yemeni");
        AddNation("rial", "IRR Iranian|YER Yemeni|OMR Omani");
        AddNation("lira", "TRY Turkish");
        AddNation("won", "KRW South Korean|KPW North Korean|KRW Korean");
        AddNation("yuan", "CNY Chinese");
        AddNation("yen", "JPY Japanese");
        AddNation("rand", "ZAR South African");
        AddNation("naira", "NGN Nigerian");
        AddNation("real", "BRL Brazilian");
        Add("EUR", "euro|euros");
        Add("GBP", "pound|pounds|pound sterling|pounds sterling|sterling|quid");
        Add("JPY", "yen");
        Add("CNY", "yuan|renminbi");
        Add("RUB", "rouble|roubles|ruble|rubles");
        Add("UAH", "hryvnia|hryvnias|hryvnya|hryvnyas");
        Add("INR", "rupee|rupees");
        Add("KRW", "won");
        Add("MXN", "peso|pesos");
        Add("BRL", "reais");
        Add("ZAR", "rand");
        Add("NGN", "naira|nairas");
        Add("ILS", "shekel|shekels|NIS");
        Add("TRY", "lira|liras|lire");
        Add("CHF", "franc|francs");
        Add("SEK", "kronor|Swedish krona|Swedish crowns|Swedish kronor");
        Add("NOK", "kroner|Norwegian kroner|Norwegian crowns|Norwegian krone");
        Add("DKK", "Danish crowns|Danish kroner|Danish krone");
        Add("ISK", "Icelandic krona|Icelandic kronur");
        Add("CZK", "koruna|koruny|Czech crowns|Czech koruna|korunas");
        Add("PLN", "zloty|zlotys|złoty|złotys|zlotych|Polish zloty|Polish zlotys");
        Add("HUF", "forint|forints");
        Add("RON", "Romanian lei|lei");
        Add("AED", "dirham|dirhams");
        Add("SAR", "riyal|riyals");
        Add("IRR", "rial|rials|toman|tomans");
        Add("THB", "baht");
        Add("IDR", "rupiah");
        Add("MYR", "ringgit");
        Add("VND", "dong");
        Add("BDT", "taka");
        Add("KZT", "tenge");
        Add("GHS", "cedi|cedis");
        Add("ETB", "birr");
        Add("VES", "bolivar|bolivars|bolivares");
        Add("PEN", "Peruvian soles|soles");
        Add("KES", "shilling|shillings");
        Add("GEL", "lari|Georgian lari|laris");
        Add("AMD", "Armenian dram|drams");
        Add("AZN", "Azerbaijani manat|manat|manats");
        Add("MMK", "kyat|kyats");
        Add("KHR", "riel|riels");
        Add("LAK", "Lao kip|kip");
        Add("HTG", "gourde|gourdes");
        Add("GTQ", "quetzal|quetzals|quetzales");
        Add("HNL", "lempira|lempiras");
        Add("CRC", "Costa Rican colones|colones");
        Add("PYG", "guarani|guaranis|guaraníes");
        Add("BOB", "boliviano|bolivianos");
        Add("BWP", "pula");
        Add("ZMW", "kwacha|kwachas|Zambian kwacha");
        Add("MWK", "Malawian kwacha");
        Add("MZN", "metical|meticais");
        Add("SLE", "leone|leones");
        Add("AFN", "afghani|afghanis");
        Add("MNT", "tugrik|tugriks|tögrög");
        Add("UZS", "Uzbek som|Uzbek sum");
        Add("KGS", "Kyrgyz som");
        Add("BGN", "leva|Bulgarian lev|Bulgarian leva");
        Add("HRK", "kuna|kunas");
        Add("dinar", "dinar|dinars");
        Add("BTC", "bitcoin|bitcoins|BTC");
        Add("ETH", "ether|ETH");
        Add("cent", "cent|cents|US cents");
        Add("GBX", "pence|penny|pennies");
        Add("sen", "sen");
        Add("paisa", "paise|paisa");
        Add("kopeck", "kopeck|kopecks|kopek|kopeks");
        return names;

        void Add(string code, string row)
        {
            foreach (var name in row.Split('|'))
                names[name] = code;
        }

        void AddNation(string money, string row)
        {
            foreach (var nation in row.Split('|'))
            {
                foreach (var form in (string[])[money, money + "s"])
                    names[$"{nation[4..]} {form}"] = nation[..3];
            }
        }
    }
}
