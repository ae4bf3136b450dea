"""What stands before and after a number: hedges, currencies, units of measure, per cent, as pieces of patterns."""

from __future__ import annotations

HEDGES = (
    r"about|around|approximately|roughly|nearly|almost|some|circa|approx\.|close to|at around|at about"
    r"|an (?:estimated|average of|additional|unprecedented|extra)"
    r"|a (?:reported|record|total of|minimum of|maximum of|whopping|staggering|further|mere)"
    r"|at least|at most|(?:not|no) (?:less|fewer|more) than"
    r"|(?:much |far |slightly |significantly |well )?(?:more|less|fewer|higher|lower|greater|larger|smaller) than"
    r"|(?:well |just |slightly |a little )?(?:over|under|above|below)"
    r"|as (?:many|few|much|little|high|low|large) as|up to|upwards of|in excess of|more than about"
    r"|only about|only|just|exactly|precisely|fully|barely|reportedly|possibly|probably|perhaps|estimated|another|mere"
)
CURRENCIES = (
    r"(?:(?:US|A|AU|C|CA|NZ|HK|S|R|NT|Z|AUD|CAD|USD) ?)?\$|[£€¥₹₽₩₦₪₫฿]"
    r"|(?:Rs\.?|Rp|[KTU]?[Ss]h\.?|Tk\.?|RM|GH[¢₵]|S/|USD|EUR|GBP|AUD|CAD|CHF|INR|JPY|RMB|CNY|KES|NGN|ZAR|PKR|BDT|SEK|NOK"
    r"|DKK|PLN|TRY|BRL|AED|SAR|IDR|PHP|kr)(?= ?\d)"
)
CURRENCY_WORDS = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|American|New Zealand|Hong Kong|Singapore|Taiwan) )?(?:dollars?|cents?)"
    r"|euros?|pounds? sterling|pounds?|pence|yen|yuan|renminbi|rupees?|roubles?|rubles?|pesos?|(?:Swiss )?francs?"
    r"|krona|kronor|kroner|rands?|shekels?|liras?|dinars?|riyals?|dirhams?|won|naira"
)
PERCENT = r"(?:%|per ?cent(?:age points?)?|pc(?: points?)?|percentage points?)"
_LENGTHS = r"kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|km|m|mi|ft"
MEASURES = (
    rf"(?:square|cubic|sq\.?|cu\.?|nautical) (?:{_LENGTHS})(?:/s)?"
    r"|(?:kilo|centi|milli|micro|nano)?met(?:re|er)s?(?: per (?:second|hour)| an hour| tall| long| high| wide| deep)?"
    r"|(?:kilo|milli)?gram(?:me)?s?|kilos?|(?:milli|centi|mega)?lit(?:re|er)s?|miles?(?: per hour| an hour)?"
    r"|(?:feet|foot)(?: tall| long| high| wide| deep)?|inch(?:es)?|yards?|acres?|hectares?"
    r"|(?:metric |kilo|mega)?ton(?:ne)?s?|ounces?|gallons?|barrels?|(?:kilo|mega|giga|tera)?watts?(?: hours?)?"
    r"|(?:kilo|mega|giga|tera)bytes?|(?:mega|kilo|giga)?hertz|volts?|amps?|calories"
    r"|degrees?(?: (?:Celsius|Fahrenheit|C|F))?|knots?|decibels?|light[- ]years?|fold"
    r"|km/h|kph|mph|km[²2³3]?|m[²2³3](?:/s)?|cm[²2³3]?|mm|nm|kg|mg|ml|cl|ft|lbs?|oz|ha|acre·ft"
    r"|kWh|MWh|GWh|TWh|kW|MW|GW|TW|[kMGT]B|GHz|MHz|MHZ|kHz|Hz|° ?[CF]|ppm|mi|bpd|dB"
)
