"""Units and currencies: their sizes and dimensions, and the words that print them."""

from __future__ import annotations

from copylint.values import NamedTuple


class Unit(NamedTuple):
    """A unit of measure: its dimension, and its size in the dimension's base unit (temperatures have none)."""

    dimension: str
    size: float


# Exact by definition, or to more digits than any article prints. Ton, gallon and pint are ambiguous: see AMBIGUOUS.
UNITS = {
    "km": Unit("length", 1000), "m": Unit("length", 1), "cm": Unit("length", 0.01), "mm": Unit("length", 0.001),
    "mile": Unit("length", 1609.344), "yard": Unit("length", 0.9144), "foot": Unit("length", 0.3048),
    "inch": Unit("length", 0.0254), "nautical mile": Unit("length", 1852),
    "kg": Unit("weight", 1), "g": Unit("weight", 0.001), "mg": Unit("weight", 1e-6), "tonne": Unit("weight", 1000),
    "pound": Unit("weight", 0.45359237), "ounce": Unit("weight", 0.028349523125), "stone": Unit("weight", 6.35029318),
    "short ton": Unit("weight", 907.18474), "long ton": Unit("weight", 1016.0469088), "ton": Unit("weight", 907.18474),
    "C": Unit("temperature", 0), "F": Unit("temperature", 0),
    "hectare": Unit("area", 10000), "acre": Unit("area", 4046.8564224), "sq km": Unit("area", 1e6),
    "sq mile": Unit("area", 2589988.110336), "sq m": Unit("area", 1), "sq ft": Unit("area", 0.09290304),
    "sq yard": Unit("area", 0.83612736),
    "kmh": Unit("speed", 1 / 3.6), "mph": Unit("speed", 0.44704), "knot": Unit("speed", 1852 / 3600),
    "m/s": Unit("speed", 1), "ft/s": Unit("speed", 0.3048),
    "litre": Unit("volume", 1), "ml": Unit("volume", 0.001), "gallon": Unit("volume", 3.785411784),
    "pint": Unit("volume", 0.473176473), "fl oz": Unit("volume", 0.0295735295625), "cu m": Unit("volume", 1000),
    "cu ft": Unit("volume", 28.316846592), "barrel": Unit("volume", 158.987294928),
}  # fmt: skip
# What an ambiguous unit may be: the US and the imperial size (and, for ton, the metric one).
AMBIGUOUS = {
    "gallon": (3.785411784, 4.54609),
    "pint": (0.473176473, 0.56826125),
    "fl oz": (0.0295735295625, 0.0284130625),
    "ton": (907.18474, 1016.0469088, 1000.0),
}

_UNIT_WORDS = {
    "km": "km kms kilometer kilometers kilometre kilometres klicks", "m": "metre metres meter meters",
    "cm": "cm cms centimeter centimeters centimetre centimetres",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "mile": "mile miles mi", "yard": "yard yards yd yds", "foot": "foot feet ft", "inch": "inch inches",
    "nautical mile": "nautical-mile nautical-miles",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes", "g": "gram grams gramme grammes",
    "mg": "milligram milligrams", "tonne": "tonne tonnes metric-ton metric-tons metric-tonnes",
    "ounce": "ounce ounces oz", "stone": "stone", "pound": "lb lbs",
    "short ton": "short-ton short-tons", "long ton": "long-ton long-tons", "ton": "ton tons",
    "C": "celsius centigrade degrees-celsius degrees-centigrade degree-celsius degrees-c deg-c",
    "F": "fahrenheit degrees-fahrenheit degree-fahrenheit degrees-f deg-f",
    "hectare": "hectare hectares ha", "acre": "acre acres",
    "sq km": "square-kilometers square-kilometres square-kilometer square-kilometre sq-km square-km km²",
    "sq mile": "square-miles square-mile sq-miles sq-mi",
    "sq m": "square-meters square-metres square-metre square-meter sq-m m²", "sq ft": "square-feet square-foot sq-ft",
    "sq yard": "square-yards square-yard",
    "kmh": "kmh kph km/h kmph kilometers-per-hour kilometres-per-hour km-per-hour kilometers-an-hour "
    "kilometres-an-hour km-an-hour kilometer-per-hour kilometre-per-hour",
    "mph": "mph miles-per-hour miles-an-hour mile-per-hour", "knot": "knot knots",
    "m/s": "m/s metres-per-second meters-per-second", "ft/s": "feet-per-second",
    "litre": "litre litres liter liters", "ml": "ml millilitres milliliters millilitre milliliter",
    "gallon": "gallon gallons", "pint": "pint pints", "fl oz": "fluid-ounces fluid-ounce fl-oz",
    "cu m": "cubic-metres cubic-meters cubic-metre cubic-meter", "cu ft": "cubic-feet cubic-foot",
    "barrel": "barrel barrels",
}  # fmt: skip
_CURRENCY_WORDS = {
    "$": "dollar dollars dlr dlrs usd us-dollar us-dollars american-dollars buck bucks", "£": "sterling gbp stg",
    "€": "euro euros eur", "¥": "yen", "yuan": "yuan renminbi rmb", "rupee": "rupee rupees", "franc": "franc francs",
    "mark": "mark marks deutschemarks dmk", "krona": "krona kronor kronas", "krone": "krone kroner",
    "peso": "peso pesos",
    "real": "reais", "rouble": "rouble roubles ruble rubles", "rand": "rand rands", "won": "won",
    "dinar": "dinar dinars",
    "riyal": "riyal riyals", "baht": "baht", "lira": "lira liras lire", "zloty": "zloty zlotys",
    "shekel": "shekel shekels",
    "ringgit": "ringgit", "rupiah": "rupiah", "dirham": "dirham dirhams", "peseta": "peseta pesetas",
    "A$": "australian-dollars australian-dlrs", "C$": "canadian-dollars canadian-dlrs",
    "cent": "cent cents ct cts", "penny": "pence penny p",
}  # fmt: skip
MEASURES = {word: unit for unit, forms in _UNIT_WORDS.items() for word in forms.split()}
CURRENCIES = {word: unit for unit, forms in _CURRENCY_WORDS.items() for word in forms.split()}
