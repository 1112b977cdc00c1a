extension Catalogue {
  /// What the commands say of themselves in the overview, and the help of those that audit.
  static let commandOverviewTexts = #"""
    Audits access rights: who may do what, against which rule, proved down to file and line.
    da: Reviderer rettigheder: hvem må hvad, efter hvilken regel, med bevis ned til fil og linje.
    nb: Reviderer rettigheter: hvem kan gjøre hva, etter hvilken regel, med bevis ned til fil og linje.

    Start here:
    da: Begynd her:
    nb: Begynn her:

    judge this month's exports
    da: bedøm månedens eksporter
    nb: vurder månedens eksporter

    what was recognised in each file
    da: hvad der blev genkendt i hver fil
    nb: hva som ble gjenkjent i hver fil

    the proof behind one finding
    da: beviset bag ét fund
    nb: beviset bak ett funn

    what is judged
    da: hvad der bedømmes
    nb: hva som vurderes

    Nothing is sent anywhere: no command opens a network connection.
    da: Intet sendes nogen steder hen: ingen kommando åbner en netværksforbindelse.
    nb: Ingenting sendes noe sted: ingen kommando åpner en nettverksforbindelse.

    Exit codes: 0 judged and passed; 1 judged, gate failed; 2 could not judge; 3 not the same exports as --result; 64 usage; 130 interrupted.
    da: Afslutningskoder: 0 bedømt og bestået; 1 bedømt, ikke bestået; 2 kunne ikke bedømmes; 3 ikke de samme eksporter som i --result; 64 forkert brug; 130 afbrudt.
    nb: Avslutningskoder: 0 vurdert og bestått; 1 vurdert, ikke bestått; 2 kunne ikke vurderes; 3 ikke de samme eksportene som i --result; 64 feil bruk; 130 avbrutt.

    Judges every right in the exports and reports what violates which policy.
    da: Bedømmer hver rettighed i eksporterne og viser, hvad der bryder hvilken regel.
    nb: Vurderer hver rettighet i eksportene og viser hva som bryter hvilken regel.

    Writes an earlier result in other formats, without judging again.
    da: Skriver et tidligere resultat i andre formater uden at bedømme igen.
    nb: Skriver et tidligere resultat i andre formater uten å vurdere på nytt.

    Shows what was recognised in each file, and what would decide more.
    da: Viser, hvad der blev genkendt i hver fil, og hvad der ville afgøre mere.
    nb: Viser hva som ble gjenkjent i hver fil, og hva som ville avgjøre mer.

    Prints the proof behind a finding or an answer, down to file and line.
    da: Viser beviset bag et fund eller et svar, ned til fil og linje.
    nb: Viser beviset bak et funn eller et svar, ned til fil og linje.

    Prints what a policy says of a subject, and how far each of its rules comes.
    da: Viser, hvad en regel siger om én, den gælder for, og hvor langt hver del af den når.
    nb: Viser hva en regel sier om én den gjelder for, og hvor langt hver del av den når.

    Says who may do something, and by which path.
    da: Siger, hvem der må noget, og ad hvilken vej.
    nb: Sier hvem som kan gjøre noe, og gjennom hva.

    Says what a role, package, party or user may do, and by which path.
    da: Siger, hvad en rolle, pakke, part eller bruger må, og ad hvilken vej.
    nb: Sier hva en rolle, pakke, part eller bruker kan gjøre, og gjennom hva.

    Answers a question in the policy language.
    da: Besvarer et spørgsmål i regelsproget.
    nb: Svarer på et spørsmål i regelspråket.

    Lists every relation that a policy can read.
    da: Viser alle relationer, en regel kan læse.
    nb: Viser alle relasjoner en regel kan lese.

    Lists, shows, checks, tests and formats policies.
    da: Viser, kontrollerer, afprøver og formaterer regler.
    nb: Viser, kontrollerer, prøver og formaterer regler.

    Lists standards and laws, and which policies bear on their controls.
    da: Viser standarder og love, og hvilke regler der vedrører deres krav.
    nb: Viser standarder og lover, og hvilke regler som gjelder kravene i dem.

    Answers XACML 3.0 requests from policies, and explains the answers.
    da: Besvarer XACML 3.0-forespørgsler ud fra politikker og forklarer svarene.
    nb: Svarer på XACML 3.0-forespørsler ut fra policyer og forklarer svarene.

    Writes a commented tilsyn.yaml, and empty registers.
    da: Skriver en tilsyn.yaml med forklaringer, og tomme registre.
    nb: Skriver en tilsyn.yaml med forklaringer, og tomme registre.

    Files are recognised by their content, whatever their names. What cannot be shown is unverified, never passed.
    da: Filer genkendes på deres indhold, uanset navn. Hvad der ikke kan vises, er uafklaret, aldrig i orden.
    nb: Filer gjenkjennes på innholdet, uansett navn. Det som ikke kan vises, er uavklart, aldri i orden.

    report, workbook, JSON and tables
    da: rapport, regneark, JSON og tabeller
    nb: rapport, regneark, JSON og tabeller

    In rows a ' stands before a value that a spreadsheet would take for a formula.
    da: I rows står der ' foran en værdi, som et regneark ville tage for en formel.
    nb: I rows står det ' foran en verdi som et regneark ville tatt for en formel.

    Exit codes: 0 judged and passed; 1 judged, gate failed; 2 could not judge; 64 usage; 130 interrupted.
    da: Afslutningskoder: 0 bedømt og bestået; 1 bedømt, ikke bestået; 2 kunne ikke bedømmes; 64 forkert brug; 130 afbrudt.
    nb: Avslutningskoder: 0 vurdert og bestått; 1 vurdert, ikke bestått; 2 kunne ikke vurderes; 64 feil bruk; 130 avbrutt.

    Each flag can be set by a variable as well: TILSYN_FAIL_ON for --fail-on. A flag wins over it.
    da: Hvert flag kan også sættes med en variabel: TILSYN_FAIL_ON for --fail-on. Flaget går forud.
    nb: Hvert flagg kan også settes med en variabel: TILSYN_FAIL_ON for --fail-on. Flagget går foran.

    For each file: its kind, records read = used + rejected + out of scope, how complete it is, each record that could not be used with its line, and what the export cannot show. Then the policies are evaluated, and the exports are named that most members without a verdict wait for: "up to", since an export may not say what is asked of it.
    da: For hver fil: hvad den er, poster læst = brugt + afvist + uden for omfanget, hvor fuldstændig den er, hver post, der ikke kunne bruges, med sin linje, og hvad eksporten ikke kan vise. Derefter anvendes reglerne, og de eksporter nævnes, som flest uafklarede venter på: "op til", da en eksport måske ikke svarer på det.
    nb: For hver fil: hva den er, poster lest = brukt + avvist + utenfor omfanget, hvor fullstendig den er, hver post som ikke kunne brukes, med linjen sin, og hva eksporten ikke kan vise. Deretter brukes reglene, og de eksportene nevnes som flest uavklarte venter på: "opptil", siden en eksport kanskje ikke svarer på det.

    reads, and evaluates nothing
    da: læser kun, anvender ingen regel
    nb: leser bare, bruker ingen regel

    Exit codes: 0 shown; 2 a file could not be read whole, or an expected one is missing; 64 usage.
    da: Afslutningskoder: 0 vist; 2 en fil kunne ikke læses helt, eller en ventet mangler; 64 forkert brug.
    nb: Avslutningskoder: 0 vist; 2 en fil kunne ikke leses helt, eller en ventet mangler; 64 feil bruk.

    The result is what `tilsyn audit … -f json=FILE`, or the folder of `-o`, has. Each format is byte for byte what the audit would have written; nothing but the result is read, and with --framework the file of the framework. It takes the place of those that the audit was asked for.
    da: Resultatet er det, `tilsyn audit … -f json=FILE` skriver, eller det i mappen fra `-o`. Hvert format er byte for byte, hvad revisionen ville have skrevet; kun resultatet læses, og med --framework rammeværkets fil. Rammeværket træder i stedet for dem, revisionen blev bedt om.
    nb: Resultatet er det `tilsyn audit … -f json=FILE` skriver, eller det i mappen fra `-o`. Hvert format er byte for byte det revisjonen ville ha skrevet; bare resultatet leses, og med --framework filen til rammeverket. Rammeverket kommer i stedet for dem revisjonen ble bedt om.

    Exit codes: 0 written, whatever the verdict was; 2 where the file is no result, of another version or damaged.
    da: Afslutningskoder: 0 skrevet, uanset udfaldet; 2 filen er intet resultat, er fra en anden version eller er beskadiget.
    nb: Avslutningskoder: 0 skrevet, uansett utfallet; 2 filen er ikke et resultat, er fra en annen versjon eller er skadet.
    """#
}
