"""Titles: words that stand before a person's name.

Written by us from general knowledge of newspaper prose, English first, with the commonest German,
French, Spanish and Italian titles. All sets are of single tokens.
"""

HONORIFICS = frozenset(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Sir Lord Lady Dame Pope King Queen Prince Princess Herr
    Frau Monsignor Monsieur Madame Mme Mme. Mlle Mlle. Signor Signora Señor Señora Senor Senora
    Don Doña Dona Sheikh Sheik Sheikha Dr Dr. Prof Prof. Sri Shri Smt Pak Bapak Datuk Tan Tun Haji
    Hajj Rabbi Imam Mullah Maulana Ayatollah Hojatoleslam Swami Guru Rev Rev. Father Sister
    Brother Hon Hon. Gospodin Kyrios Mevrouw Meneer Pan Pani Dato Datin Seri Puan Encik Tengku Kyai
    Ustaz Ustadz Drs Daw Khun Phra Ratu Datu Hajah Hajjah Hadji Alhaji Alhaja Mallam Inkosi Kgosi
    Otumfuo Mzee Ato Engr Barrister Advocate Pandit Swamiji Nawab Maharaja Maharani Graf Gräfin
    Freiherr Fürst Fürstin Herzog Herzogin Prinz Prinzessin König Königin Fräulein Mademoiselle
    Maître Maestro
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

CROWNED = frozenset(
    """
    Pope King Queen Prince Princess Emperor Empress Sultan Emir Patriarch
    """.split()
)
"""Titles of people who are known by a first name alone."""
