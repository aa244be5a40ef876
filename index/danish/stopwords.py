"""Words that say nothing of the subject: function words, question words, words of every meeting.

Three lists, because three things are asked of them: a function word is neither indexed nor
searched for; a question word or a meeting word is searched for where it happens to stand, but says
little about whether a passage speaks of what was asked. All are folded.
"""

from index.danish.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


DANISH = _words(
    """
    af alle alt anden andet andre at blev blevet blive bliver da de dem den denne der deres
    derfor deri derved dermed det dette dig din dine disse dit dog du efter eller en end ene
    eneste endnu er et etc for fordi fra først ham han hans har havde have haft hende hendes her
    herved hermed hos hun i idet ikke ind ingen intet ja jeg jer jeres jo kan kom komme kommer
    kun kunne lige man mange med meget mellem men mens mig min mine mit mod må måtte ned nej
    nogen noget nogle nok nu når og også om op os over på samme samt se selv sig sin sine sit
    skal skulle som så sådan thi ti til ud uden under var vi vil ville være været vor vores vore
    ved via således herunder hver hvert bl.a dvs fx m.v mm mv pr både enten hverken blot altså
    desuden samtidig ligesom hvis såfremt gennem omkring fik får få gør gøre gjort gjorde tage
    hvad hvem hvilken hvilket hvilke hvor hvornår hvorfor hvordan hvorledes mon ligeledes
    derudover tager taget går gå giver give gået gik gåede sidst vist ellers dels hhv jf
    egentlig stadig stadigvæk helt lidt ret ifølge igen allerede
    """
)
ENGLISH = _words(
    """
    a about above after again all also am an and any are as at be because been before being
    between both but by can could did do does doing done for from further had has have having he
    her here hers him his how i if in into is it its itself just me more most my no nor not of
    off on once only or other our ours out over own same she should so some such than that the
    their theirs them then there these they this those through to too under until up us very was
    we were what when where which while who whom whose why will with would you your yours shall
    may might must much many let's it's that's there's don't doesn't didn't isn't wasn't aren't
    weren't s t please tell show give get got per every still ever else yet already actually
    really either neither whether upon within without toward towards along among although though
    however therefore thus since during ago away back even quite rather let lets i'm we're
    they're he's she's who's what's where's how's can't won't
    """
)
ENGLISH_ASIDE = _words(
    """
    according beyond someone anyone everyone something anything everything nothing somebody
    anybody nobody yes well even never always away back instead rather quite mostly mainly really
    currently recently finally together apart alone along across around below behind beside
    besides among amongst within without till since though although because whether somewhere
    anywhere perhaps maybe thanks thank hello list find explain describe happen happened happens
    going gets getting got puts put takes taken says said asks asked wants wanted needs needed
    become becomes became remain remains remained seem seems seemed appear appears appeared turn
    turns turned bring brings brought leave left let lets keep keeps kept try tries tried begin
    began begun former latter various several certain main overall respective likely unlikely merely
    simply now nowadays lately meanwhile especially despite regardless furthermore somehow
    somewhat indeed throughout unless otherwise whenever wherever whoever whatever nevertheless
    nonetheless aside hence thereby whereas notably namely ultimately necessarily versus via
    particularly basically essentially roughly barely hardly merely somewhere nowhere altogether
    reservation reservations condition conditions proviso provisos attached
    """
)
"""English words that name nothing, so that it does not matter that none translates them."""
DANISH_QUESTION = _words(
    """
    hvad hvem hvis hvilken hvilket hvilke hvor hvornår hvorfor hvordan hvorledes mon handler
    handle gælder vedrører vedrørende omhandler indebærer betyder betød står stod stå hedder
    hedde kalder findes fandtes find vis fortæl forklar nævn beskriv sagde siger sige skrev
    skriver angående omtales omtalt sket sker skete mange meget ofte længe lang langt stor stort
    store mener mente mene synes syntes taler talte fortæller oplyser oplyst lyder lød nævnes
    nævner nævnt nævnte fremgår folk mennesker tilfælde tilfældet tilfældene episode episoder
    episoderne hændelse hændelser hændelserne forekomst forekomster introducer præsenter
    """
)
ENGLISH_QUESTION = _words(
    """
    what when where which who whom whose why how does did tell show explain describe list name
    find mean means meaning stand stands called concern concerns concerning regarding say says
    said happen happened happens often long big large many much kind type sort there think
    thought kinds sorts exactly talk talked about mention mentions mentioned state states
    stated come came comes go goes went gone make makes made take takes took taken put puts keep
    keeps kept look looks looking looked want wants wanted need needs needed able use uses used
    using last lasts lasted people incident incidents episode episodes instance instances
    occurrence occurrences reported recorded introduce
    """
)
DANISH_MEETING = _words(
    """
    møde mødet møder møderne mødets referat referatet referater dagsorden dagsordenen
    dagsordener punkt punktet punkter punkterne sag sagen sager sagerne udvalg udvalget
    udvalgets udvalgene udvalgenes beslutning beslutningen beslutninger beslutte besluttet
    besluttede besluttedes besluttes beslutter vedtaget vedtog vedtage vedtages godkendt
    godkendte godkende godkendes indstilling indstillingen indstillet indstiller indstillede
    behandlet behandlede behandle drøftet drøftede drøfte drøftelse drøftelsen dokument
    dokumentet arkiv arkivet mødes mødtes
    """
)
ENGLISH_MEETING = _words(
    """
    meeting meetings minutes agenda agendas item items case cases committee committees decision
    decisions decide decided decides deciding resolution resolved approved approve adopted agree
    agreed agrees body bodies meet meets met
    recommendation recommended recommend discussed discuss document documents archive
    """
)

FUNCTION = {"da": DANISH, "en": ENGLISH}
QUESTION = {"da": DANISH_QUESTION, "en": ENGLISH_QUESTION}
MEETING = {"da": DANISH_MEETING, "en": ENGLISH_MEETING}
WEAK = {language: QUESTION[language] | MEETING[language] for language in FUNCTION}
"""Words that are searched for, and say little."""
SMALL = {language: FUNCTION[language] | WEAK[language] for language in FUNCTION}
"""All words that say nothing of a subject."""
