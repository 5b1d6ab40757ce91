/** The words the rules rest on: verbs of saying, titles, roles, nations, given names. English. */

const list = (text: string): string[] => text.trim().split(/\s+/)
const set = (text: string): ReadonlySet<string> => new Set(list(text))

/** Verbs that stand beside a direct quotation in either order: `said Ann`, `Ann said`. Finite forms. */
export const sayingVerbs = set(`
  said says say saying told tells tell telling asked asks ask asking added adds add adding wrote writes write writing
  replied replies replying responded responds responding answered answers answering insisted insists insist insisting
  warned warns warn warning argued argues argue arguing claimed claims claim claiming stated states state stating explained explains
  explain explaining noted notes note noting remarked remarks remarking commented comments commenting declared declares
  declaring announced announces announce announcing confirmed confirms confirm confirming admitted admits admit admitting conceded concedes
  conceding acknowledged acknowledges acknowledging denied denies deny denying recalled recalls recall recalling
  continued continues continuing concluded concludes concluding observed observes observing stressed stresses stress stressing
  emphasised emphasises emphasising emphasized emphasizes emphasizing underlined underlines underlining urged urges urge urging pledged pledges pledging
  promised promises promise promising vowed vows vowing predicted predicts predict predicting suggested suggests suggest suggesting joked
  jokes joking quipped quips quipping shouted shouts shouting yelled yells yelling whispered whispering muttered muttering
  cried crying exclaimed exclaiming lamented laments lamenting complained complains complain complaining tweeted tweets
  tweeting posted posts posting repeated repeats repeating reiterated reiterates reiterating testified testifies
  testifying disagreed disagrees disagreeing countered counters countering retorted retorting maintained maintains maintaining alleged alleges allege alleging
  reported reports report reporting revealed reveals revealing mused musing sighed laughed reflected reflects reflecting ventured
  interjected chimed cautioned cautions cautioning disclosed discloses boasted boasts boasting protested protests protesting objected
  objects objecting pleaded pleads pleading advised advises advising agreed agrees agreeing thinks think thought believes believe believed
  hopes hope hoped fears fear feared expects felt feels reckons reckoned contended contends contending asserted asserts asserting
  enthused enthuses gushed snapped snaps fumed thundered scoffed teased mentioned mentions read reads demanded demands demanding
  proclaimed proclaims proclaiming signalled signaled indicated indicates indicating clarified clarifies clarifying cites cited citing
  wondered wonders wondering quoted quotes elaborated apologised apologized apologising apologizing summarised summarized
  remark comment declare stress observe lament joke vow reiterate testify maintain assert contend concede acknowledge confirm predict boast recount
  chanted chants chanting opined opines crowed deadpanned barked beamed bellowed blurted fretted groaned grumbled griped hissed implored moaned
  murmured raged ranted relayed roared screamed seethed shrieked sniffed snarled spluttered stormed stammered trumpeted wept
  whined raved surmised theorised theorized confided cracked vented chided riposted hollered drawled gasped swore insinuated intoned exhorted decided ruled wailed howled sobbed giggled grinned shrugged smiled chuckled recounted recounts
  offered reasoned texted emailed messaged tells
`)

/** Verbs that take quoted words as their object, or as part of reported speech, but seldom a whole direct quotation. */
export const judgingVerbs = set(`
  called calls call calling described describes describe describing dubbed dubs dubbing labelled labels labelling labeled labeling branded
  brands branding praised praises praise praising criticised criticises criticising criticized criticizes criticizing hailed hails hailing
  welcomed welcomes welcoming condemned condemns condemning dismissed dismisses dismissing accused accuses accusing thanked
  thanks thanking denounced denounces denouncing decried decries decrying slammed slams slamming blasted blasts blasting
  rejected rejects rejecting referred refers referring spoke speaks speaking talked talks talking blamed blames blaming
  characterised characterises characterising characterized characterizes characterizing likened likens likening compared compares
  comparing defended defends defending ridiculed ridiculing mocked mocks mocking deplored deplores deploring derided derides
  voiced voices voicing expressed expresses expressing invoked invokes invoking lauded lauds lauding touted touts touting
  cited cites citing threatened threatens threatening saw sees seeing considered considers considering deemed deems deeming
  remembered remembers remembering backed condemned ridicules termed terms terming depicted depicting portrayed portraying hinted hints hinting scolded celebrated mourned
  apologised apologized saluted salutes saluting attacked lambasted lambasting berated savaged played pushed
  accepted accepts accepting congratulated congratulates congratulating reminded reminds reminding
  wished wishes wishing painted ruled wanted wants heralded sought rates rated rating prefers preferred prefer
`)

/** Verb forms that are nouns just as often. */
export const nounLike = set(`
  remark comment stress joke vow star claims claim reports report demands demand calls call quotes answers offers fears
  hopes thanks replies comments remarks promises pledges concerns notes states state warnings writing saying question
  questions cries threatens terms rules tweets posts boasts protests objects hopes thought felt ruled read reading urges
  answer complaint estimates warning hearing meeting feeling brands labels blames praise blasts hails calling telling
  worries hope fear ruling offering finding state stress cite quote vow vows post tweet wants attacks attack saw rejects
  grins reason reasons fear hint hints reply comment remark thinking understanding opening posting
`)

/** Forms of the verbs above that say who speaks only through the subject of their sentence. */
export function isParticiple(word: string): boolean {
  return /ing$/.test(word)
}

/** Verbs plain enough to propose reported speech on, without quotation marks. */
export const reportingVerbs = set(`
  said says say told tells added adds wrote writes replied insisted insists warned warns argued argues claimed claims claim
  stated states explained explains noted declared announced announces confirmed confirms admitted admits conceded
  concedes acknowledged denied denies stressed emphasised emphasized pledged promised vowed predicted predicts suggested
  reiterated testified countered maintained alleged alleges revealed asserted contended complained recalled repeated
`)

export const pronouns: { readonly [word: string]: 'm' | 'f' | 'p' | 'n' | undefined } = {
  he: 'm',
  she: 'f',
  they: 'p',
  it: 'n',
}

/** Words that may stand between a subject and its verb. */
export const beforeVerb = set(`
  has have had also later then would will did does do was were is are had've meanwhile repeatedly publicly previously recently
  earlier reportedly already again still once only even just simply often always never nevertheless nonetheless however
  instead afterwards subsequently formally officially initially flatly bluntly quietly angrily privately
  openly pointedly jokingly memorably famously explicitly categorically consistently frequently last this week month
  on monday tuesday wednesday thursday friday saturday sunday yesterday today tonight could may might can must
  now finally further both all each been being since firmly strongly rightly clearly curtly cheerfully drily dryly wryly
  separately jointly first ultimately eventually apparently evidently himself herself themselves itself too not
  loudly softly gently calmly tearfully gleefully proudly sharply briefly emphatically unanimously immediately promptly swiftly
`)

/** Titles that stand before a name. */
export const titles = set(`
  maître maitre herr frau monsieur madame signor signora señor señora shri smt mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron president prime minister chancellor premier secretary
  general senator sen rep representative governor gov mayor judge justice magistrate pope king queen prince princess duke duchess
  captain colonel col major sergeant sgt lieutenant lt inspector det detective chief constable superintendent supt commissioner
  commander admiral brigadier marshal coach manager director ceo chairman chairwoman chair chairperson councillor cllr councilor
  councilman councilwoman alderman deputy vice speaker ambassador attorney archbishop bishop cardinal father sister brother
  rev reverend imam rabbi foreign defence defense interior finance health education transport justice environment culture economy
  trade energy treasury home labour labor agriculture climate housing state acting former ex-president ex-minister then-president
  co-founder founder leader head spokesman spokeswoman spokesperson executive officer doctor nurse
  analyst economist lawyer solicitor barrister prosecutor coroner captain-elect president-elect mp mep msp md congressman congresswoman
  lawmaker undersecretary comptroller sheriff treasurer principal headteacher teacher dean provost rector midfielder striker
  goalkeeper defender winger forward quarterback pitcher driver rider skipper tory conservative democrat democratic
  republican liberal green party-leader co-author author historian scientist researcher engineer farmer fisherman
  resident shopkeeper journalist editor poet actor actress singer novelist playwright conductor curator artist
  backbencher opposition parliamentary press national senior junior chief-executive group regional district
`)

/** Nouns for a person, as in `the Ukrainian leader`, `a spokeswoman for the ministry`; the value says what is known of the person. */
const maleRoles = set(`
  man boy father son brother husband king prince chairman spokesman policeman fireman businessman salesman congressman
  councilman fisherman grandfather stepfather son-in-law brother-in-law uncle widower gentleman duke actor lord englishman frenchman irishman dutchman
  scotsman welshman frontman lad statesman tribesman cameraman
`)
const femaleRoles = set(`
  woman girl mother daughter sister wife queen princess chairwoman spokeswoman policewoman businesswoman congresswoman
  councilwoman grandmother granddaughter stepmother daughter-in-law mother-in-law sister-in-law aunt widow duchess actress lady baroness englishwoman frenchwoman irishwoman dutchwoman headmistress
`)
const plainRoles = set(`
  president minister premier chancellor leader head chief boss director manager coach trainer captain skipper governor mayor
  senator lawmaker mp mep judge prosecutor lawyer solicitor barrister attorney secretary commissioner commander general
  colonel officer official diplomat ambassador envoy negotiator spokesperson chair chairperson chairmen executive ceo founder co-founder
  owner farmer doctor nurse surgeon scientist researcher professor lecturer economist analyst expert engineer architect
  author writer novelist poet playwright singer musician conductor composer artist painter sculptor curator
  striker midfielder goalkeeper keeper defender winger forward player athlete champion runner swimmer cyclist driver rider
  golfer boxer batsman bowler pitcher quarterback skier teacher headteacher principal student pupil resident neighbour
  neighbor witness victim survivor defendant plaintiff suspect shopkeeper baker publican landlord tenant
  passenger pensioner volunteer activist campaigner organiser organizer unionist strategist adviser advisor aide
  veteran politician councillor councilor deputy vice-president candidate inspector detective sergeant superintendent constable
  coroner historian biologist geologist physicist chemist astronomer epidemiologist virologist ecologist hydrologist
  meteorologist climatologist archaeologist psychologist psychiatrist sociologist virologist glaciologist seismologist
  oceanographer zoologist botanist paleontologist palaeontologist statistician mathematician pharmacist vet
  veterinarian paramedic firefighter pilot skipper sailor fisher trawlerman forester ranger
  editor journalist reporter correspondent presenter broadcaster producer filmmaker screenwriter photographer designer
  entrepreneur investor trader broker banker treasurer accountant auditor shareholder customer employee worker
  apprentice archbishop bishop cardinal pope priest vicar imam rabbi monk nun speaker whip backbencher premier
  tsar chairholder convener rapporteur caretaker janitor librarian bookseller winemaker brewer chef cook butcher
  parent guardian child grandson nephew niece cousin partner boyfriend girlfriend fiance friend classmate flatmate
  carer bystander onlooker teenager youngster driver motorist commuter cyclist pedestrian hiker climber
  father-in-law lieutenant admiral marshal sheriff ranger dean provost rector warden superintendent
  undersecretary statesperson monarch emperor sultan emir sheikh chieftain elder strategist technician mechanic
  critic regular juror patient organist caller shopper viewer listener reader punter youth lad lass
  plumber electrician builder joiner carpenter welder miner docker postmaster source insider
  agent donor referee umpire gaffer bookmaker undertaker comedian comic star popstar rapper dj influencer blogger podcaster tackle guard linebacker cornerback catcher shortstop outfielder fly-half prop hooker
  fullback fielder wicketkeeper goalie insider counsel magician dancer choreographer sommelier columnist historian mum dad mother-of-two granny grandad campaigner user
  billionaire millionaire heiress tycoon magnate mogul heir socialite financier publisher grower exporter importer reviewer contractor landowner homeowner villager islander rancher deckhand trucker clerk
  waiter waitress barman barmaid bartender hairdresser stylist cleaner cabbie courier tutor examiner consultant mediator
  registrar bailiff laureate nominee winner finalist contestant competitor organiser promoter sponsor creditor claimant
  complainant applicant appellant accuser whistleblower hostage prisoner inmate detainee refugee migrant evacuee recruit
  conscript soldier airman marine gunner medic commander groundsman postman envoy nun friar rower sprinter marathoner
  gardener tailor cobbler jeweller jeweler grocer greengrocer fishmonger florist undertaker seamstress courtier equerry valet butler
  newcomer midwife therapist counsellor conservationist environmentalist naturalist birdwatcher
  world-champion number-one teammate opponent rival counterpart colleague successor predecessor cofounder
  australian american briton german italian russian ukrainian norwegian canadian spaniard swede dane finn pole czech
  hungarian austrian belgian egyptian brazilian argentinian portuguese korean kenyan nigerian ghanaian ethiopian
  democrat republican conservative socialist liberal nationalist
`)
/** Nouns for bodies and for several people. */
export const groupNouns = set(`
  officials police residents witnesses prosecutors lawyers scientists researchers experts analysts doctors nurses teachers
  unions union ministry ministers government council court company firm group club team party parties committee commission
  agency authorities authority department office board bank army military force forces navy troops rescuers firefighters
  workers strikers employees players fans supporters critics opponents campaigners activists protesters demonstrators organisers
  organizers economists investors traders farmers fishermen parents students pupils neighbours neighbors families relatives
  leaders lawmakers mps senators judges diplomats envoys sources people others many some several most both aides allies
  administration association federation charity foundation institute university hospital school church regulator watchdog operator airline
  airport network broadcaster newspaper magazine kremlin pentagon administration embassy secretariat parliament senate
  assembly cabinet cartel consortium retailer supermarket manufacturer carmaker chipmaker brewer builder developer airline
  lender insurer utility trust society alliance coalition bloc nato eu un league rebels militants insurgents guerrillas
  shareholders directors executives managers staff crew crews inspectors investigators detectives officers engineers developers
  tenants landlords homeowners locals villagers islanders townspeople passengers commuters drivers motorists customers shoppers
  visitors tourists spectators guests delegates members volunteers veterans pensioners survivors victims victims' historians
  biologists geologists physicists astronomers epidemiologists ecologists meteorologists archaeologists conservationists
  environmentalists paramedics medics surgeons ranchers growers producers exporters importers retailers publishers authors writers
  editors artists musicians jurors neighbors' coaches athletes riders sailors pilots observers commentators pundits
  pollsters strategists negotiators mediators brokers bankers lenders borrowers creditors auditors
  brigade squad task-force taskforce lifeboat coastguard watchdogs ngo ngos campaign consulate bureau headquarters
  regulars jury sixth-formers pupils shopkeepers hackers fishermen passers-by bystanders onlookers
  governments councils councillors mayors governors co-authors authors colleagues friends teammates panel jury tribunal
  inspectorate ombudsman spokespeople spokesmen inquiry start-up startup business maker chain think-tank body service services
  survey statement report
  americans britons germans russians ukrainians norwegians canadians europeans democrats republicans conservatives tories socialists
  palace presidency chancellery treasury academy museum zoo orchestra gallery diocese prefecture municipality
  pair couple duo trio liberals nationalists greens opposition secretariat mission delegation
`)

/** Endings that only nouns for persons have. */
const personEnding =
  /(?:olog|[aeiou]n|art|ol|ell|rr|uit|ar|ger|mat|ach|erv|iv|ourn|onom|tour|ic|al|och)ist$|(?:grapher|maker|keeper|holder|worker|goer|smith|monger|wright|owner|hunter|lover|seller|dresser|former|watcher|passer-by|passerby|stander|looker)$/

export function isRoleNoun(word: string): boolean {
  const low = word.toLowerCase().replace(/[’']s$/, '')
  return (
    plainRoles.has(low) ||
    maleRoles.has(low) ||
    femaleRoles.has(low) ||
    /^(?:spokes|chair)|-year-old$/.test(low) ||
    personEnding.test(low)
  )
}

export function isGroupNoun(word: string): boolean {
  return groupNouns.has(word.toLowerCase().replace(/[’']s$/, ''))
}

export function roleGender(word: string): 'm' | 'f' | null {
  const low = word.toLowerCase()
  return maleRoles.has(low) && low !== 'lord' && low !== 'actor' ? 'm' : femaleRoles.has(low) ? 'f' : null
}

export const maleTitles = set('herr monsieur signor señor shri mr sir lord king prince duke father baron')
export const femaleTitles = set('frau madame signora señora smt mrs ms miss dame lady baroness queen princess duchess')

/** Roles that newspapers use for one another. */
export const roleFamilies: readonly ReadonlySet<string>[] = [
  set('leader president premier head ruler chancellor prime-minister minister king'),
  set('boss chief executive ceo head director manager founder'),
  set('manager coach boss trainer'),
  set('chairman chairwoman chair chairperson head'),
  set('spokesman spokeswoman spokesperson'),
  set('mp lawmaker politician deputy member parliamentarian senator congressman congresswoman councillor'),
  set(
    'scientist researcher professor biologist geologist physicist chemist astronomer ecologist epidemiologist academic',
  ),
  set('author writer novelist poet playwright'),
  set('minister secretary'),
  set('captain skipper'),
  set('goalkeeper keeper'),
  set('lawyer attorney solicitor barrister'),
  set('governor official'),
  set('economist analyst'),
  set('officer detective inspector sergeant superintendent constable'),
]

/** Given names with the gender they tell; those that tell nothing are left out. */
const maleNames = set(`
  adam adrian ahmed alan albert alex alexander alfred ali anders andre andreas andrei andrew andrey angus anthony anton antonio arjun
  arthur arturo ben benjamin bernard bill björn bjorn bob boris brian bruno carl carlos charles charlie chen christian christopher
  colin craig daniel darren dave david dean dennis derek diego dieter dimitri dmitri dmitry donald douglas duncan edward
  emil emmanuel enrique eric erik ernest ethan evan fabian felix fergus fernando filip francis francois frank franz fred
  frederick gareth gary gavin geoff geoffrey george gerald gerhard giovanni giorgio giuseppe glenn gordon graham greg gregory
  guillaume gustav hamza hans harald harold harry hassan hector heinrich helmut henri henrik henry hiroshi howard hugh hugo
  hussein ian ibrahim igor ivan ivo jack jacob jacques jakob james jamie jan jason javier jean jeff jeffrey jens jeremy jerome jim
  jiri joao joe johan johannes john jon jonas jonathan jorge jose josef joseph josh joshua juan jürgen jurgen karel karl keir keith
  ken kenneth kevin klaus kofi kwame lars laurent lee leo leon leonard leonid liam lorenzo louis luca lucas luis luke magnus
  malcolm manuel marc marcel marco marcus mario mark marko markus martin mateo mathias matt matteo matthew matthias maurice
  max maxim michael michel miguel mike mikhail milan mohamed mohammed mohammad moritz morten muhammad nathan neil niall nicholas
  nick nicolas niels nigel nikolai nils norman oleg oliver olivier omar oscar oskar otto owen pablo paolo pascal pat patrick paul
  pavel pedro pekka peter philip phil philippe pierre pieter piotr rafael raj rajesh ralph ramon raul ravi raymond rené rene
  ricardo richard rob robert roberto rodrigo roger roland roman ronald rory roy rupert ryan samuel sanjay scott sean sebastian
  serge sergei sergey sergio simon stanley stefan stephen steve steven stewart stuart sven tariq ted terry theo thomas thorsten
  tim timothy tobias tom tomas tomasz tony trevor tristan ulrich vadim viktor victor vincent vladimir volodymyr walter warren
  werner wilhelm will william wolfgang xavier yannick yuri yusuf zoltan maksym donald declan ruairi eamon cormac gethin emyr iwan
  kenji takeshi haruto jin wei rohan vikram anil suresh ravi olu tunde chidi emeka sipho thabo
  miles giles rufus clive ralph reginald barry bruce cecil clifford cyril desmond dominic earl eddie edgar edwin elliott elliot ernie fergal finlay frankie
  fraser gilbert glen grant hamish harvey herbert horace ignacio isaac jasper jerry jesse joel jorg kurt kyle lachlan lance lawrence lewis lloyd
  logan maurizio mauricio mervyn mick mitch morris murray nathaniel ned norbert otis percy pete quentin randall raphael reuben rex rhys
  ricky ronnie ross rowan roderick russell sid silas spencer stan ted terence tobin todd travis trent tyler vernon vince wayne wesley wes
  alistair alasdair callum euan ewan gregor hamish iain lorne magnus struan angus tadhg cillian darragh oisin sean padraig brendan conor
  enzo fabio federico filippo gianni leonardo massimo stefano umberto vittorio alvaro emilio gonzalo guillermo jaime joaquin julio rodolfo
  santiago sergi tomás vicente afonso duarte goncalo henrique joaquim nuno rui tiago benoit cedric didier etienne gaston gilles herve jerome
  julien lucien olivier remi thibault thierry yves dirk egon ernst franziskus friedrich georg gerd gunther günther horst joachim jochen
  konrad lothar ludwig manfred otmar rainer reinhard rolf rudi rudolf siegfried stefan sepp uwe volker wolf arne bjarne einar eirik
  gunnar haakon halvor harald ivar knut leif odd ole olav sigurd sindre stig tor trond vidar aage bent jesper kaj kasper mads mogens
  rasmus søren soren troels axel erland folke gosta göran goran ingvar kjell lennart mats olof pelle rune staffan torbjorn ulf antti
  eero heikki ilkka jari juha jukka kimmo lauri matti mikko olli pekka risto sami timo ville bartosz grzegorz jacek janusz jerzy
  krzysztof lech leszek maciej mateusz mirosław mariusz rafal ryszard slawomir stanislaw tadeusz wojciech zbigniew andras attila balazs bela
  gabor gergely gyorgy imre jozsef kalman lajos miklos peter sandor tamas tibor zsolt adem ahmad bilal faisal farid habib imran
  jamal karim khalid mahmoud malik mehdi nabil nasser rashid saeed salim samir youssef yasser zaid abdul abdullah amir reza hossein
  arnav ashok deepak dev gopal kiran mohan nikhil prakash rahul rakesh sachin sandeep sunil vijay vivek hiro kazuo kenichi makoto
  minoru satoshi shinji takashi taro yoshi bo feng hao jun lei ming peng tao yong kwabena kwesi yaw babatunde femi ikenna kelechi
  segun tobi jabari juma kamau mwangi otieno tendai themba
  bogdan radu mihai ion petr vaclav zdenek marek jaroslav goran dragan zoran luka nikola janos istvan laszlo ferenc giannis
  nikos yannis kostas georgios mehmet mustafa emre murat ahmet aleksandr alexei alexey
  abel abner abram adamu aidan akash akira alain alastair albie alec aled alejandro aleks aleksander alessandro alfie
  alfonso alun alvin ambrose amit amos anatoly anatolii anatoliy andrii andriy andrej andrzej andy angelo ansel archie
  aron arkady armando arno artem asif aurelio avi aziz baptiste barney barnaby bart basil benedict benny bernardo
  bernie bert bertrand bhupinder billy bobby bohdan brad bradley brandon brent brett bryan burak byron cal caleb
  calvin carlo cary chris christoph christophe christos chuck claude claudio claus clint cody connor corey cory cosmin
  curtis cyrus damian damien damon dan danilo danny dante daryl davide davor deniz denys dermot dex dexter dmytro dom
  domenico dominik doug duane dustin dwight dylan ed eduardo edmund edoardo efe eli elias elijah elmar elton elvis
  emanuel erhan ernesto errol erwin esteban eugene eugenio evgeny ezra fabrizio fernand fikret floyd francisco franco
  fredrik gael gaetan gavril gennady geraint gerard gerry gideon gil gino giorgi glyn gopi grady grigory guido gus hal
  hank haris harish hayden hemant hendrik herman hideo hiroki hubert humphrey ihor ilan ilia ilya imad ingo ioan
  irakli isaiah ismail itamar ivaylo jabir jakub jared jarrod jay jed jeremiah jimmy joakim joey johann johnny jordi
  josiah jovan jude jules julian julius junaid justin kabir kai kamil kaspar kazuki keegan kenny kerem kevan kieran
  kirill kirk koji kris krishna kristian kristof kunal kyrylo lazaro len lenny leroy levi linus lionel lorcan luan luc
  luciano luigi lukas lutz maks manish manny manoj marcelo marcin marius marlon marty marvin mathieu matias maxime
  melvin mengistu micah michal mikel mikheil milo milos mircea mitchell mohsin monty moses mukesh musa mykhailo mykola
  mylo narendra naveen neal nestor nico nicolae noah noel nuri oleh oleksandr oleksii oleksiy omid ondrej oren orlando
  osama osman ossie ostap pascoe paulo pavlo pawel perry petar petro piet pradeep pranav rabih radek rafa rafi raheem
  rajan rajiv ramesh rami ramiro randy raphaël rashad ray reece reggie remy renato rick rishi robbie rocco rodney roel
  rogelio romain romeo ron ronan roscoe roshan rostyslav rowland ruben rudy ruslan rustam saad sacha sajid salvador
  salvatore sam sameer samson sandro sanjeev satish saul scot seamus sebastien selim semyon serhii serhiy seth seymour
  shane shaun shawn shigeru silvio simeon slava solomon stanislav stavros stevie stu subhash sully svyatoslav taras
  tarek tarun tayo tej teodor terrence thaddeus theodore tiernan timur tod tomislav tommaso tommy torsten toby trey
  tyrone ugo umar uri valentin valerii valery vasile vasyl venkat vern vic viktar vikas vinay vinnie vinod vitali
  vitalii vitaly vito vladislav vladyslav volkan vyacheslav wade wally wassim wendell wilbur wilf wilfred willem
  willie winston wojtek woody xander yaroslav yevhen yevgeny yiannis yosef yuriy yurii yury zac zach zachary zack zak
  zdravko zeke ziad
  burt donncha fintan cathal eoin fionn rohit arvind kofi ansgar vasily pyotr kaarel jaak henk joost sander maarten bram thijs dewi
  raghav sergiu tyler murat dell colin mitch omer khaled avi jassim birger petter archie bobby del remi
`)
const femaleNames = set(`
  abigail ada adele agnes aisha alexandra alice alicia alina alison amanda amelia amina amy ana anastasia andrea angela
  anita ann anna anne annette annika antonia astrid audrey barbara beatrice beatriz becky bella beth birgit brenda bridget
  brigitte camilla carla carmen carol carolina caroline catarina catherine cecilia charlotte chiara chloe christina christine claire clara
  claudia colette daniela deborah delia denise diana diane dolores donna dorothy edith eileen elaine eleanor elena elisa
  elisabeth elise eliza elizabeth ella ellen elsa emilia emily emma erica erika esther eva eve evelyn fatima fiona florence
  frances francesca freya gabriela gabrielle gemma georgia georgina gertrude gillian gina giulia grace greta gwen hanna hannah
  harriet heather heidi helen helena helga hilary hilde ida imogen ines ingrid irena irene iris irina isabel isabella isla
  jacqueline jane janet janice jasmine jean jennifer jenny jessica jill joan joanna johanna josephine joy joyce judith julia juliana
  julie karen karin karina kate katarina katherine kathleen kathryn katie katja katrin katya kerry kim kirsten kirsty klara laura
  lauren leah leila lena leonie lesley lidia lilian liliana lily linda lisa liv louise lucia lucy luisa lydia madeleine magda
  magdalena maeve mairead margaret margarita margot maria mariam marianne marie marina marion marta martha martina mary matilda maureen mei
  mercedes mia michelle mina miriam molly mona monica monika nadia nancy naomi natalia natalie natasha nicola nicole nina nora
  norma olga olivia paloma pamela patricia paula pauline penelope petra philippa phoebe pia polly priya rachel rebecca regina
  renata rita rosa rose rosemary ruth sabine sally samantha sandra sara sarah sheila shirley siobhan sigrid silvia simone
  sofia sonia sonja sophia sophie stella stephanie susan susanna susanne suzanne svetlana sylvia tamara tania tanya tara tatiana
  teresa tessa thérèse therese theresa tina tracey tracy ulrike ursula valentina valerie vanessa vera veronica victoria viola
  violet virginia vivian wendy yasmin yolanda yulia yvonne zara zoe niamh aoife sinead ciara orla caitlin bronwen carys nia
  aiko yuki sakura keiko lakshmi ananya meera sunita deepa kavita adaeze ngozi chioma amara zanele thandi nomsa
  alma ivy nell morag rhona eilidh mhairi catriona fiona isobel ishbel kirstie shona beryl doris enid ethel gladys hazel hilda irma mabel mavis
  maud myrtle olive opal pearl phyllis thelma vivien wanda winifred adriana alba alejandra beatriz blanca catalina consuelo dolores elvira esperanza
  estela graciela guadalupe inmaculada josefina leticia lola lorena lourdes luz manuela marisol mercedes montserrat noelia pilar rocio
  rosario soledad susana veronica ximena alessandra antonella arianna benedetta bianca carlotta caterina cristina donatella elisabetta federica
  fernanda giovanna giuliana ilaria lucrezia ludovica margherita michela ornella paola raffaella roberta rosanna serena silvana simona
  agathe aurelie beatrice cecile celine chantal corinne delphine dominique elodie fabienne florence genevieve helene isabelle jeanne
  josiane juliette laetitia lea lucie madeleine manon marguerite marion mathilde michele monique nathalie noemie odile pascale sabrina
  sandrine solange sylvie valerie veronique virginie yvette anja anke annegret bettina brigitte carola christa cornelia doris
  dorothea edith elfriede erika frauke friederike gabi gabriele gerda gisela gudrun hanne hannelore heike hildegard ilse inge ingeborg
  irmgard jutta kathrin katharina kerstin lieselotte lotte margarete margit marlene mechthild merle petra renate rosemarie sabrina sigrun
  silke susanne tanja trude ulla uta ute waltraud wiebke agneta anneli asa berit birgitta britt ebba elin emelie eva frida gerd gro
  gunilla gunhild hedda hege helle hilde idun ingeborg kajsa karina kirsten kristin kristina lisbeth lotta maj malin margareta marianne
  mette pernille ragnhild randi siri sissel solvej stine synne tone tove tuva turid unn wenche anu eeva hanna helmi johanna kaisa
  katri leena liisa maija marjatta minna paivi pirjo riikka ritva saara satu sirpa tarja tiina alicja barbara beata bozena danuta
  dorota edyta elzbieta grazyna halina hanna irena iwona jadwiga jolanta justyna kinga krystyna magdalena marta monika renata sylwia teresa
  urszula wanda zofia agnes aniko erzsebet eszter ilona judit kinga krisztina magda margit marta orsolya piroska reka timea zsofia zsuzsa
  aaliyah amal amira aya dalia farah hala hana huda iman jamila khadija laila lamia latifa maha malak maryam mona nour noura
  rania reem salma samira shirin soraya yara zahra zainab anjali asha bhavna divya gita indira jaya kamala kiran kusum lata madhu
  maya neha nisha pooja radha rani rekha ritu sangeeta shanti shreya sita smita swati uma usha vandana vidya akiko emi fumiko haruka
  hiroko kumiko mariko megumi michiko miho naoko noriko reiko sachiko tomoko yoko yumi fang hui jing lan li-na ling mei-ling min na
  qing xia xiu yan yu-mi abena adjoa akosua ama efua esi yaa folake funke ifeoma nneka oluchi temitope yetunde achieng njeri wangari
  wanjiru chipo nyasha rudo
  ioana elif ayse fatma zeynep leyla milena jelena ivana marija dragana zuzana jana lenka katalin agnieszka malgorzata joanna ewa
  solveig sunniva marit kari maja signe inga kirsi aino tuuli
  adela adrienne agata ailsa aileen alana aleksandra alexa alisha allison alva alyssa amalia amelie anais anastasiia
  andie angelica angelina angie anouk anthea antoinette anya arabella araceli ariana arlene ashleigh athena aubrey
  augusta aurora ava ayesha aylin azra babette barb bea belinda bernadette bernice bertha bess bethan bethany betty
  beverley bonnie brandi brianna bridie britney bryony caitlyn camila candace candice carly carmela carole caron
  carrie cassandra cassie cath cathy cecily celeste celia chanelle charlene cherie cheryl chrissie christiane christy
  cilla cindy clarissa clementine colleen connie constance cordelia courtney cynthia dagmar daisy dalila dania
  danielle daphne daria darlene debbie debra deirdre della demi denisa desiree diya dora dorcas doreen dorothée ebony
  edie edna effie eilis ekaterina elaina eleni eleonora elisha ellie eloise elspeth emanuela emer emmeline enya erin
  erna ernestine estelle esra etta eugenia eugenie eunice evelina evie fadia fanny farida faye felicia felicity fern
  fionnuala flavia fleur flora fran franca francine gail gaynor genoveva georgie geraldine germaine gilda ginny glenda
  gloria glynis grainne gretchen gulnara gwendolyn gwyneth hadley hafsa haley halyna hattie hayley hedwig henrietta
  hermione hester hortense ilana imelda imani indra inna ioanna iryna isadora ivanka jackie jada jade janelle janette
  janine jasmin jayne jeannette jeannie jemima joann jocelyn jodie joelle josie juanita judy juli juliet julianne
  kailash kaitlyn kamila kara karla karolina kathy kateryna kayla keira kelly kelsey kendra khrystyna kirstin kristen
  kristi kristine krystal lacey lara larissa larysa latoya laurel lavinia leanne lesia lettie liana libby lila lilia
  lilith lillian lina lisbet liubov livia lois lora loretta lorna lorraine lottie louisa luana luciana lucinda lucille
  ludmila lydie lynda lynn lynne lynette mackenzie maddie madge maggie maisie malala mandy mara marcela marcia margie
  mariana marianna marielle marilyn marisa marissa maryanne maryna matilde meg megan melanie melinda melissa meredith
  meryl mildred millicent millie mimi minnie mira miranda mireille missy moira mollie muriel myra myriam nadine nadiia
  nan nanette natalka nataliia neema nelly nerys nessa nicki nicolette nikki noemi nola noor oksana oleksandra olena
  olesia olha ottilie padma pam parveen patsy patti paulette peggy penny perpetua petronella pippa polina preeti
  prudence purnima queenie rachael rada radhika ramona rashida reba reena renee rhiannon rhoda rhonda robyn rochelle
  roisin romy rosalie rosalind rosamund rosanne rosie rowena roxana roxanne rukhsana rupa ruslana sabina sadia sadie
  saffron sally-ann salome sania sarita saskia selena selina selma sharon shauna shazia sheena shelley sherry sian
  sidonie simran sinéad siobhán sofie sondra sophy stacey stacy stefania stephany sue susie suzi suzy svitlana sybil
  tabitha talia tamar tammy tamsin tasha tatyana tess tetiana thea thora tiffany tilda tilly trina trisha trish trudy
  vanda venetia verity verna vesna vicki vicky vilma viktoria viktoriia violeta viviane wendi whitney wilhelmina willa
  wilma xenia yana yasmine yevheniia yuliia zadie zelda zinaida zlata zoë zoya
  breda larisa prudence elif sevgi gulsen aminata awa inta caterina annika nerys connie priti arlene tasha mirela dolly ilse harriet
  kiara meenal leanne farida joyce yael odette moa sunita
`)

export function nameGender(name: string): 'm' | 'f' | null {
  const first = name.toLowerCase().split(/\s+/)[0] ?? ''
  const plain = unaccented(first)
  const m = maleNames.has(first) || maleNames.has(plain)
  const f = femaleNames.has(first) || femaleNames.has(plain)
  return m === f ? null : m ? 'm' : 'f'
}

export function isGivenName(word: string): boolean {
  const low = word.toLowerCase()
  if (maleNames.has(low) || femaleNames.has(low)) return true
  const plain = unaccented(low)
  return plain !== low && (maleNames.has(plain) || femaleNames.has(plain))
}

function unaccented(word: string): string {
  return /^[a-z'-]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}+/gu, '')
}

/** Nations: the adjective and the two letters of the country. */
export const nations: { readonly [adjective: string]: string | undefined } = {
  ukrainian: 'UA',
  russian: 'RU',
  american: 'US',
  us: 'US',
  'u.s.': 'US',
  british: 'GB',
  uk: 'GB',
  'u.k.': 'GB',
  french: 'FR',
  german: 'DE',
  italian: 'IT',
  spanish: 'ES',
  portuguese: 'PT',
  polish: 'PL',
  hungarian: 'HU',
  czech: 'CZ',
  slovak: 'SK',
  romanian: 'RO',
  bulgarian: 'BG',
  greek: 'GR',
  turkish: 'TR',
  austrian: 'AT',
  swiss: 'CH',
  dutch: 'NL',
  belgian: 'BE',
  irish: 'IE',
  danish: 'DK',
  swedish: 'SE',
  norwegian: 'NO',
  finnish: 'FI',
  estonian: 'EE',
  latvian: 'LV',
  lithuanian: 'LT',
  chinese: 'CN',
  japanese: 'JP',
  indian: 'IN',
  pakistani: 'PK',
  israeli: 'IL',
  iranian: 'IR',
  iraqi: 'IQ',
  saudi: 'SA',
  egyptian: 'EG',
  canadian: 'CA',
  mexican: 'MX',
  brazilian: 'BR',
  argentine: 'AR',
  argentinian: 'AR',
  chilean: 'CL',
  australian: 'AU',
  kenyan: 'KE',
  nigerian: 'NG',
  ethiopian: 'ET',
  belarusian: 'BY',
  moldovan: 'MD',
  georgian: 'GE',
  serbian: 'RS',
  croatian: 'HR',
  slovenian: 'SI',
  bosnian: 'BA',
  albanian: 'AL',
  icelandic: 'IS',
  korean: 'KR',
  taiwanese: 'TW',
  vietnamese: 'VN',
  thai: 'TH',
  indonesian: 'ID',
  philippine: 'PH',
  filipino: 'PH',
  scottish: 'GB',
  welsh: 'GB',
  english: 'GB',
  syrian: 'SY',
  lebanese: 'LB',
  jordanian: 'JO',
  moroccan: 'MA',
  tunisian: 'TN',
  algerian: 'DZ',
  colombian: 'CO',
  peruvian: 'PE',
  cuban: 'CU',
  venezuelan: 'VE',
  european: 'EU',
  eu: 'EU',
}

/** Countries and capitals that stand for a government: `Moscow has said`. */
export const weekdays = list('sunday monday tuesday wednesday thursday friday saturday')
export const months = list('january february march april may june july august september october november december')

/** Words with a capital that are no name at the start of a sentence. */
export const notNames = set(`
  the a an this that these those he she it they we i you his her its their our my your but and or so yet for nor if when while
  although though because since after before until as at by in on of to from with without about against over under between
  among during despite amid following asked speaking what who where why how which there here then now also still even
  instead meanwhile however moreover nevertheless not no yes some many most several few all both each every one two three four
  five six seven eight nine ten another other others last next earlier later once only just according whether unlike like
  given having being is are was were will would could should may might can must do does did has have had let please
  today yesterday tomorrow tonight overnight monday tuesday wednesday thursday friday saturday sunday january february march
  april june july august september october november december perhaps maybe indeed critics police officials residents
  photo image picture video watch listen read file caption q everyone nobody nothing something anyone none
  neither either half more less such very too rather never ever always often sometimes thousands hundreds millions
  under nearly almost around through throughout across along within outside inside near beyond despite versus per
`)
