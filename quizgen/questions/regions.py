"""Countries and cities by region: wrong options that lie near the right one, where the articles name too few."""

from __future__ import annotations

COUNTRIES = (
    "Iraq, Iran, Syria, Turkey, Jordan, Lebanon, Israel, Kuwait, Saudi Arabia, Yemen, Oman, Qatar, Egypt",
    "Germany, France, Italy, Spain, Portugal, Belgium, Austria, Switzerland, Poland, Denmark, Sweden, Norway, Finland, "
    "Ireland, Greece, Hungary, Romania, Bulgaria, Croatia, Serbia, Iceland",
    "Russia, Ukraine, Belarus, Georgia, Armenia, Azerbaijan, Kazakhstan, Moldova, Estonia, Latvia, Lithuania",
    "China, Japan, South Korea, North Korea, Taiwan, Mongolia, Vietnam, Thailand, Malaysia, Indonesia, Singapore, "
    "Cambodia, Laos, Myanmar",
    "India, Pakistan, Afghanistan, Bangladesh, Nepal, Sri Lanka, Bhutan, Uzbekistan, Tajikistan, Turkmenistan",
    "Nigeria, Ghana, Kenya, Ethiopia, Somalia, Uganda, Rwanda, Tanzania, Zambia, Zimbabwe, Angola, Mozambique, "
    "South Africa, Namibia, Botswana, Senegal, Mali, Niger, Chad, Cameroon",
    "Morocco, Algeria, Tunisia, Libya, Egypt, Sudan, Mauritania",
    "Brazil, Argentina, Chile, Peru, Colombia, Venezuela, Ecuador, Bolivia, Paraguay, Uruguay",
    "Mexico, Guatemala, Honduras, Nicaragua, Costa Rica, Panama, Cuba, Jamaica, Haiti",
    "Australia, New Zealand, Canada, Ireland, Fiji, Samoa, Tonga",
)
CITIES = (
    "Baghdad, Basra, Mosul, Tehran, Damascus, Aleppo, Beirut, Amman, Ankara, Istanbul, Riyadh, Doha, Cairo",
    "Berlin, Munich, Paris, Lyon, Rome, Milan, Madrid, Barcelona, Lisbon, Brussels, Vienna, Zurich, Geneva, Warsaw, "
    "Copenhagen, Stockholm, Oslo, Helsinki, Athens, Budapest, Prague, Amsterdam",
    "London, Manchester, Birmingham, Liverpool, Leeds, Glasgow, Edinburgh, Cardiff, Belfast, Dublin",
    "Moscow, Saint Petersburg, Kyiv, Kharkiv, Minsk, Tbilisi, Yerevan, Baku, Riga, Vilnius, Tallinn",
    "Beijing, Shanghai, Hong Kong, Tokyo, Osaka, Seoul, Busan, Taipei, Hanoi, Bangkok, Manila, Jakarta, Singapore",
    "Delhi, Mumbai, Kolkata, Chennai, Karachi, Lahore, Islamabad, Kabul, Dhaka, Kathmandu, Colombo",
    "Lagos, Abuja, Accra, Nairobi, Addis Ababa, Mogadishu, Kampala, Johannesburg, Cape Town, Pretoria, Harare",
    "Tunis, Algiers, Tripoli, Casablanca, Rabat, Khartoum, Alexandria",
    "Washington, New York, Boston, Chicago, Los Angeles, Houston, Dallas, Atlanta, Miami, Seattle, Denver",
    "Toronto, Montreal, Vancouver, Ottawa, Calgary, Winnipeg",
    "Sydney, Melbourne, Brisbane, Perth, Adelaide, Canberra, Auckland, Wellington, Christchurch",
    "Mexico City, Havana, Bogota, Caracas, Lima, Santiago, Buenos Aires, Sao Paulo, Rio de Janeiro, Montevideo",
)


def neighbours(name: str) -> tuple[str, ...]:
    """The other countries, or the other cities, of the region that the name belongs to; none where it has no place."""
    for region in (*COUNTRIES, *CITIES):
        names = tuple(region.split(", "))
        if name in names:
            return tuple(other for other in names if other != name)
    return ()
