"""Words of organisations: companies, parties, papers, teams, and what is named like them.

Written by us from general knowledge of newspaper prose. Sets are of single tokens, but for
ORGANISATIONS.
"""

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
    Jabhat Jamaat Jamiat Harakat Hizb Ansar Liwa Masjid Haram Puja Clinic
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
    Haram; Al Shabaab; Al Nusra; Fox News; Ben Nevis; Ku Klux; Brooks Brothers; Wagner Group;
    Julius Baer; Tata Nano; Tim Hortons; Jack Daniels; Massimo Dutti; Diego Garcia; Jan Mayen; Eid
    Mubarak; Feliz Navidad; Rosh Hashanah; Yom Kippur; Al Hilal; Al Ahly; Al Ahli; Al Nassr; Al
    Ittihad; Al Ain; Al Sadd; Al Duhail; Al Wahda; Al Jazira; Al Shabab; Exxon Mobil; Des Moines;
    Mona Lisa; Ganesh Chaturthi; Durga Puja
    """.split(";")
)
"""Organisations and other well-known names whose words look like a person's."""
