/** Words that mean the same to whoever looks for them, by language: a small list, which a story extends in its own file. */

const lists: { readonly [language: string]: string } = {
  en: `US, USA, United States, United States of America, America, American, США
    UK, United Kingdom, Britain, Great Britain, British, Великобританія, Великобритания, Британия, Британія
    EU, European Union, ЄС, ЕС
    UN, United Nations, ООН
    km, kms, kilometre, kilometres, kilometer, kilometers
    mi, mile, miles
    m, metre, metres, meter, meters
    kg, kilogram, kilograms, kilogramme
    t, ton, tons, tonne, tonnes
    h, hr, hour, hours
    percent, per cent, pct
    m, mn, million
    bn, billion
    people, person, persons, civilians
    killed, dead, deaths, died, fatalities
    injured, wounded, hurt, injuries
    PM, prime minister
    missile, missiles, rocket, rockets
    ceasefire, cease-fire, truce
    defence, defense
    programme, program
    centre, center
    colour, color
    harbour, harbor
    1, one
    2, two
    3, three
    4, four
    5, five
    6, six
    7, seven
    8, eight
    9, nine
    10, ten
    11, eleven
    12, twelve
    13, thirteen
    14, fourteen
    15, fifteen
    16, sixteen
    17, seventeen
    18, eighteen
    19, nineteen
    20, twenty
    30, thirty
    40, forty
    50, fifty
    60, sixty
    70, seventy
    80, eighty
    90, ninety
    100, hundred
    1000, thousand
    0.5, half
    1.5, one and a half
    2.5, two and a half
    3.5, three and a half
    4.5, four and a half
    5.5, five and a half
    6.5, six and a half
    7.5, seven and a half
    8.5, eight and a half
    9.5, nine and a half
    10.5, ten and a half`,
}

/** The lists of a language, `en-GB`; none where there is nothing for it yet. */
export function equalsIn(language: string): string[][] {
  return (lists[language.split('-', 1)[0] ?? ''] ?? '')
    .split('\n')
    .filter(Boolean)
    .map((list) => list.trim().split(', '))
}
