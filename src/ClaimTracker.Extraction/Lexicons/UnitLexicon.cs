using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>
/// The measures, by every name that news gives them. A row is "canonical: names"; a name ending in "(s)" stands for two.
/// </summary>
internal static class UnitLexicon
{
    private static readonly string[] Rows =
    [
        "magnitude: magnitude|mag",
        "times: fold",
        "%: percent|per cent|percents|pct|per-cent",
        "percentage-point: percentage point(s)|percentage-point(s)|per cent point(s)|percent point(s)|pct point(s)|pp|ppt|ppts",
        "basis-point: basis point(s)|basis-point(s)|bps|bp",
        "km: kilometre(s)|kilometer(s)|km|kms|kilometres-long",
        "m: metre(s)|meter(s)",
        "cm: centimetre(s)|centimeter(s)|cm|cms",
        "mm: millimetre(s)|millimeter(s)|mm",
        "micrometre: micron(s)|micrometre(s)|micrometer(s)|μm|µm",
        "nm: nanometre(s)|nanometer(s)|nm",
        "mile: mile(s)|mi",
        "foot: foot|feet|ft",
        "inch: inch|inches",
        "yard: yard(s)|yd|yds",
        "nautical-mile: nautical mile(s)|nautical-mile(s)|nmi",
        "light-year: light year(s)|light-year(s)",
        "au: astronomical unit(s)",
        "parsec: parsec(s)",
        "furlong: furlong(s)",
        "fathom: fathom(s)",
        "km²: square kilometre(s)|square kilometer(s)|sq km|sq. km|km2|km²|square km|km sq",
        "m²: square metre(s)|square meter(s)|sq m|sqm|sq. m|m2|m²|sq metre(s)",
        "square-mile: square mile(s)|sq mi|sq mile(s)|sq. miles",
        "square-foot: square foot|square feet|sq ft|sq. ft|sqft|sq feet",
        "square-yard: square yard(s)",
        "square-inch: square inch|square inches",
        "hectare: hectare(s)|ha",
        "acre: acre(s)",
        "m³: cubic metre(s)|cubic meter(s)|m3|m³|cu m",
        "km³: cubic kilometre(s)|cubic kilometer(s)",
        "cubic-foot: cubic foot|cubic feet|cu ft",
        "cm³: cubic centimetre(s)|cubic centimeter(s)|cm3|cm³",
        "cubic-inch: cubic inch|cubic inches",
        "kg: kilogram(s)|kilogramme(s)|kilo(s)|kg|kgs",
        "g: gram(s)|gramme(s)",
        "mg: milligram(s)|milligramme(s)|mg",
        "µg: microgram(s)|µg|μg|mcg",
        "tonne: tonne(s)|metric ton(s)|metric tonne(s)",
        "ton: ton(s)|short ton(s)|long ton(s)|imperial ton(s)",
        "kilotonne: kiloton(s)|kilotonne(s)",
        "megatonne: megaton(s)|megatonne(s)",
        "lb: lb|lbs",
        "oz: ounce(s)|oz|troy ounce(s)",
        "carat: carat(s)",
        "litre: litre(s)|liter(s)",
        "ml: millilitre(s)|milliliter(s)|ml",
        "cl: centilitre(s)|cl",
        "gallon: gallon(s)",
        "pint: pint(s)",
        "quart: quart(s)",
        "cc: cc",
        "barrel: barrel(s)|bbl",
        "bushel: bushel(s)",
        "fluid-ounce: fluid ounce(s)",
        "teu: teu(s)",
        "second: second(s)|sec|secs",
        "millisecond: millisecond(s)|ms",
        "minute: minute(s)|min|mins",
        "hour: hour(s)|hr|hrs",
        "day: day(s)|working day(s)|business day(s)|calendar day(s)",
        "week: week(s)",
        "fortnight: fortnight(s)",
        "month: month(s)|calendar month(s)",
        "quarter: quarters|consecutive quarters",
        "year: year(s)|yr|yrs|calendar year(s)|year old(s)|year-old(s)|years old|years of age",
        "decade: decade(s)",
        "century: century|centuries",
        "night: night(s)",
        "weekend: weekends",
        "millennium: millennia",
        "nanosecond: nanosecond(s)",
        "°C: degrees celsius|degree celsius|degrees centigrade|degrees c|celsius|deg c",
        "°F: degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit|deg f",
        "degree: degree(s)",
        "kelvin: kelvin(s)",
        "km/h: kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|km per hour|km an hour|km/h|kph|k.p.h|kmh|kmph|kilometer-per-hour|kilometre-per-hour|kilometre-an-hour|km/hr",
        "mph: miles per hour|miles an hour|mile per hour|mile an hour|mph|m.p.h|mile-per-hour|mile-an-hour|miles-per-hour",
        "m/s: metres per second|meters per second|metres a second|meters a second|m/s|metre-per-second",
        "km/s: kilometres per second|kilometers per second|km/s|kilometres a second",
        "knot: knot(s)|kt|kts",
        "mpg: miles per gallon|mpg|mpge",
        "foot/s: feet per second",
        "W: watt(s)",
        "kW: kilowatt(s)|kw",
        "MW: megawatt(s)|mw|mwe",
        "GW: gigawatt(s)|gw",
        "TW: terawatt(s)|tw",
        "Wh: watt hour(s)|watt-hour(s)|wh",
        "kWh: kilowatt hour(s)|kilowatt-hour(s)|kwh",
        "MWh: megawatt hour(s)|megawatt-hour(s)|mwh",
        "GWh: gigawatt hour(s)|gigawatt-hour(s)|gwh",
        "TWh: terawatt hour(s)|terawatt-hour(s)|twh",
        "eV: electronvolt(s)|electron volt(s)|ev",
        "keV: kev|kiloelectronvolt(s)",
        "MeV: mev|megaelectronvolt(s)",
        "GeV: gev|gigaelectronvolt(s)",
        "TeV: tev|teraelectronvolt(s)",
        "joule: joule(s)",
        "kilojoule: kilojoule(s)|kj",
        "megajoule: megajoule(s)|mj",
        "calorie: calorie(s)|kcal|kilocalorie(s)",
        "horsepower: horsepower|hp|bhp|horse power|brake horsepower|metric horsepower|ps|cv",
        "Nm: newton metre(s)|newton-metre(s)|newton meter(s)|newton-meter(s)|nm of torque",
        "lb-ft: lb-ft|lb ft|pound-feet|pound feet|pounds-feet|ft-lb|pound-foot|ft lb",
        "newton: newton(s)",
        "kN: kn|kilonewton(s)",
        "MN: meganewton(s)",
        "lbf: lbf|pound-force|pounds-force|pounds of thrust|pounds of force|lb of thrust|lbs of thrust",
        "tesla: tesla(s)",
        "gauss: gauss",
        "g-force: g-force(s)|gs of acceleration",
        "volt: volt(s)",
        "kilovolt: kilovolt(s)|kv",
        "ampere: amp(s)|ampere(s)",
        "mAh: mah|milliamp hour(s)|milliamp-hour(s)",
        "Ah: ah|amp hour(s)",
        "ohm: ohm(s)",
        "B: byte(s)",
        "KB: kilobyte(s)|kb",
        "MB: megabyte(s)|mb",
        "GB: gigabyte(s)|gb|gig(s)|gbs",
        "TB: terabyte(s)|tb",
        "PB: petabyte(s)|pb",
        "EB: exabyte(s)|eb",
        "ZB: zettabyte(s)|zb",
        "bit: bit(s)",
        "kbit/s: kbps|kilobits per second",
        "Mbit/s: mbps|megabits per second|mbit/s|mb/s|megabits a second",
        "Gbit/s: gbps|gigabits per second|gigabits a second",
        "MB/s: megabytes per second|mbytes/s",
        "GB/s: gb/s|gigabytes per second",
        "Hz: hertz|hz",
        "kHz: kilohertz|khz",
        "MHz: megahertz|mhz",
        "GHz: gigahertz|ghz",
        "fps: fps|frames per second",
        "rpm: rpm|revolutions per minute",
        "megapixel: megapixel(s)",
        "dpi: dpi",
        "ppi: ppi|pixels per inch",
        "psi: psi|pounds per square inch|pounds-per-square-inch",
        "pascal: pascal(s)",
        "hPa: hpa|hectopascal(s)",
        "kPa: kpa|kilopascal(s)",
        "MPa: mpa|megapascal(s)",
        "GPa: gpa|gigapascal(s)",
        "millibar: millibar(s)|mbar",
        "bar: bar of pressure|bars of pressure",
        "atm: atm|atmospheres of pressure|standard atmospheres",
        "inHg: inhg|inches of mercury",
        "torr: torr",
        "decibel: decibel(s)|db",
        "lumen: lumen(s)",
        "sievert: sievert(s)",
        "millisievert: millisievert(s)|msv",
        "microsievert: microsievert(s)",
        "becquerel: becquerel(s)|bq",
        "ppm: ppm|parts per million",
        "ppb: ppb|parts per billion",
        "mg/dL: mg/dl|milligrams per deciliter|milligrams per decilitre",
        "mmol/L: mmol/l",
        "mmHg: mmhg",
        "µg/m³: micrograms per cubic metre|micrograms per cubic meter|µg/m3|μg/m3|µg/m³",
        "g/km: g/km|grams per kilometre",
        "barrel/day: bpd|b/d",
        "kg/m³: kg/m3|kg/m³",
        "L/100km: l/100km",
        "tonne/year: tpa",
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Words = Build()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Letters so short that they are a unit only right behind digits, and only in this case.</summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Letters = new Dictionary<
        string,
        string
    >
    {
        ["m"] = "m",
        ["g"] = "g",
        ["t"] = "tonne",
        ["l"] = "litre",
        ["L"] = "litre",
        ["W"] = "W",
        ["V"] = "volt",
        ["h"] = "hour",
        ["s"] = "second",
        ["C"] = "°C",
        ["F"] = "°F",
        ["K"] = "kelvin",
        ["°C"] = "°C",
        ["°F"] = "°F",
        ["ºC"] = "°C",
        ["ºF"] = "°F",
        ["°"] = "degree",
        ["º"] = "degree",
        ["p"] = "GBX",
        ["x"] = "times",
        ["X"] = "times",
        ["×"] = "times",
        ["in"] = "inch",
        ["pc"] = "%",
        ["hrs"] = "hour",
        ["″"] = "inch",
        ["st"] = "stone",
        ["Mt"] = "megatonne",
        ["kt"] = "kilotonne",
        ["Gt"] = "gigatonne",
    }
        .ToFrozenDictionary()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestCased = 6;

    /// <summary>Names that another case would make another measure, or none (empty).</summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Cased = new Dictionary<
        string,
        string
    >
    {
        ["Nm"] = "Nm",
        ["NM"] = "nautical-mile",
        ["EV"] = "",
        ["EVs"] = "",
        ["Ev"] = "",
        ["mW"] = "mW",
        ["Mw"] = "magnitude",
        ["Mb"] = "Mbit",
        ["Gb"] = "Gbit",
        ["mb"] = "millibar",
        ["MPA"] = "",
        ["ps"] = "",
        ["CV"] = "",
        ["CVs"] = "",
        ["Tesla"] = "",
        ["Teslas"] = "",
        ["Gauss"] = "",
        ["ATM"] = "",
        ["ATMs"] = "",
        ["KN"] = "",
        ["Sen"] = "",
        ["SEN"] = "",
        ["MS"] = "",
        ["AU"] = "",
        ["PM"] = "",
        ["Ms"] = "",
    }
        .ToFrozenDictionary()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> TimeUnits = new[]
    {
        "second",
        "millisecond",
        "nanosecond",
        "minute",
        "hour",
        "day",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
        "night",
        "weekend",
        "millennium",
    }.ToFrozenSet();

    public static bool TryFind(ReadOnlySpan<char> name, out string? unit) => Words.TryGetValue(name, out unit);

    public static bool TryFindGlued(ReadOnlySpan<char> letters, out string? unit) => Letters.TryGetValue(letters, out unit);

    /// <summary>
    /// Asks the case of a short name, which decides what it means: "Nm" is a newton metre and "nm" a nanometre, "EV" a car, "Mw"
    /// the size of a quake, "PS" a horsepower and "ps" none. False where a name so written is no measure.
    /// </summary>
    public static bool IsMeantBy(ReadOnlySpan<char> name, ref string? unit)
    {
        if (name.Length > LongestCased)
            return true;
        if (!Cased.TryGetValue(name, out var meant))
            return true;
        unit = meant.Length > 0 ? meant : null;
        return unit is not null;
    }

    public static bool IsTime(string unit) => TimeUnits.Contains(unit);

    private static Dictionary<string, string> Build()
    {
        var units = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows)
        {
            var colon = row.IndexOf(": ", StringComparison.Ordinal);
            foreach (var name in row[(colon + 2)..].Split('|'))
            {
                foreach (
                    var form in (string[])
                        [name.Replace("(s)", "", StringComparison.Ordinal), name.Replace("(s)", "s", StringComparison.Ordinal)]
                )
                {
                    units[form] = units[form.Replace(' ', '-')] = row[..colon];
                }
            }
        }

        return units;
    }
}
