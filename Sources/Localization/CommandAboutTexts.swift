extension Catalogue {
  /// What the help of the commands that explain, list and check says above their arguments.
  static let commandAboutTexts = #"""
    A finding is named by the first digits of its fingerprint, or by its policy and --subject. The exports are judged again. A statement that cannot be ruled out, but is not certain, is marked `possibly`.
    da: Et fund nævnes ved de første tegn i sit fingeraftryk eller ved sin regel og --subject. Eksporterne bedømmes igen. Et udsagn, der ikke kan udelukkes, men heller ikke er sikkert, er mærket `possibly`.
    nb: Et funn nevnes ved de første tegnene i fingeravtrykket eller ved regelen og --subject. Eksportene vurderes på nytt. Et utsagn som ikke kan utelukkes, men heller ikke er sikkert, er merket `possibly`.

    A question in the policy language is answered as `tilsyn query` answers it, each row with its proof.
    da: Et spørgsmål i regelsproget besvares, som `tilsyn query` besvarer det, hver række med sit bevis.
    nb: Et spørsmål i regelspråket besvares slik `tilsyn query` svarer på det, hver rad med sitt bevis.

    Asks every system whose exports were loaded: of Altinn which roles, packages and parties the policies let do it, who has these roles and packages, and to whom it was delegated; of Kitos which users may change an object. What cannot be ruled out, but is not certain, says `possible`. An id is followed by the name that some export gives it.
    da: Spørger hvert system, hvis eksporter blev indlæst: i Altinn hvilke roller, pakker og parter politikkerne lader gøre det, hvem der har disse roller og pakker, og hvem det blev delegeret til; i Kitos hvilke brugere der må ændre et objekt. Hvad der ikke kan udelukkes, men heller ikke er sikkert, står som `possible`. Efter en id står det navn, en eksport giver den.
    nb: Spør hvert system som det ble lest inn eksporter av: i Altinn hvilke roller, pakker og parter policyene lar gjøre det, hvem som har disse rollene og pakkene, og hvem det ble delegert til; i Kitos hvilke brukere som kan endre et objekt. Det som ikke kan utelukkes, men heller ikke er sikkert, står som `possible`. Etter en id står navnet som en eksport gir den.

    A subject is a value that policies of Altinn name, with its attribute where that must be told apart; a party of Altinn or Enhetsregisteret (an organisation by its number, anybody else by the id that answers show); a user of Kitos by uuid; or an address, of a user of Kitos or of somebody whom personnel data know as a party. The answer has its roles, packages and delegations, and what policies let it do by them.
    da: Et subjekt er en værdi, som Altinns politikker nævner, med sin attribut, hvor der er tvivl; en part i Altinn eller Enhetsregisteret (en organisation ved sit nummer, andre ved den id, som svar viser); en bruger i Kitos ved uuid; eller en adresse på en bruger i Kitos eller på en, som personaledata kender som part. Svaret har subjektets roller, pakker og delegeringer, og hvad politikkerne lader det gøre med dem.
    nb: Et subjekt er en verdi som policyene i Altinn nevner, med attributtet der det er tvil; en part i Altinn eller Enhetsregisteret (en organisasjon ved nummeret sitt, andre ved id-en som svar viser); en bruker i Kitos ved uuid; eller en adresse til en bruker i Kitos eller til en som personaldata kjenner som part. Svaret har rollene, pakkene og delegeringene til subjektet, og hva policyene lar det gjøre med dem.

    Exit codes: 0 answered, also where nobody may; 2 answered from exports that could not all be read, or not answered; 3 not the same exports as --result; 64 usage.
    da: Afslutningskoder: 0 besvaret, også hvor ingen må; 2 besvaret ud fra eksporter, der ikke alle kunne læses, eller ikke besvaret; 3 ikke de samme eksporter som i --result; 64 forkert brug.
    nb: Avslutningskoder: 0 besvart, også der ingen kan; 2 besvart ut fra eksporter som ikke alle kunne leses, eller ikke besvart; 3 ikke de samme eksportene som i --result; 64 feil bruk.

    A question is a body as in a rule; the answer has a column for each of its variables. A row that cannot be ruled out, but is not certain, says `possible`. The answer to a question without a variable is yes, no or possible.
    da: Et spørgsmål skrives som betingelserne i en regel; svaret har en kolonne for hver variabel. En række, der ikke kan udelukkes, men heller ikke er sikker, står som `possible`. Svaret på et spørgsmål uden variabel er yes, no eller possible.
    nb: Et spørsmål skrives som vilkårene i en regel; svaret har en kolonne for hver variabel. En rad som ikke kan utelukkes, men heller ikke er sikker, står som `possible`. Svaret på et spørsmål uten variabel er yes, no eller possible.

    yes, no or possible
    da: yes, no eller possible
    nb: yes, no eller possible

    An id is followed by the name that some export gives it. Exit codes: 0 answered, whatever the answer; 2 answered from exports that could not all be read, or not answered: the question or a policy is wrong, or asks for too much; 3 not the same exports as --result; 64 usage.
    da: Efter en id står det navn, en eksport giver den. Afslutningskoder: 0 besvaret, uanset svaret; 2 besvaret ud fra eksporter, der ikke alle kunne læses, eller ikke besvaret: spørgsmålet eller en regel er forkert eller beder om for meget; 3 ikke de samme eksporter som i --result; 64 forkert brug.
    nb: Etter en id står navnet som en eksport gir den. Avslutningskoder: 0 besvart, uansett svaret; 2 besvart ut fra eksporter som ikke alle kunne leses, eller ikke besvart: spørsmålet eller en regel er feil eller ber om for mye; 3 ikke de samme eksportene som i --result; 64 feil bruk.

    Sources come from exports, derived relations from rules in the policy files. Each with its columns, what it means, and how to get the export.
    da: Kilder kommer fra eksporter, afledte relationer fra filerne med regler. Hver med sine kolonner, hvad den betyder, og hvordan eksporten skaffes.
    nb: Kilder kommer fra eksporter, avledede relasjoner fra filene med regler. Hver med kolonnene sine, hva den betyr, og hvordan eksporten skaffes.

    one
    da: én
    nb: én

    all of a system, and those that a pattern names
    da: alle i et system, og dem, et mønster nævner
    nb: alle i et system, og de som et mønster nevner

    with the relations of its mappings
    da: med relationerne fra dens mappinger
    nb: med relasjonene fra mappingene i den

    Nothing is judged: `tilsyn audit PATH --framework ID` says what came out.
    da: Intet bedømmes: `tilsyn audit PATH --framework ID` siger, hvad der kom ud.
    nb: Ingenting vurderes: `tilsyn audit PATH --framework ID` sier hva som kom ut.

    all that came with tilsyn
    da: alle, der følger med tilsyn
    nb: alle som følger med tilsyn

    its controls, their policies, and those on which none bears
    da: kravene, deres regler, og krav uden regel
    nb: kravene, reglene deres, og krav uten regel

    Every line of it is optional: exports are recognised by their content. It lists the exports that policies wait for in this folder, for what the organisation has none of. The registers say what no export does: what each mailbox is for (mailboxes.csv), what was approved (approvals.csv), how systems are connected (integrations.csv and its sisters), and which duties nobody has together (duties.csv, conflicts.csv); as long as they have no row, they are forms and say nothing. Never overwrites a file.
    da: Hver linje er valgfri: eksporter genkendes på deres indhold. Den nævner de eksporter, reglerne venter på i denne mappe, så I kan skrive, hvilke organisationen ikke har. Registrene siger, hvad ingen eksport siger: hvad hver postkasse er til (mailboxes.csv), hvad der er godkendt (approvals.csv), hvordan systemer er forbundet (integrations.csv og dens søstre), og hvilke opgaver ingen har sammen (duties.csv, conflicts.csv); så længe de ingen række har, er de skemaer og siger intet. Overskriver aldrig en fil.
    nb: Hver linje er valgfri: eksporter gjenkjennes på innholdet. Den nevner eksportene som reglene venter på i denne mappen, så dere kan skrive hvilke organisasjonen ikke har. Registrene sier det ingen eksport sier: hva hver postboks er til (mailboxes.csv), hva som er godkjent (approvals.csv), hvordan systemer er koblet sammen (integrations.csv og søstrene), og hvilke oppgaver ingen har sammen (duties.csv, conflicts.csv); så lenge de ikke har noen rad, er de skjemaer og sier ingenting. Overskriver aldri en fil.

    writes exports/tilsyn.yaml and the registers
    da: skriver exports/tilsyn.yaml og registrene
    nb: skriver exports/tilsyn.yaml og registrene

    Lists the policies that an audit would judge.
    da: Viser de regler, en revision ville bedømme.
    nb: Viser reglene en revisjon ville vurdert.

    all of a pack, and those that a pattern names
    da: alle i en pakke, og dem, et mønster nævner
    nb: alle i en pakke, og de som et mønster nevner

    those that it names, and with its parameters
    da: dem, den nævner, og med dens parametre
    nb: de som den nevner, og med parametrene i den

    Shows policies in full: what they demand, on what basis, which exports they need.
    da: Viser regler i fuld længde: hvad de kræver, på hvilket grundlag, og hvilke eksporter de skal bruge.
    nb: Viser regler i full lengde: hva de krever, på hvilket grunnlag, og hvilke eksporter de trenger.

    all of a pack
    da: alle i en pakke
    nb: alle i en pakke

    a policy that a configuration names
    da: en regel, som en konfiguration nævner
    nb: en regel som en konfigurasjon nevner

    Checks policies without reading any export.
    da: Kontrollerer regler uden at læse nogen eksport.
    nb: Kontrollerer regler uten å lese noen eksport.

    Prints every error and warning with its place and what to do. Exit codes: 0 no error; 2 an error, or a file that cannot be read; 64 usage.
    da: Viser hver fejl og advarsel med sit sted, og hvad der kan gøres. Afslutningskoder: 0 ingen fejl; 2 en fejl, eller en fil, der ikke kan læses; 64 forkert brug.
    nb: Viser hver feil og advarsel med stedet, og hva som kan gjøres. Avslutningskoder: 0 ingen feil; 2 en feil, eller en fil som ikke kan leses; 64 feil bruk.

    Runs the examples that policies carry.
    da: Afprøver de eksempler, reglerne har med.
    nb: Prøver eksemplene som reglene har med.

    Exit codes: 0 every example comes out as it expects; 1 one does not; 2 a policy has an error, or none has an example; 64 usage.
    da: Afslutningskoder: 0 hvert eksempel falder ud som ventet; 1 et gør ikke; 2 en regel har en fejl, eller ingen har et eksempel; 64 forkert brug.
    nb: Avslutningskoder: 0 hvert eksempel faller ut som ventet; 1 ett gjør det ikke; 2 en regel har en feil, eller ingen har et eksempel; 64 feil bruk.

    Writes policies in their canonical form.
    da: Skriver regler på deres faste form.
    nb: Skriver regler på den faste formen.

    prints it formatted
    da: viser den formateret
    nb: viser den formatert

    changes the files
    da: ændrer filerne
    nb: endrer filene

    says which are not formatted
    da: siger, hvilke der ikke er formateret
    nb: sier hvilke som ikke er formatert

    Exit codes: 0 done; 1 with --check, a file is not formatted; 2 a file cannot be read or has an error; 64 usage.
    da: Afslutningskoder: 0 gjort; 1 med --check: en fil er ikke formateret; 2 en fil kan ikke læses eller har en fejl; 64 forkert brug.
    nb: Avslutningskoder: 0 gjort; 1 med --check: en fil er ikke formatert; 2 en fil kan ikke leses eller har en feil; 64 feil bruk.
    """#
}
