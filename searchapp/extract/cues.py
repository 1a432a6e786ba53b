"""Words that say whether the capitalised words beside them are a person.

Written by us from general knowledge of newspaper prose, English first, with the commonest German,
French, Spanish and Italian titles. All sets are of single tokens.
"""

PARTICLES = frozenset(
    """
    van von de der den del della di da dos das du la le bin ibn al el ul zu zur ter ten te af av y
    abu ben bint do dal degli dei san mac ap op 't
    """.split()
)
"""Lower-case words inside a name."""

ARABIC_PREFIXES = ("al-", "el-", "ul-", "ad-", "an-", "ar-", "as-", "at-", "az-")

HONORIFICS = frozenset(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Sir Lord Lady Dame Pope King Queen Prince Princess Herr
    Frau Monsignor Monsieur Madame Mme Mme. Mlle Mlle. Signor Signora Señor Señora Senor Senora
    Don Doña Dona Sheikh Sheik Sheikha Dr Dr. Prof Prof. Sri Shri Smt Pak Bapak Datuk Tan Tun Haji
    Hajj Rabbi Imam Mullah Maulana Ayatollah Hojatoleslam Swami Guru Rev Rev. Father Sister
    Brother Hon Hon. Gospodin Kyrios Mevrouw Meneer Pan Pani
    """.split()
)
"""Titles that are never said of a person without the name."""

STRONG_TITLES = HONORIFICS | frozenset(
    """
    Taoiseach Tánaiste Caudillo Lehendakari Bundesminister Bundesministerin President
    Vice-President Ex-President Minister Ex-Minister Premier Chancellor Vice-Chancellor Secretary
    Secretary-General Under-Secretary Undersecretary Senator Congressman Congresswoman
    Representative Governor Lieutenant-Governor Mayor Professor Emperor Empress Archduke Duke
    Duchess Earl Count Countess Baron Baroness Viscount Cardinal Archbishop Bishop Patriarch
    Metropolitan Emir Sultan Shah Tsar Czar Kaiser General Gen Gen. Colonel Col Col. Captain Capt.
    Lieutenant Lt Lt. Sergeant Sgt Sgt. Admiral Adm. Marshal Brigadier Corporal Major Maj.
    Commander Cmdr. Commodore Private Judge Justice Chairman Chairwoman Chairperson Ambassador
    Envoy Spokesman Spokeswoman Spokesperson Leader Rep. Sen. Gov. Rep Sen Gov Coach Skipper
    Striker Midfielder Defender Goalkeeper Winger Fullback Commissioner Speaker Comrade Inspector
    Detective Constable Sheriff Attorney Councillor Councilman Councilwoman Congressman-elect
    President-elect Economist Analyst Director Director-General Co-Chairman Deputy CEO CFO MP MEP
    MPs PM Doctor Bundeskanzler Bundeskanzlerin Bundespräsidenten Präsidenten Ministerin Ministers
    Chefin Kanzlers Bürgermeister Bürgermeisterin Oberbürgermeister Staatspräsident
    Staatspräsidenten Regierungssprecher Kanzler Kanzlerin Bundespräsident Präsident Präsidentin
    Ministerpräsident Ministerpräsidentin Außenminister Außenministerin Innenminister
    Finanzminister Verteidigungsminister Sprecher Sprecherin Trainer Kremlchef Staatschef
    Regierungschef Parteichef Président Presidente Ministro Ministra Canciller Alcalde Sindaco
    Cancelliere Ministre Sénateur
    """.split()
)
"""Titles that make the name after them a person's."""

TITLES = STRONG_TITLES | frozenset(
    """
    Vice Prime Foreign Defence Defense Finance Financial Interior Economy Economics Economic Trade
    Health Treasury Environment Agriculture Energy Labour Labor Justice Education Culture
    Transport Industry Planning Oil Farm Budget Former Ex Opposition Head Chief Executive Officer
    Managing Non-Executive Honorary Crown First Lady Second Party Security Council Acting Deputy
    Assistant Associate Federal State Supreme Grand High Manager Author Writer Actor Actress
    Singer Film Pop Rock Star Founder Co-Founder Owner Editor Editor-in-Chief Correspondent
    Reporter Photographer Journalist Publisher Novelist Poet Painter Composer Conductor Dictator
    Autocrat Ruler Democrat Republican Lawmaker Legislator Politician Diplomat Official Prosecutor
    Lawyer Banker Trader Businessman Businesswoman Entrepreneur Industrialist Investor Strategist
    Researcher Scientist Historian Physicist Expert Activist Dissident Oligarch Billionaire
    Champion Olympian Champ Batsman Bowler Umpire Referee Hooker Prop Lock Flanker Quarterback
    Pitcher Centre Teenager Veteran Compatriot Teammate Team-mate Outgoing Incoming Interim Late
    Defending Reigning Dutchman Frenchman Frenchwoman German Germans Englishman Irishman Welshman
    Scotsman Scot Spaniard Briton Swede Swiss Dane Finn Pole Turk Italian Belgian Australian
    American Canadian Russian Czech Austrian Argentine Brazilian Croat Serb Romanian Hungarian
    Norwegian Japanese Chinese Korean Kenyan Ethiopian Moroccan South African Queenslander
    Frenchmen Americans Australians National Co-President Nobel Laureate Superstar Legend Rapper
    Comedian Chef Whistleblower Tycoon Magnate Mogul Ombudsman Surgeon Solicitor Undersecretary
    Parliamentary Parliament Permanent Principal Press Private
    """.split()
)
"""Words that may stand in front of a name and are no part of it."""

ROLES = frozenset(
    """
    nurse plumber fisherman baker pensioner mechanic shepherd carpenter electrician chemist
    biologist physicist geologist sociologist meteorologist librarian translator architect
    designer tailor vendor shopkeeper grocer butcher conservationist ranger hydrologist
    epidemiologist midwife paramedic firefighter policeman policewoman soldier sailor trainer
    jockey cyclist swimmer runner boxer wrestler skier gymnast golfer cricketer footballer
    headteacher headmaster lecturer dean rector campaigner organiser organizer volunteer neighbour
    neighbor resident refugee migrant worker weaver potter miner herder psychologist surgeon
    astronomer mathematician engineer archaeologist curator archivist photographer filmmaker
    choreographer dancer pianist violinist presenter host blogger publisher columnist critic
    essayist philosopher theologian taoiseach spokespeople president vice-president ex-president
    minister ex-minister premier chancellor secretary senator congressman congresswoman governor
    mayor chairman chairwoman chairperson spokesman spokeswoman spokesperson leader co-leader
    chief boss director coach captain skipper manager ambassador envoy lawyer attorney solicitor
    judge general colonel economist analyst strategist dealer trader broker author writer actor
    actress singer player striker defender midfielder goalkeeper winger forward quarterback
    champion seed politician expert professor historian scientist researcher journalist
    correspondent reporter editor founder co-founder owner head ceo executive officer official
    commander negotiator wife husband son daughter brother sister father mother uncle aunt nephew
    cousin grandson widow fiancee fiancé girlfriend boyfriend partner king queen prince princess
    pope bishop archbishop cardinal colleague counterpart predecessor successor rival compatriot
    teammate team-mate oligarch activist dissident candidate deputy mp mep autocrat ruler dictator
    lawmaker legislator representative inspector detective constable farmer teacher driver pilot
    doctor student prosecutor commissioner principal superintendent billionaire tycoon magnate
    businessman businesswoman entrepreneur banker investor artist painter composer conductor
    musician rapper comedian novelist poet star legend hero laureate veteran defendant suspect
    gunman mastermind guerrilla rebel militant warlord cleric imam priest rabbi monk friend ally
    aide adviser advisor confidant protege mentor named called surnamed nicknamed
    """.split()
)
"""Lower-case words that, just before a name, say who it is."""

SAYING = frozenset(
    """
    said says told tells added adds explained explains stressed stresses noted notes wrote writes
    warned warns announced announces insisted insists argued argues asked asks replied recalled
    commented declared declares admitted admits believes believed thinks thought wants wanted
    calls called talks talked speaks spoke emphasized emphasised continued tweeted testified
    quipped vowed vows pledged promised acknowledged conceded denied denies hopes hoped resigned
    retired joked sighed laughed smiled shrugged nodded concluded predicted urged urges reiterated
    claimed claims suggested suggests confessed complained remarked responded confirmed died born
    sagte sagt erklärte betonte meinte schrieb fügte
    """.split()
)
"""What persons do and hardly anything else does."""

QUOTING = frozenset(
    """
    quoted cited quoting citing met replaced succeeded defeated beat named
    """.split()
)
"""What is done to persons."""

DOING = frozenset(
    """
    has had was is will did would could should does may might can must met won lost beat scored
    hit took made became went came left got played led finished ran returned arrived visited
    signed
    """.split()
)
"""What many things do, but persons mostly."""

BELONGING = frozenset(
    """
    visit speech wife husband son daughter mother father family office administration aide aides
    adviser advisers lawyer lawyers attorney trip predecessor successor career death resignation
    words statement comments remarks decision proposal opponents supporters allies victory defeat
    arrest trial appearance speeches presidency team-mate teammate rival coalition cabinet
    inauguration government brother sister friend friends spokesman spokeswoman coach widow body
    health handling book novel film
    """.split()
)
"""What, after “X's”, mostly belongs to a person."""

COMPANY_WORDS = frozenset(
    """
    Inc Inc. Corp Corp. Co Co. Ltd Ltd. Plc PLC AG SA S.A. SpA S.p.A. NV N.V. BV B.V. GmbH AB Oy
    ASA SE KG Group Holding Holdings Industries Bank Sons Brothers Bros Partners Associates LLC
    L.P. LP LLP Fund Trust FC F.C. United City Savings Financial Stores Bancorp Bancshares
    Laboratories Enterprises Products Resources Systems
    """.split()
)

ORGANISATION_WORDS = COMPANY_WORDS | frozenset(
    """
    Banks Corporation Company Companies Limited International University College School Institute
    Party Union Ministry Department Agency Council Committee Commission Parliament Court Senate
    House Congress Association Federation Foundation Board Office Bureau Service Services Army
    Navy Force Forces Air Airlines Airways Airport Motors Motor Oil Gas Energy Steel Electric
    Electronics Power Technology Technologies Securities Capital Insurance Telecom Communications
    News Times Post Journal Herald Tribune Gazette Guardian Press Telegraph TV Radio Television
    Media Rovers Athletic Wanderers Rangers Club Team League Cup Championship Championships Open
    Masters Games Olympic Olympics Hospital Museum Theatre Theater Center Centre Hotel Street
    Square Road Avenue Boulevard Park River Lake Mount Mountain Mountains Hill Hills Island
    Islands Sea Ocean Gulf Bay Valley Strait Straits Coast Desert Peninsula Beach Bridge Tower
    Province State States Region Republic Kingdom District County Town Village Organization
    Organisation Alliance Treaty Agreement Act Pact Accord Accords Conference Summit War Peace Day
    Week Month Year Festival Prize Award Awards Exchange Market Markets Stock Index Reserve
    Treasury Authority Administration Government Movement Front Liberation National Democratic
    Socialist Socialists Communist Communists Liberal Liberals Conservative Conservatives Labour
    Republican Republicans Democrats Democrat Christian Islamic Muslim Muslims Jewish Jews
    Catholic Catholics Church Embassy Consulate Police Guard Guards Brigade Division Regiment
    Prison Jail Palace Castle Stadium Arena Garden Gardens Copyright Results Soccer Tennis Cricket
    Rugby Basketball Hockey Golf Baseball Football Boxing Cycling Athletics Skiing Racing Grand
    Prix Tour Race Derby Stakes Newsroom Series Trophy Final Newsdesk Desk Sound Agent Operation
    Sox Cardinals Yankees Mets Cubs Braves Dodgers Giants Padres Phillies Pirates Reds Brewers
    Twins Royals Mariners Orioles Astros Expos Marlins Rockies Indians Angels Tigers Jays Cowboys
    Steelers Redskins Broncos Raiders Chiefs Packers Vikings Bears Lions Saints Falcons Panthers
    Buccaneers Seahawks Bills Dolphins Patriots Jets Ravens Browns Bengals Colts Jaguars Titans
    Texans Chargers Eagles Commanders Lakers Celtics Knicks Bulls Pistons Pacers Cavaliers Spurs
    Mavericks Rockets Suns Jazz Nuggets Clippers Warriors Kings Hornets Hawks Magic Nets Sixers
    Raptors Grizzlies Timberwolves Bruins Canadiens Penguins Flyers Capitals Sabres Blackhawks
    Canucks Oilers Flames Sharks Ducks Senators Islanders Devils Hurricanes Avalanche Borussia
    Bayer Eintracht Werder Schalke Hansa Fortuna Arminia Real Atletico Atlético Deportivo Sporting
    Inter Juventus Internazionale Lazio Sampdoria Fiorentina Olympique Dynamo Dinamo Spartak
    Lokomotiv CSKA Steaua Rapid Galatasaray Fenerbahce Besiktas Trabzonspor Partizan Hajduk Ajax
    Feyenoord Benfica Boca Flamengo Corinthians Fluminense Chelsea Arsenal Everton Tottenham
    Hotspur Celtic Hearts Hibernian Villa Albion Wednesday Argyle Orient Americas Latino Latinos
    Latina Hispanic Hispanics Presbyterian Kurdish Kurd Kurds Marxist Marxists Maoist Maoists
    Shiite Shiites Shia Sunni Sunnis Sikh Sikhs Hindu Hindus Buddhist Buddhists Orthodox
    Protestant Protestants Anglican Anglicans Christians Lutheran Methodist Mormon Nazi Nazis
    Fascist Islamist Islamists Zionist Zionists Bolshevik Bolsheviks Tamil Tamils Bedouin Gypsy
    Roma Slav Slavs Slavic Nordic Baltic Balkan Arabian Mediterranean Atlantic Pacific Arctic
    Antarctic Caribbean Scandinavian Gothic Victorian Olympian Catholicism Islam Judaism Monday
    Tuesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Christmas Easter Ramadan North South East West Northern
    Southern Eastern Western Central Asia Asian Europe European Africa African Arab Arabs Taleban
    Taliban Internet Twitter Facebook Telegram Google YouTube Instagram Tiktok Amazon Microsoft
    Apple Covid Corona Hurricane Storm Typhoon Cyclone Straße Strasse Platz Verein Gesellschaft
    Partei Universität Zeitung Nachrichten Digest Review Magazine Quarterly Weekly Daily Evening
    Morning Monthly Research Studios Records Pictures Stadion Station Terminal Port Harbour Harbor
    Plant Dam Mine Mines Field Fields Forest Falls Canyon Cove Creek Doctrine Plan Law Bill
    Theorem Syndrome Disease Virus Report Inquiry Scandal Affair Case Project Programme Program
    """.split()
)
"""Words that make a run of capitalised words something else than a person."""

OFFICES = frozenset(
    """
    Administration Government Cabinet Doctrine Plan Prize Act Street Avenue Park Square Commission
    Bill Law Report Inquiry Foundation Award Institute Museum Stadium Bridge Airport Library
    """.split()
)
"""What is named after persons, so that the name before it may still be one."""

NEVER_PERSONS = frozenset(
    """
    dpa afp AFP Reuters Reuter AP DPA APA TASS Tass Interfax Xinhua Kyodo Bloomberg ANSA EFE PTI
    ANI UPI NATO Nato EU UN U.N. U.N UNO OPEC Opec IMF WHO UNESCO UNICEF ASEAN BRICS OSCE WTO G7
    G20 IAEA Interpol Europol Kremlin Pentagon Duma Bundestag Bundeswehr Knesset Sejm Hamas
    Hezbollah Hizbollah Taliban Taleban Boeing Airbus Gazprom Volkswagen Mercedes Toyota Samsung
    Huawei Getty Imago Oscars Wimbledon Euro Brexit Internet God Allah Christ Jesus Bible Koran
    Quran
    """.split()
)
"""Agencies, organisations and metonyms of one word."""

ORGANISATIONS = frozenset(
    tuple(name.split())
    for name in """
    Dow Jones; Goldman Sachs; Salomon Brothers; Morgan Stanley; Merrill Lynch; JP Morgan; J.P.
    Morgan; Lehman Brothers; Chase Manhattan; Wells Fargo; Johnson Controls; Johnson Matthey;
    Ernst Young; Deloitte Touche; Arthur Andersen; Smith Barney; James Capel; Drexel Burnham;
    Kidder Peabody; Paine Webber; Dean Witter; Bear Stearns; Shearson Lehman; Kohlberg Kravis; Eli
    Lilly; Philip Morris; Marks Spencer; Martin Marietta; Harley Davidson; Hewlett Packard; Louis
    Vuitton; Rolls Royce; Mercedes Benz; Aston Martin; Alfa Romeo; Hugo Boss; Ralph Lauren; Calvin
    Klein; Tommy Hilfiger; Elizabeth Arden; Estee Lauder; Marie Claire; Aston Villa; Real Madrid;
    Real Sociedad; Atletico Madrid; Crystal Palace; Bayern Munich; Borussia Dortmund; Inter Milan;
    Sinn Fein; Sinn Féin; Fine Gael; Fianna Fail; Khmer Rouge; Abu Sayyaf; Abu Ghraib; Abu Dhabi;
    Al Jazeera; Al Arabiya; Al Qaeda; al Qaeda; Al Ahram; El Al; El Pais; El País; El Mundo; El
    Nino; El Niño; La Nina; La Niña; La Stampa; La Repubblica; La Nacion; Le Monde; Le Figaro; Le
    Parisien; Der Spiegel; Die Welt; Die Zeit; Die Presse; De Telegraaf; De Volkskrant; O Globo;
    Corriere Della Sera; Saudi Aramco; Virginia Tech; Notre Dame; Jackson Hole; Monte Carlo; Wall
    Street; Mont Blanc; Costa Rica; Sierra Leone; Puerto Rico; Hong Kong; New York; Santa Claus;
    Father Christmas; Uncle Sam; Mickey Mouse; John Deere; Warner Bros; Jim Beam; Johnnie Walker;
    Jane Street; Foot Locker; Lloyds TSB; Fannie Mae; Freddie Mac; Sallie Mae; Barclays Capital;
    Standard Chartered; Crédit Agricole; Credit Agricole; Credit Lyonnais; Banco Santander; Boko
    Haram; Al Shabaab; Al Nusra; Fox News; Ben Nevis; Ku Klux; Brooks Brothers; Wagner Group
    """.split(";")
)
"""Organisations and other well-known names whose words look like a person's."""

PLACE_BEGINNINGS = frozenset(
    """
    San Santa Santo Saint St St. Ste Ste. Los Las Fort Port Mount Lake Cape Nueva Nuevo Puerto
    Ciudad Costa Rio Río Punta
    """.split()
)
"""Where a name begins so and no title stands before it, it is a place's."""

REGION_ENDINGS = frozenset(
    """
    Va Pa Ga Ill Mass Conn Fla Tex Calif Mich Ariz Wash Ind Kan Ky La Md Minn Mo Neb Nev Okla Ore
    Tenn Wis Wyo Ala Ark Colo Del N.Y. N.J. N.H. N.C. S.C. N.M. R.I. D.C.
    """.split()
)
"""Abbreviations of US states after a town."""

NAME_ENDINGS = frozenset(
    """
    Jr Jr. Sr Sr. II III IV VI VII VIII IX XI XII XIII XIV XV XVI XXIII
    """.split()
)
"""What may end a name and is not its surname."""

COMPOUND_ADJECTIVES = tuple(
    """
    -born -based -listed -controlled -led -backed -owned -educated -style -era -bound -old -rated
    -seeded -held -run -trained -speaking -elect -appointed -dominated -wide -related -friendly
    """.split()
)
"""Endings of compounds that stand before a name: Moscow-born."""

SURNAME_ENDINGS = tuple(
    """
    ski sky skij skyj skyi skiy zky enko vic vić vich vych witsch wicz ov ova ovna owa ovsky ow
    off ev eva shvili dze oglu oğlu yan ian sson ssen sen berg mann stein ström strom quist ez
    inho elli etti ini ucci opoulos poulos akis idis iadis escu eanu bekov bayev baev poor pour
    zadeh nejad murthy wala bhai nathan swamy raju wardhana putra putri singh sinha wati yev yeva
    ijev nov kova ková ska cka dóttir
    """.split()
)
"""Endings that surnames have and few other words."""

CROWNED = frozenset(
    """
    Pope King Queen Prince Princess Emperor Empress Sultan Emir Patriarch
    """.split()
)
"""Titles of people who are known by a first name alone."""

CALENDAR = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February September October
    November December Christmas Easter
    """.split()
)
"""Days and months that are no names, and end or begin one: “Bob Dole Wednesday accused …”."""

JOINING = frozenset(
    """
    , and und et y e
    """.split()
)
"""What stands between the names of a list."""

PRONOUNS = frozenset(
    """
    He She It We They You His Her Its Their Our My Your
    """.split()
)
"""What joins two names in a headline: “Putin Tells Xi Jinping He Wants Peace”."""

FOREIGN_OPENERS = frozenset(
    """
    Der Die Das Den Dem Des Ein Eine Einen Einem Im Am Beim Zum Zur Mit Nach Bei Und Aber Auch Wie
    Als Für Wenn Dass Es Er Sie Wir Ich Nicht Noch Nur Seit Laut Vor Auf Aus Über Unter Gegen Les
    Un Une Selon Dans Pour Avec Sur Mais Elle Nous Vous Ils Según Una Con Por Para Pero Il Lo Gli
    Nel Nella Het Een Volgens
    """.split()
)
"""German, French, Spanish, Italian and Dutch words that begin a sentence and no name."""
