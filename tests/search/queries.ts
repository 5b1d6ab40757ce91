import { urls } from '../../src/urls.ts'

/** What people look for, and what each query must find and must not find: on the first record, and among difficult names. */
export interface Case {
  typed: string
  /** Paths that are found, below the base. */
  finds?: string[]
  /** The path that comes first, or any of these. */
  first?: string | string[]
  not?: string[]
  nothing?: true
  /** What is shown in place of what was typed. */
  showing?: string
  /** What is offered where nothing is found. */
  instead?: string
}

const zelensky = '/speakers/volodymyr-zelensky/'
const by = (fragment: string): string => `/quotes/volodymyr-zelensky/${fragment}/`
const guarantors = by('guarantors-who-did-not-help')
const moscow = by('no-meeting-in-moscow')
const venues = by('switzerland-austria-turkey')
const architecture = by('architecture-within-ten-days')
const noTroops = '/quotes/donald-trump/no-troops/'
const drones = '/quotes/ukrainian-officials/not-serious-about-peace/'
const lavrov = '/quotes/sergei-lavrov/not-without-russia/'
const attack = '/events/2025-08-21-overnight-attack/'
const mukachevo = '/events/2025-08-21-mukachevo-strike/'
const lviv = '/quotes/maksym-kozytskyi/lviv-strikes/'

/** On the record that the project comes with. */
export const firstRecord: Case[] = [
  // Words.
  { typed: 'guarantors', first: guarantors },
  { typed: 'GUARANTORS', first: guarantors },
  { typed: 'guarantor', finds: [guarantors, by('no-role-for-china')] },
  { typed: 'Flamingo', finds: ['/events/flamingo-test/', by('flamingo-tested')] },
  { typed: 'missile', finds: [by('flamingo-most-successful'), '/events/flamingo-test/'] },
  { typed: 'missiles', finds: [mukachevo, drones] },
  { typed: 'Mukachevo', finds: [mukachevo] },
  { typed: 'Мукачево', finds: [mukachevo] },
  { typed: '574', first: drones },
  { typed: '3000', first: by('flamingo-tested') },
  { typed: '3,000 kilometres', first: by('flamingo-tested') },
  { typed: 'soldiers', finds: [noTroops] },
  { typed: 'troops', finds: [noTroops, by('zaporizhzhia-build-up')] },
  { typed: 'air support', first: '/quotes/donald-trump/air-support/' },
  { typed: 'neutral', finds: [by('neutral-europe')] },
  { typed: 'long-range', finds: [by('flamingo-tested')] },
  { typed: 'veto', finds: ['/events/istanbul-draft-rejected/'] },
  { typed: 'partnership', finds: ['/events/2022-02-04-no-limits-declaration/'] },
  // Names in every spelling.
  { typed: 'Zelensky', finds: [zelensky, guarantors] },
  { typed: 'Zelenskyy', finds: [zelensky, guarantors] },
  { typed: 'Zelenskiy', finds: [zelensky, guarantors] },
  { typed: 'Зеленський', finds: [zelensky, guarantors] },
  { typed: 'Зеленский', finds: [zelensky, guarantors] },
  { typed: 'Volodymyr Zelenskyy', finds: [zelensky, guarantors] },
  { typed: 'Orban', finds: ['/speakers/viktor-orban/', by('orban-against-supporting-ukraine')] },
  { typed: 'Orbán', finds: ['/speakers/viktor-orban/', by('orban-against-supporting-ukraine')] },
  { typed: 'Путін', finds: ['/speakers/vladimir-putin/'] },
  { typed: 'Lavrov', finds: [lavrov, '/speakers/sergei-lavrov/'] },
  { typed: 'Лавров', finds: [lavrov, '/speakers/sergei-lavrov/'] },
  { typed: 'Kiev', finds: ['/events/2025-08-20-zelensky-briefing/'] },
  { typed: 'Lvov', finds: [lviv] },
  { typed: 'ndtv', finds: [lavrov, '/articles/2025-08-21-china-ruled-out/'] },
  // Phrases, in marks of any shape, and pasted quotes.
  { typed: '"at the time when we really needed it"', first: guarantors },
  { typed: '“at the moment when we really needed it,”', first: guarantors },
  { typed: '«no meeting in Moscow»', first: moscow },
  { typed: '"there can be no meeting" moscow', first: moscow },
  { typed: '"neutral Europe" "should be held"', first: by('neutral-europe') },
  { typed: '"Switzerland, Austria –- we agree"', first: venues },
  { typed: '"Switzerland, Austria we agree"', first: venues },
  { typed: '"don\'t help Ukraine"', first: guarantors },
  { typed: '"don’t help Ukraine"', first: guarantors },
  {
    typed: '“We want to have an understanding of the security guarantees architecture within seven to 10 days,”',
    first: architecture,
  },
  {
    typed: 'We need to understand which country will be ready to do what at each specific moment',
    first: by('which-country-does-what'),
  },
  { typed: '"moscow in meeting no"', nothing: true },
  { typed: '"really needed Moscow"', nothing: true },
  // Questions.
  { typed: 'did Zelensky rule out Moscow', first: moscow },
  { typed: 'how many drones', first: attack, finds: [drones] },
  { typed: 'trump troops', first: noTroops },
  { typed: 'who ruled out sending soldiers?', first: noTroops },
  { typed: 'what did Lavrov say about China', first: lavrov },
  { typed: 'where could they meet', finds: ['/topics/where-to-meet/'] },
  { typed: 'did anyone say Budapest?', first: by('not-in-budapest') },
  { typed: 'when will mass production begin', finds: [by('flamingo-mass-production')] },
  { typed: 'is Turkey a NATO country', first: venues },
  { typed: 'was anyone killed in Lviv', first: lviv },
  { typed: 'will there be a summit in Moscow', finds: [moscow] },
  { typed: 'who said no troops', finds: [noTroops] },
  { typed: 'trump no troops', first: noTroops },
  { typed: 'did Trump promise boots on the ground', first: noTroops, showing: 'did Trump boots on the ground' },
  { typed: 'KIND:Quote Moscow', finds: [moscow], not: ['/speakers/moscow/'] },
  { typed: 'number of drones', first: attack },
  // Pasted with what stands around it, or from memory.
  { typed: '“There can be no meeting in Moscow,” Zelenskiy said.', first: moscow },
  { typed: 'There can be no meeting in Moscow', first: moscow },
  { typed: '"no meeting in Moscow today"', nothing: true, instead: '"no meeting in Moscow"' },
  { typed: '"Moscow is no place for a meeting"', nothing: true },
  { typed: '"China did not help us stop this war"', nothing: true, instead: 'China help stop war' },
  { typed: '"security guarantees" orchid', finds: [architecture], showing: '"security guarantees"' },
  // Names of places, and words that people write in two ways.
  { typed: 'Transcarpathia', finds: ['/quotes/governor-of-zakarpattya/mukachevo-strike/', mukachevo] },
  { typed: 'cease-fire', first: by('no-role-for-china') },
  { typed: 'Volodimir', first: zelensky, showing: 'volodymyr' },
  // The beginning of a number is another number.
  { typed: 'article 5', nothing: true },
  { typed: '40 missiles', first: drones },
  { typed: '10 days', first: architecture },
  // What other engines know and ours need not trip over.
  { typed: '+moscow', finds: [moscow] },
  { typed: '(moscow)', finds: [moscow] },
  { typed: 'guarantee*', finds: [architecture] },
  { typed: 'moscow AND meeting', first: moscow },
  { typed: 'security-guarantees', finds: [architecture] },
  { typed: 'from:2025-08-20 to:2025-08-19 moscow', not: [moscow] },
  { typed: '-moscow', not: [moscow] },
  // Operators.
  { typed: 'speaker:trump', finds: [noTroops, '/quotes/donald-trump/air-support/'], not: [guarantors, lavrov] },
  { typed: 'speaker:Зеленський moscow', first: moscow, not: [lavrov] },
  { typed: 'outlet:daily8 kind:quote', finds: [drones, architecture], not: [lavrov, noTroops] },
  { typed: 'topic:us-troops', finds: [noTroops], not: [guarantors] },
  { typed: 'kind:direct', finds: [guarantors, moscow], not: [noTroops, lavrov, mukachevo] },
  {
    typed: 'kind:event from:2025-08-15 to:2025-08-15',
    finds: ['/events/2025-08-15-alaska-meeting/'],
    not: [mukachevo],
  },
  { typed: 'to:2022', finds: ['/events/full-scale-invasion/'], not: [mukachevo, guarantors] },
  { typed: 'meeting -moscow kind:quote', finds: [by('neutral-europe')], not: [moscow] },
  { typed: 'guarantees -"security guarantees"', not: [architecture, lavrov] },
  // Nothing, and what was meant.
  { typed: 'orchid', nothing: true },
  { typed: 'Bucharest', nothing: true },
  { typed: 'drones orchid', first: drones, showing: 'drones' },
  { typed: 'Macron', nothing: true },
  { typed: 'berliner', nothing: true },
  { typed: 'Zelinsky', first: zelensky, showing: 'zelensky' },
  { typed: 'guarentees', finds: [architecture], showing: 'guarantees' },
  { typed: 'Flamigno', first: by('flamingo-tested'), showing: 'flamingo' },
  { typed: '<script>alert(1)</script>', nothing: true },
]

/** A search that stands for the page of something that has none. */
const search = (operator: string): string => urls.search(operator)

/** Of the first record: what was named, dates, slips, operators, numbers, and words that mean the same. */
export const kinds: Case[] = [
  // What was named comes first.
  { typed: 'Zelensky', first: zelensky },
  { typed: 'lavrov', first: '/speakers/sergei-lavrov/' },
  { typed: 'xi', first: '/speakers/xi-jinping/' },
  { typed: "Putin's", first: '/speakers/vladimir-putin/' },
  { typed: 'who is Kozytskyy?', first: '/speakers/maksym-kozytskyi/' },
  { typed: 'president of Ukraine', first: zelensky },
  { typed: 'President Trump', first: '/speakers/donald-trump/' },
  { typed: 'foreign minister Lavrov', first: '/speakers/sergei-lavrov/' },
  { typed: 'the kremlin', first: '/speakers/moscow/' },
  { typed: 'governor of Zakarpattya', first: '/speakers/governor-of-zakarpattya/' },
  { typed: 'Kiev', first: search('place:kyiv') },
  { typed: 'Türkiye', first: search('place:turkey') },
  { typed: 'Daily8', first: search('outlet:daily8') },
  { typed: 'NDTV', first: search('outlet:ndtv-profit') },
  { typed: 'Bloomberg', first: search('outlet:bloomberg') },
  { typed: 'china guarantor', first: '/topics/china-as-guarantor/' },
  { typed: 'meet', first: by('neutral-europe') },
  { typed: 'When could they meet?', first: '/topics/when-to-meet/' },
  { typed: 'US troops', first: '/topics/us-troops/' },
  { typed: 'Flamingo test', first: '/events/flamingo-test/' },
  { typed: 'Alaska meeting', first: '/events/2025-08-15-alaska-meeting/' },
  { typed: 'no-limits declaration', first: '/events/2022-02-04-no-limits-declaration/' },
  { typed: 'Russia strikes Mukachevo with missiles', first: mukachevo },
  {
    typed: 'Zelenskiy Rules Out China as One of Postwar Security Guarantors',
    first: '/articles/2025-08-21-china-ruled-out/',
  },
  { typed: 'security guarantees', first: by('positive-signals') },
  // In other scripts, and with their endings.
  { typed: 'Зеленского', first: zelensky },
  { typed: 'Путина', first: '/speakers/vladimir-putin/' },
  { typed: 'Києва', first: search('place:kyiv') },
  { typed: 'США', finds: ['/quotes/donald-trump/air-support/'] },
  // Days.
  { typed: '21 august', first: '/days/2025-08-21/' },
  { typed: 'Thursday, August 21, 2025', first: '/days/2025-08-21/' },
  { typed: '21.08.2025', first: '/days/2025-08-21/' },
  { typed: '08/21/2025', first: '/days/2025-08-21/' },
  { typed: '21 серпня', first: '/days/2025-08-21/' },
  { typed: 'on:2025-08-18', first: '/days/2025-08-18/' },
  { typed: 'what happened on 15 August?', first: '/days/2025-08-15/' },
  { typed: '24 february 2022', first: '/days/2022-02-24/' },
  { typed: 'february 2026', first: '/events/flamingo-mass-production/' },
  { typed: 'what is expected by february 2026', first: '/events/flamingo-mass-production/' },
  { typed: '20-21 august', finds: [attack], not: ['/events/full-scale-invasion/'] },
  { typed: 'july 2025', first: '/events/2025-07-mid-july-attack/' },
  { typed: 'trump 18 august', first: '/events/2025-08-18-white-house-talks/' },
  { typed: 'mass production could begin by February', first: by('flamingo-mass-production') },
  // Slips.
  { typed: 'guarentees', finds: [architecture], showing: 'guarantees' },
  { typed: 'zelenksy', first: zelensky, showing: 'zelensky' },
  { typed: 'lavrof', first: '/speakers/sergei-lavrov/', showing: 'lavrov' },
  { typed: 'Budapset', first: search('place:budapest'), showing: 'budapest' },
  { typed: 'secruity guarentees', finds: [architecture], showing: 'security guarantees' },
  { typed: '"guarentees"', nothing: true },
  // Operators, by their other names too.
  { typed: 'trump NOT troops', not: [noTroops], finds: ['/quotes/donald-trump/air-support/'] },
  { typed: 'zelensky OR trump', finds: [noTroops, moscow], not: [drones] },
  { typed: 'Budapest OR Istanbul', finds: [by('not-in-budapest'), '/events/istanbul-draft/'] },
  { typed: 'from: 2025 attack', finds: [attack], not: ['/events/full-scale-invasion/'] },
  { typed: 'who:lavrov china', finds: [lavrov], not: [by('no-role-for-china')] },
  { typed: 'author:lavrov', finds: [lavrov], not: [moscow] },
  { typed: 'source:daily8 drones', first: drones },
  { typed: 'outlet:bloomberg', finds: [lavrov, '/articles/2025-08-21-china-ruled-out/'], not: [drones] },
  { typed: 'place:mukachevo', finds: [mukachevo], not: [drones] },
  // Figures, units and numbers.
  { typed: 'how many people were killed in lviv?', first: attack },
  { typed: 'how many people were injured in Mukachevo', first: mukachevo },
  { typed: 'how far can the Flamingo fly', first: '/events/flamingo-test/' },
  { typed: '3.5 years', first: '/events/full-scale-invasion/' },
  { typed: '3,5 years', first: '/events/full-scale-invasion/' },
  { typed: '35 years', not: ['/events/full-scale-invasion/'] },
  { typed: 'three and a half years', first: '/events/full-scale-invasion/' },
  { typed: 'Russian foreign minister', first: '/speakers/sergei-lavrov/' },
  { typed: 'Ukrainian president', first: zelensky },
  { typed: 'President of Ukraine', first: zelensky },
  { typed: 'Hungarian prime minister', first: '/speakers/viktor-orban/' },
  { typed: 'US president', first: '/speakers/donald-trump/' },
  { typed: 'American president', first: '/speakers/donald-trump/' },
  { typed: '3,000 km', first: by('flamingo-tested') },
  { typed: '3000km', first: by('flamingo-tested') },
  { typed: '3 000 kilometers', first: by('flamingo-tested') },
  { typed: '1,864 miles', first: by('flamingo-tested') },
  { typed: '7-10 days', first: architecture },
  { typed: 'seven to ten days', first: architecture },
  { typed: 'three and a half years', first: '/events/full-scale-invasion/' },
  { typed: 'forty missiles', first: drones },
  { typed: 'twelve civilians', first: '/quotes/governor-of-zakarpattya/mukachevo-strike/' },
  // Words that mean the same, and short ones that begin others.
  { typed: 'UK', first: '/events/coalition-for-guarantees/', not: [moscow, '/events/full-scale-invasion/'] },
  { typed: 'United Kingdom', first: '/events/coalition-for-guarantees/' },
  { typed: 'USA', finds: ['/quotes/donald-trump/air-support/'], not: [guarantors] },
  { typed: 'American air support', first: '/quotes/donald-trump/air-support/' },
  // What is nowhere stays nowhere.
  { typed: 'Macron', nothing: true },
  { typed: 'Biden', nothing: true },
  { typed: '600 drones', nothing: true },
]

const mara = '/speakers/mara-lodzinska/'

/** The same kinds on the fictional record of the bridge. */
export const small: Case[] = [
  { typed: 'Łodzińska', first: mara },
  { typed: 'Лодзинской', first: mara },
  { typed: 'lodzinksa', first: mara, showing: 'lodzinska' },
  { typed: 'harbour office', first: '/speakers/harbour-office/' },
  { typed: 'harbor office', first: '/speakers/harbour-office/' },
  { typed: 'Mayor Łodzińska', first: mara },
  { typed: 'Port Ellis', first: search('place:port-ellis') },
  { typed: 'Порт-Эллис', first: search('place:port-ellis') },
  { typed: 'the ledger', first: search('outlet:the-ledger') },
  { typed: 'CW', first: search('outlet:coast-wire') },
  { typed: 'Will there be a ferry?', first: '/topics/ferries/' },
  { typed: 'public meeting', first: '/events/public-meeting/' },
  { typed: 'Meeting on the bridge put off', first: '/articles/2031-03-10-meeting-put-off/' },
  { typed: '2 march', first: '/days/2031-03-02/' },
  { typed: '10.3.2031', first: '/days/2031-03-10/' },
  { typed: '1st of March 2031', first: '/days/2031-03-01/' },
  { typed: 'may 2031', first: '/events/reopening/' },
  { typed: 'how many passengers', first: '/events/first-buses/' },
  { typed: 'four hundred passengers', finds: ['/events/first-buses/'] },
  { typed: 'bridge NOT ferries topic:reopening', not: ['/topics/ferries/'] },
  { typed: 'buses OR cracks', finds: ['/events/first-buses/', '/events/cracks-found/'] },
  { typed: 'until: 1990', finds: ['/events/bridge-built/'], not: ['/events/public-meeting/'] },
  { typed: 'agency:"coast wire"', finds: ['/articles/2031-03-03-no-ferries/'] },
]

/** And on a story that is being followed. */
export const followed: Case[] = [
  { typed: 'Renn', first: '/speakers/ida-renn/' },
  { typed: 'When does the ferry come?', first: '/topics/ferry/' },
  { typed: 'trial crossing', first: '/events/trial-crossing/' },
  { typed: 'second peir', first: '/events/second-pier/', showing: 'second pier' },
  { typed: '18 march', first: '/days/2031-03-18/' },
  { typed: 'april 2031', finds: ['/events/trial-crossing/', '/events/fares-hearing/'] },
  { typed: 'speaker: renn', finds: ['/speakers/ida-renn/'] },
  { typed: 'newspaper:ledger since:2031-03-19', finds: ['/articles/2031-03-20-ferry-bought/'] },
]

const of = (id: string): string => `/quotes/${id}/${id.split('-')[0]}-said/`

export const difficultNames: Case[] = [
  { typed: 'Żółw', finds: [of('lukasz-zolw'), '/articles/report/'], not: [of('soren-aerosund')] },
  { typed: 'zolw', finds: [of('lukasz-zolw'), '/articles/report/'] },
  { typed: 'ŻÓŁW', finds: [of('lukasz-zolw')] },
  { typed: 'жулв', finds: [of('lukasz-zolw')] },
  { typed: 'Lukasz Zolw', finds: [of('lukasz-zolw')] },
  { typed: 'Ærøsund', finds: [of('soren-aerosund')] },
  { typed: 'aerosund', finds: [of('soren-aerosund')] },
  { typed: 'soren', finds: [of('soren-aerosund')], not: [of('lukasz-zolw')] },
  { typed: 'Đokić', finds: [of('dorde-djokic')] },
  { typed: 'dokic', finds: [of('dorde-djokic')] },
  { typed: 'Djokic', finds: [of('dorde-djokic')] },
  { typed: 'Ђокић', finds: [of('dorde-djokic')] },
  { typed: 'kaygisiz', finds: [of('isil-kaygisiz')] },
  { typed: 'Işıl', finds: [of('isil-kaygisiz')] },
  { typed: 'Großmann', finds: [of('jurgen-grossmann')] },
  { typed: 'grossmann', finds: [of('jurgen-grossmann')] },
  { typed: 'strasse', finds: [of('jurgen-grossmann')] },
  { typed: "O'Neill", finds: [of('nora-oneill')] },
  { typed: 'O’Neill', finds: [of('nora-oneill')] },
  { typed: 'oneill', finds: [of('nora-oneill')] },
  { typed: '"it’s the pilots’ job"', finds: [of('nora-oneill')], not: [of('dorde-djokic')] },
  { typed: 'Lefevre', finds: [of('anne-marie-lefevre')] },
  { typed: 'Anne-Marie', finds: [of('anne-marie-lefevre')] },
  { typed: 'lefèvre blanc', finds: [of('anne-marie-lefevre')] },
  { typed: '"state of the art"', finds: [of('anne-marie-lefevre')] },
  { typed: '"state-of-the-art lock"', finds: [of('anne-marie-lefevre')] },
  { typed: 'nguyen', finds: [of('tham-nguyen')] },
  { typed: 'Thắm', finds: [of('tham-nguyen')] },
  { typed: 'tham', finds: [of('tham-nguyen')] },
  { typed: 'Brandt', finds: [of('ada-brandt'), of('otto-brandt')] },
  { typed: 'Ada Brandt', finds: [of('ada-brandt')], not: [of('otto-brandt')] },
  { typed: 'speaker:ada', finds: [of('ada-brandt')], not: [of('otto-brandt')] },
  { typed: 'speaker:brandt build', finds: [of('ada-brandt'), of('otto-brandt')] },
  { typed: 'brandt -ada kind:quote', finds: [of('otto-brandt')], not: [of('ada-brandt')] },
  { typed: 'Παπαδάκη', finds: [of('eleni-papadaki')] },
  { typed: 'παπαδακη', finds: [of('eleni-papadaki')] },
  { typed: 'papadaki', finds: [of('eleni-papadaki')] },
  { typed: 'حداد', finds: [of('layla-haddad')] },
  { typed: 'speaker:ليلى', finds: [of('layla-haddad')], not: [of('eleni-papadaki')] },
  { typed: 'alesund', finds: ['/articles/report/'] },
  { typed: 'umit', finds: ['/articles/report/'] },
  { typed: 'Brand', finds: [of('ada-brandt')] },
  { typed: 'brandter', finds: [of('ada-brandt')], showing: 'brandt' },
  { typed: 'grosmann', finds: [of('jurgen-grossmann')], showing: 'grossmann' },
]
