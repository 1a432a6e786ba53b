"""Words of lists of authors that are no names: job titles, outlets, degrees, forms of address."""

import re

ROLE = re.compile(
    r"\b(?:correspondents?|reporters?|editors?|editor-in-chief|writers?|staff|journalists?|"
    r"columnists?|"
    r"contributors?|contributing|commentators?|analysts?|producers?|photographers?|fellow|lecturer|"
    r"professor|director|chief|head|bureau|\w*leiter(?:in)?|desk|team|crew|newsroom|agency|"
    r"agencies|services?|reports?|"
    r"freelancer?|blogger|guest|author|redakteur(?:in)?|redaktion|korrespondent(?:in)?|"
    r"journalistin|"
    r"autorin|volontär(?:in)?|journaliste|rédac\w*|envoyée?|correspondante?|corresponsal|"
    r"redactor\w*|"
    r"periodista|enviad[oa]|giornalista|redazione|inviat[oa]|corrispondente|redacteur|verslaggever|"
    r"advertisement|subscribers?)\b",
    re.IGNORECASE,
)
OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Journal|Gazette|Press|Magazine|Media|Online|Zeitung|"
    r"Radio|TV|"
    r"Network|Newspapers?|Observer|Guardian|Telegraph|Chronicle|Courier|Mail|Express|Sun|Star|"
    r"Globe|"
    r"Digest|Review|Daily|Weekly|Presse|Blatt|Tagblatt|Tageblatt|Nachrichten|Anzeiger|Rundschau|"
    r"Kurier|"
    r"Association|Institute|University|Foundation|Inc|Ltd|GmbH|LLC|Team|Group|International|"
    r"Company|Project|Center|Centre)\b"
    r"|\.(?:com|org|net|de|fr|es|it|co|uk|at|ch)\b",
)
# “Redakteur Jan Weber”, “Political correspondent Jane Doe”: the name follows.
ROLE_BEFORE = re.compile(
    r"(?:[\w.-]+[ -])?(?:chef)?(?:redakteur|korrespondent|reporter|autor|experte|journalist|"
    r"mitarbeiter|kolumnist|volontär)(?:in)? |"
    r"(?:\w+ ){0,2}(?:correspondent|reporter|editor|columnist|writer) |"
    r"(?:journaliste|periodista|giornalista) ",
    re.IGNORECASE,
)
# “Jane Doe Staff Writer”, on web pages also “Jane DoeStaff Writer”: the name stands before.
ROLE_AFTER = re.compile(
    r"[ ,]?(?:(?:Senior|Chief|Political|Business|Sports?|Science|Health|Staff|Associate|"
    r"Contributing|Special|Guest|Digital|News|World|Foreign|Deputy|Managing|Education|Crime|"
    r"Court|Environment|Technology|Economics?) )*"
    r"(?:Correspondent|Reporter|Editor|Columnist|Writer|Journalist|Contributor|"
    r"Redakteur(?:in)?|Korrespondent(?:in)?|Volontär(?:in)?)\b"
)
HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|herr|frau|rev|capt|gen|m|mme|sr|"
    r"sra)\.? )+",
    re.IGNORECASE,
)
DEGREE = re.compile(r",?\s+(?:ph\.?d|m\.?d|m\.?a|b\.?a|mba|esq|cfa)\.?$", re.IGNORECASE)
