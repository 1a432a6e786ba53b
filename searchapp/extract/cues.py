"""Words that say whether the capitalised words beside them are a person.

Written by us from general knowledge of newspaper prose, English first, with the commonest German,
French, Spanish and Italian words. All sets are of single tokens.
"""

PARTICLES = frozenset(
    """
    van von de der den del della di da dos das du la le bin ibn al el ul zu zur ter ten te af av y
    abu ben bint binti do dal degli dei dela ould san mac ap op 't
    """.split()
)
"""Lower-case words inside a name."""

ARABIC_PREFIXES = ("al-", "el-", "ul-", "ad-", "an-", "ar-", "as-", "at-", "az-")

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
