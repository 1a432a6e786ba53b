"""The names of the months in the languages of Europe and some beyond, as dates have them."""

# One row per month: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish
# and Norwegian, Polish; then Czech, Slovak, Slovene, Croatian, Serbian, Romanian, Hungarian,
# Finnish, Catalan, Turkish, Indonesian and Malay, Russian, Ukrainian, Bulgarian, Greek.
_ROWS = (
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia "
    "ledna januára januarja siječnja januara ianuarie január tammikuuta gener ocak января січня "
    "януари ιανουαρίου",
    "february feb februar feber février févr fevrier fév febrero febbraio febb fevereiro fev "
    "februari lutego února februára februarja veljače februara februarie február helmikuuta "
    "febrer şubat pebruari февраля лютого февруари φεβρουαρίου",
    "march mar märz maerz mrz mär mars marzo março marco maart mrt marts marca března ožujka marta "
    "martie március maaliskuuta març mart maret марта березня март μαρτίου",
    "april apr avril avr abril abr aprile kwietnia dubna apríla aprila travnja aprilie április "
    "huhtikuuta nisan апреля квітня април απριλίου",
    "may mai mayo maggio mag maio mei maj maja května mája svibnja május toukokuuta maig mayıs "
    "мая травня май μαΐου μαίου",
    "june jun juni juin junio giugno giu junho czerwca června júna junija lipnja juna iunie június "
    "kesäkuuta juny haziran июня червня юни ιουνίου",
    "july jul juli juillet juil julio luglio lug julho lipca července júla julija srpnja jula "
    "iulie július heinäkuuta juliol temmuz julai июля липня юли ιουλίου",
    "august aug août aout agosto ago augustus augusti sierpnia srpna augusta avgusta kolovoza "
    "augusztus elokuuta agost ağustos agustus ogos августа серпня август αυγούστου",
    "september sep sept septembre septiembre setiembre settembre sett set setembro września září "
    "septembra rujna septembrie szeptember syyskuuta setembre eylül сентября вересня септември "
    "σεπτεμβρίου",
    "october oct oktober okt octobre octubre ottobre ott outubro out października října októbra "
    "oktobra octombrie október lokakuuta ekim октября жовтня октомври οκτωβρίου",
    "november nov novembre noviembre novembro listopada listopadu novembra studenoga studenog "
    "noiembrie marraskuuta kasım nopember ноября листопада ноември νοεμβρίου",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember "
    "grudnia prosince decembra prosinca decembrie joulukuuta desembre aralık disember декабря "
    "грудня декември δεκεμβρίου",
)

MONTHS = {word: number for number, row in enumerate(_ROWS, 1) for word in row.split()}
"""The number of the month by its name or abbreviation, in small letters."""
