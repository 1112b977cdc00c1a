"""Word lists of the fictitious municipality: people, units, systems, contracts. Nobody and nothing in them exists."""

FIRST_NAMES = """Mette Anne Kirsten Hanne Søren Jørgen Bjørn Åse Line Camilla Lars Niels Henrik Thomas Jesper
Morten Ulla Birgitte Charlotte Louise Maria Susanne Lene Marianne Inge Karen Helle Tina Pia Dorthe Gitte Rikke
Trine Maja Freja Ida Emma Sofie Clara Alma Ella Karla Nanna Signe Astrid Viggo Oscar Emil Noah Malthe Aksel
Valdemar Storm August Villads Jakob Rasmus Simon Kasper Frederik Mads Jonas Anders Peter Hans Jens Michael
Martin Christian Poul Erik Bent Kurt Leif Finn Ove Åge Børge Svend Preben Flemming Torben Carsten Claus Steen Bo
Kim Allan Brian René Kenneth Dennis Jannie Gül Amira Fatima Yusuf Omar Zahra Katarzyna Piotr Aïcha Thi Óli Ásta
Ingebjørg Gunhild Ragnhild Sára""".split()

LAST_NAMES = """Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen
Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Østergaard Lund Holm Kjær
Bæk Bækgaard Åkjær Ågård Skov Dahl Nørgaard Søndergaard Vestergaard Ravn Krogh Toft Juhl Frost Bang Brandt
Winther Kragh Munk Dam Løkke Lauridsen Gade Schou Fisker Strand Bruun Hald Kruse Friis Vinther Hedegaard Svane
Beck Mølgaard Ørsted Ibsen Yıldız Hussain Nguyen Kowalska Al-Amin Ærø Brøndum Kofoed Øbro Fuglsang Havn Tang
Klit Rønne Vang""".split()

UNITS = """Digitalisering og IT|Borgerservice|Jobcenter Havnstrup|Ydelseskontoret|Økonomi og Indkøb|Løn og Personale
Byrådssekretariatet|Kommunikation|Plan, Byg og Ejendom|Vej og Park|Natur og Miljø|Affald og Genbrug|Ejendomsdrift
Beredskab og Sikkerhed|Kultur og Fritid|Havnstrup Bibliotek|Havnstrup Museum|Musikskolen|Havnstrup Skole
Østre Skole|Strandskolen|Åkjærskolen|Ungdomsskolen|PPR|Børnehuset Søstjernen|Børnehuset Måløv|Dagplejen
Vuggestuen Ærten|Sundhedsplejen|Tandplejen|Børn og Familie|Familiehuset|Myndighed Voksne
Socialpsykiatrien|Hjemmeplejen Nord|Hjemmeplejen Syd|Sygeplejen|Plejecenter Havblik|Plejecenter Lyngen
Genoptræning og Rehabilitering|Hjælpemiddeldepotet|Madservice|Rengøring|Kørselskontoret
Erhverv og Turisme|Havnen|Arkivet""".replace("\n", "|").split("|")

SYSTEM_HEADS = """Omsorg Løn Elev Byg Vej Affald Journal Sag Ydelse Tand Skole Barn Træning Hjælpemiddel Kort
Plan Miljø Arkiv Post Vagt Ferie Energi Ejendom Brand Flåde Kørsel Mad Bolig Jord Vand Kloak Park Sport
Bibliotek Billet Bevilling Tilsyn Borger""".split()

SYSTEM_TAILS = """Nord 360 Plus Portal Online Register Styring Øje Kald Bro Kompas Fjord Anker Fyr Tavle Net Hub
Puls Basis Indsigt""".split()

API_PURPOSES = """rollekatalog bi-udtraek esdh-kobling servicedesk arkitektur driftsovervaagning gdpr-oversigt
kontraktstyring integrationsplatform datafordeler awos cmdb risikovurdering indkoeb oekonomi backup-rapport
selvbetjening webportal sikkerhedslog ledelsesinfo arkivering raadhus drift-tavle konsolidering migrering test
leverandoerstyring opgaveliste systemoversigt snitflader""".split()

# Names as Kitos seeds them; write as in the seed, except where a municipality sees another flag in production.
USAGE_ROLES = [("Systemejer", True), ("Systemansvarlig", True), ("Forretningsejer", True),
               ("Superbrugeransvarlig", True), ("Superbruger", True), ("Sikkerhedsansvarlig", True),
               ("Changemanager", True), ("Dataejer", False), ("Systemadminstrator", True)]
CONTRACT_ROLES = [("Kontraktejer", True), ("Kontraktmanager", True), ("Juridisk rådgiver", True), ("Konsulent", True),
                  ("Fakturamodtager", False), ("Budgetansvarlig", True)]
DATA_PROCESSING_ROLES = [("Standard Skriverolle", True), ("Standard Læserolle", False)]
UNIT_ROLES = [("Chef", True), ("Ressourceperson", True), ("Medarbejder", False), ("Digitaliseringskonsulent", True),
              ("IT konsulent", True), ("Leder", True), ("Direktør", False)]

_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ï": "i", "ó": "o", "á": "a", "ü": "u", "ı": "i", "-": "-"}


def address_part(name: str) -> str:
    """The name as it stands in an address: lower case, no commas, Danish letters written out."""
    lower = name.lower().replace(",", "").replace(" ", ".")
    return "".join(_LETTERS.get(letter, letter) for letter in lower)
