"""The words that made-up minutes are made of: none of them from a real archive."""

TOPICS = (
    "lægedækning på øerne",
    "udbud af vagtlægekørsel",
    "fælles medicinkort",
    "tilskud til nye klinikker",
    "hjemmebesøg hos ældre patienter",
    "digital henvisning",
    "uddannelse af klinikpersonale",
    "samarbejde med kommunale akutteams",
    "forebyggelse af indlæggelser",
    "screening for knogleskørhed",
    "psykiatrisk udredning af unge",
    "tolkebistand i almen praksis",
    "laboratorieprøver taget i hjemmet",
    "kørsel til genoptræning",
    "ventetid på speciallæge",
    "kvalitetsmåling af diabetesbehandling",
    "rygestop i lokalområdet",
    "hygiejne i fælles lokaler",
    "vaccination af risikogrupper",
    "palliativ indsats i eget hjem",
    "ernæringsvejledning til småtspisende",
    "telefontid i ydertimerne",
    "brugen af videokonsultation",
    "klager over ventetid",
    "fordeling af uddannelsespladser",
    "introduktion af nye læger",
    "kontrol af regninger",
    "ombygning af sundhedshuset",
    "beredskab ved strømsvigt",
    "nedbringelse af antibiotikaforbrug",
    "opfølgning på utilsigtede hændelser",
    "fødselsforberedelse i små hold",
    "fælles indkøb af apparatur",
    "statistik om henvisninger",
    "fysioterapi til langvarigt syge",
    "samtaler om kroniske smerter",
    "tidlig opsporing af demens",
    "afregning af tværfaglige konferencer",
    "rekruttering af praktiserende læger",
    "regler for habilitet",
)
FIRST_PARTS = (
    *("patient", "praksis", "kvalitets", "økonomi", "vagt", "klinik", "sundheds", "uddannelses"),
    *("forsknings", "medicin", "henvisnings", "behandlings", "kommune", "region", "driftsstøtte"),
    *("afregnings", "aftale", "forløbs", "hjerte", "lunge", "demens", "børne", "ungdoms", "ældre"),
    *("akut", "nær", "fælles", "tilsyns", "personale", "bygnings", "kontrol", "journal", "data"),
)
SECOND_PARTS = (
    *("udvalget", "gruppen", "projektet", "ordningen", "puljen", "planen", "indsatsen", "forløbet"),
    *("analysen", "rapporten", "undersøgelsen", "opgørelsen", "strategien", "rammen", "modellen"),
    *("vejledningen", "enheden", "netværket", "samarbejdet", "tilbuddet", "kurset", "registeret"),
)
BODIES = (
    ("Udvalget for Lokale Lægetilbud", "ULL"),
    ("Følgegruppen for Digitale Klinikker", "FDK"),
    ("Styregruppen for Sammenhængende Forløb", "SSF"),
    ("Rådet for Patientnære Indsatser", "RPI"),
    ("Udvalget for Efteruddannelse i Klinikken", "UEK"),
    ("Samarbejdsudvalget for Ø-Kommunerne", "SØK"),
    ("Fagudvalget for Rationel Medicinering", "FRM"),
    ("Kontaktudvalget for Vagtordninger", "KVO"),
    ("Udvalget for Bygninger og Udstyr", "UBU"),
    ("Tværgående Kvalitetsråd", "TKR"),
    ("Fællesudvalget for Genoptræning", "FGT"),
    ("Udvalget for Data og Afregning", "UDA"),
)
FIRST_NAMES = (
    *("Asger", "Birthe", "Carl", "Dagmar", "Egon", "Frida", "Gorm", "Hedvig", "Ivar", "Jytte"),
    *("Knud", "Lisbet", "Malthe", "Nanna", "Oskar", "Petra", "Regnar", "Sidsel", "Thyra", "Viggo"),
)
LAST_NAMES = (
    *("Askebjerg", "Brunsgård", "Damhave", "Egelykke", "Fuglevig", "Grønholt", "Hedemark"),
    *("Iversdal", "Kildebæk", "Lyngtoft", "Mosevang", "Nørrelund", "Overmark", "Pilegren"),
)
PLACES = ("Sognegården", "mødelokale Havet", "Rådhuset i Vestervig", "kantinen", "lokale 214")
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
BACKGROUND = (
    "Sagen om {topic} blev drøftet på mødet i {month} {year}, hvor {a} blev bedt om et nyt oplæg.",
    "{a} har siden {year} arbejdet med {topic}, og erfaringerne er samlet i {b}.",
    "Der er i dag {count} klinikker, som deltager, mod {fewer} året før.",
    "Baggrunden er, at {a} i {year} pegede på store forskelle mellem kommunerne.",
    "Et flertal af de adspurgte klinikker oplever, at {b} letter det daglige arbejde med {topic}.",
    "I {year} blev der afsat {amount} kr. til formålet, hvoraf {less} kr. er brugt.",
    "Administrationen har indhentet bemærkninger fra {a} og fra kommunerne i området.",
    "Det fremgår af {b}, at behovet er størst i de tyndt befolkede dele af regionen.",
    "Parterne har tidligere aftalt, at {topic} tages op igen, når {a} er færdig med sit arbejde.",
    "Der har været afholdt {small} møder i {a}, senest den {day}. {month} {year}.",
    "Opgørelsen dækker perioden {year} til {later} og omfatter {count} patientforløb.",
    "Flere medlemmer har bedt om, at {b} belyses nærmere, inden der træffes beslutning.",
    "Kommunerne bidrager med personale, mens regionen stiller lokaler og {b} til rådighed.",
    "Evalueringen viser, at {percent} procent af patienterne er tilfredse eller meget tilfredse.",
    "Det er vurderingen, at {topic} kan gennemføres inden for den gældende aftale.",
    "Hvis {a} ikke videreføres, skal opgaven med {topic} løses på anden vis fra {later}.",
    "Som bilag er vedlagt et notat om {b} samt en oversigt over de {small} deltagende klinikker.",
    "Spørgsmålet om {topic} hænger sammen med {b}, der behandles særskilt.",
    "{name} orienterede om {a} og om de næste skridt i arbejdet med {topic}.",
    "Fristen for at indsende ansøgninger til {b} er den {day}. {month} {later}.",
)
ECONOMY = (
    "Udgiften anslås til {amount} kr. årligt og afholdes af {b}.",
    "Der er i budgettet for {later} reserveret {amount} kr., hvoraf {less} kr. er disponeret.",
    "Honoraret udgør {rate} kr. pr. time i {year} og reguleres én gang om året.",
    "Forslaget har ingen økonomiske konsekvenser ud over mødeudgifter på {less} kr.",
    "Tilskuddet er {rate} kr. pr. tilmeldt patient, dog højst {less} kr. pr. klinik.",
    "Merudgiften til {topic} finansieres ved en tilsvarende nedsættelse af {b}.",
)
CLAUSES = (
    "at udvalget tager orienteringen om {topic} til efterretning,",
    "at der afsættes {amount} kr. til {topic} i {later},",
    "at {a} videreføres til udgangen af {later},",
    "at {b} sendes i høring hos kommunerne,",
    "at udvalget drøfter, hvordan arbejdet med {topic} tilrettelægges,",
    "at {name} udpeges som medlem af {a},",
)
DECISIONS = (
    ("approved", "Indstillingen blev godkendt."),
    ("approved", "Tiltrådt."),
    ("noted", "Orienteringen blev taget til efterretning."),
    ("deferred", "Punktet blev udsat til næste møde."),
    (
        "approved_with_change",
        "Indstillingen blev godkendt, idet rammen for {topic} højst må udgøre {less} kr.",
    ),
    ("discussed", "Udvalget drøftede sagen og bad om at få {b} forelagt på et senere møde."),
    ("recommended", "Udvalget anbefaler, at forslaget om {topic} godkendes."),
    ("sent_back", "Sagen blev sendt tilbage til {a} med henblik på en ny beregning."),
)
OFF_TOPIC = (
    "Hvad er hovedstaden i Frankrig?",
    "How do I bake sourdough bread?",
    "Hvem vandt finalen i håndbold?",
    "What is the boiling point of ethanol?",
    "Hvordan skifter jeg dæk på en cykel?",
    "Which planets have rings?",
    "Hvor langt er der fra Jorden til Månen?",
    "Who wrote the first symphony in D minor?",
    "Hvilke svampe kan man spise?",
    "How many strings does a cello have?",
    "Hvad koster en brugt sejlbåd?",
    "Explain the offside rule in football.",
)
"""Questions that no minutes answer: an approximate search is worst at these."""
