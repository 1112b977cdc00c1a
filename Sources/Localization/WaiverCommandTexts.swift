extension Catalogue {
  /// What `tilsyn waiver` says, and the options of waivers and of a baseline.
  static let waiverCommandTexts = #"""
    The file of accepted findings. One that lies among the exports counts only when it is named.
    da: Filen med accepterede fund. En, der ligger blandt eksporterne, tæller kun, når den nævnes.
    nb: Filen med aksepterte funn. En som ligger blant eksportene, teller bare når den nevnes.

    Let no waiver count; what each of them says is shown all the same.
    da: Lad ingen accept tælle; hvad hver af dem siger, vises alligevel.
    nb: La ingen aksept telle; hva hver av dem sier, vises likevel.

    An earlier result: which findings are new, which are fixed, and what is not judged any longer.
    da: Et tidligere resultat: hvilke fund der er nye, hvilke der er rettet, og hvad der ikke længere bedømmes.
    nb: Et tidligere resultat: hvilke funn som er nye, hvilke som er rettet, og hva som ikke lenger vurderes.

    Let only what the baseline lacks fail, and what it judged and this audit does not.
    da: Lad kun det udløse brud, som grundlaget mangler, og det, som det bedømte og denne revision ikke bedømmer.
    nb: La bare det gi brudd som grunnlaget mangler, og det som det vurderte og denne revisjonen ikke vurderer.

    --new-only goes with `--baseline RESULT.json`
    da: --new-only hører til `--baseline RESULT.json`
    nb: --new-only hører til `--baseline RESULT.json`

    the baseline
    da: grundlaget
    nb: grunnlaget

    the waivers
    da: accepterne
    nb: akseptene

    there is no file of waivers `{1}`
    da: der er ingen fil med accepter `{1}`
    nb: det er ingen fil med aksepter `{1}`

    `tilsyn waiver add` writes one
    da: `tilsyn waiver add` skriver en
    nb: `tilsyn waiver add` skriver en

    name it with -w; `tilsyn waiver add` writes one
    da: nævn den med -w; `tilsyn waiver add` skriver en
    nb: nevn den med -w; `tilsyn waiver add` skriver en

    the baseline `{1}` was made with another key, and has pseudonyms in it
    da: grundlaget `{1}` er lavet med en anden nøgle og har pseudonymer i sig
    nb: grunnlaget `{1}` er laget med en annen nøkkel og har pseudonymer i seg

    give the key of then with --pseudonym-key, or make a new baseline with `-f json=FILE`
    da: giv nøglen fra dengang med --pseudonym-key, eller lav et nyt grundlag med `-f json=FILE`
    nb: gi nøkkelen fra den gang med --pseudonym-key, eller lag et nytt grunnlag med `-f json=FILE`

    Accepts findings for a while: adds, lists, checks, prunes, renews.
    da: Accepterer fund for en tid: tilføjer, viser, kontrollerer, rydder op, fornyer.
    nb: Aksepterer funn for en tid: legger til, viser, kontrollerer, rydder opp, fornyer.

    Accepts one finding until a day.
    da: Accepterer ét fund til og med en dag.
    nb: Aksepterer ett funn til og med en dag.

    The finding is named by the first digits of its fingerprint, or by its policy and --subject. It is looked up in an earlier result, or the exports are judged. The file is made where there is none.
    da: Fundet nævnes ved de første cifre af sit fingeraftryk eller ved sin regel og --subject. Det slås op i et tidligere resultat, eller eksporterne bedømmes. Filen oprettes, hvor der ingen er.
    nb: Funnet nevnes ved de første sifrene i fingeravtrykket sitt eller ved regelen og --subject. Det slås opp i et tidligere resultat, eller eksportene vurderes. Filen opprettes der det ikke er noen.

    Exit codes: 0 added; 2 it would not count, or cannot be written; 64 usage, or no such finding.
    da: Afslutningskoder: 0 tilføjet; 2 den ville ikke tælle eller kan ikke skrives; 64 brug, eller intet sådant fund.
    nb: Avslutningskoder: 0 lagt til; 2 den ville ikke telle eller kan ikke skrives; 64 bruk, eller ikke noe slikt funn.

    A fingerprint, its first digits, or a policy.
    da: Et fingeraftryk, dets første cifre eller en regel.
    nb: Et fingeravtrykk, de første sifrene i det, eller en regel.

    An earlier result (-f json), in which the finding is looked up.
    da: Et tidligere resultat (-f json), hvori fundet slås op.
    nb: Et tidligere resultat (-f json) der funnet slås opp.

    Who answers for the gap.
    da: Hvem der svarer for manglen.
    nb: Hvem som svarer for mangelen.

    Who accepts it: somebody else than the owner.
    da: Hvem der accepterer den: en anden end den ansvarlige.
    nb: Hvem som aksepterer den: en annen enn den ansvarlige.

    Why the gap can be lived with, in 20 characters or more.
    da: Hvorfor man kan leve med manglen, med 20 tegn eller flere.
    nb: Hvorfor man kan leve med mangelen, med 20 tegn eller flere.

    The last day on which it holds, as 2027-03-31.
    da: Den sidste dag, den gælder, som 2027-03-31.
    nb: Den siste dagen den gjelder, som 2027-03-31.

    The day on which it was accepted. Default: the day judged.
    da: Den dag, den blev accepteret. Standard: den bedømte dag.
    nb: Dagen den ble akseptert. Standard: dagen som vurderes.

    What it is called. Default: the next number of the year.
    da: Hvad den hedder. Standard: årets næste nummer.
    nb: Hva den heter. Standard: årets neste nummer.

    name either exports or a result
    da: nævn enten eksporter eller et resultat
    nb: nevn enten eksporter eller et resultat

    `--result RESULT.json` judges nothing, a path does
    da: `--result RESULT.json` bedømmer intet, det gør en sti
    nb: `--result RESULT.json` vurderer ingenting, det gjør en sti

    added {1} to {2}, valid until {3}
    da: {1} er tilføjet i {2} og gælder til og med {3}
    nb: {1} er lagt til i {2} og gjelder til og med {3}

    renewed {1} in {2}, valid until {3}
    da: {1} er fornyet i {2} og gælder til og med {3}
    nb: {1} er fornyet i {2} og gjelder til og med {3}

    `{1}` has no waiver `{2}`
    da: `{1}` har ingen accept `{2}`
    nb: `{1}` har ingen aksept `{2}`

    `tilsyn waiver list` lists them
    da: `tilsyn waiver list` viser dem
    nb: `tilsyn waiver list` viser dem

    `{1}`, line {2}: the entry is written in another style than `waiver add` writes
    da: `{1}`, linje {2}: posten er skrevet på en anden måde, end `waiver add` skriver
    nb: `{1}`, linje {2}: posten er skrevet på en annen måte enn `waiver add` skriver

    change it in an editor, or write each key on a line of its own
    da: ret den i en editor, eller skriv hver nøgle på sin egen linje
    nb: rett den i en editor, eller skriv hver nøkkel på sin egen linje

    `{1}` is no date of {2}
    da: `{1}` er ingen dato for {2}
    nb: `{1}` er ingen dato for {2}

    there is a waiver `{1}` in `{2}`, line {3}
    da: der er en accept `{1}` i `{2}`, linje {3}
    nb: det er en aksept `{1}` i `{2}`, linje {3}

    give another --id
    da: giv et andet --id
    nb: gi et annet --id

    the finding is waived by `{1}` until {2}
    da: fundet er accepteret ved `{1}` til og med {2}
    nb: funnet er akseptert ved `{1}` til og med {2}

    `tilsyn waiver renew {1}` gives it more time
    da: `tilsyn waiver renew {1}` giver den mere tid
    nb: `tilsyn waiver renew {1}` gir den mer tid

    the waiver would not count: it is {1}
    da: accepten ville ikke tælle: den er {1}
    nb: aksepten ville ikke telle: den er {1}

    mend what it is for, or renew it with `tilsyn waiver renew`
    da: ret det, den er for, eller forny den med `tilsyn waiver renew`
    nb: rett det den er for, eller forny den med `tilsyn waiver renew`

    let it begin on the day on which it was approved
    da: lad den begynde den dag, den blev godkendt
    nb: la den begynne den dagen den ble godkjent

    `tilsyn policy list` lists the policies
    da: `tilsyn policy list` viser reglerne
    nb: `tilsyn policy list` viser reglene

    somebody else than the owner has to accept it
    da: en anden end den ansvarlige skal acceptere den
    nb: en annen enn den ansvarlige må akseptere den

    give a day at most {1} days after the approval, {2} for a policy of critical severity
    da: giv en dag højst {1} dage efter godkendelsen, {2} for en kritisk regel
    nb: gi en dag høyst {1} dager etter godkjenningen, {2} for en kritisk regel

    name one finding by its fingerprint, with all its witnesses: `tilsyn waiver add` does
    da: nævn ét fund ved dets fingeraftryk, med alle dets vidner: det gør `tilsyn waiver add`
    nb: nevn ett funn ved fingeravtrykket, med alle vitnene: det gjør `tilsyn waiver add`

    remove it; `tilsyn waiver prune` does
    da: fjern den; det gør `tilsyn waiver prune`
    nb: fjern den; det gjør `tilsyn waiver prune`

    Lists who accepts what, why, and for how long still.
    da: Viser, hvem der accepterer hvad, hvorfor, og hvor længe endnu.
    nb: Viser hvem som aksepterer hva, hvorfor, og hvor lenge ennå.

    Nothing is judged: whether each of them counts, `tilsyn waiver check` says.
    da: Intet bedømmes: om hver af dem tæller, siger `tilsyn waiver check`.
    nb: Ingenting vurderes: om hver av dem teller, sier `tilsyn waiver check`.

    {1:waiver|waivers} as of {2}
    da: {1:accept|accepter} pr. {2}
    nb: {1:aksept|aksepter} per {2}

    {1:waiver|waivers}
    da: {1:accept|accepter}
    nb: {1:aksept|aksepter}

    accepted by {1} for {2}: {3}
    da: accepteret af {1} for {2}: {3}
    nb: akseptert av {1} for {2}: {3}

    from {1}
    da: fra {1}
    nb: fra {1}

    expired on {1}
    da: udløb {1}
    nb: utløp {1}

    until {1} ({2:day|days})
    da: til og med {1} ({2:dag|dage})
    nb: til og med {1} ({2:dag|dager})

    Says which waivers do not count, or should not be there.
    da: Siger, hvilke accepter der ikke tæller eller ikke burde være der.
    nb: Sier hvilke aksepter som ikke teller eller ikke burde være der.

    The exports are judged: what is waived must have been found. Told are waivers that are expired, for nothing that was found, for more than one violation, approved by their owner, of a later day, or valid for too long.
    da: Eksporterne bedømmes: det, der er accepteret, skal være fundet. Der siges, hvilke accepter der er udløbet, er for intet, der blev fundet, er for mere end ét brud, er godkendt af den ansvarlige selv, er fra en senere dag eller gælder for længe.
    nb: Eksportene vurderes: det som er akseptert, må være funnet. Det sies hvilke aksepter som er utløpt, er for ingenting som ble funnet, er for mer enn ett brudd, er godkjent av den ansvarlige selv, er fra en senere dag eller gjelder for lenge.

    Exit codes: 0 all of them count; 1 one does not; 2 file or exports could not be judged; 64 usage.
    da: Afslutningskoder: 0 alle tæller; 1 en tæller ikke; 2 fil eller eksporter kunne ikke bedømmes; 64 brug.
    nb: Avslutningskoder: 0 alle teller; 1 en teller ikke; 2 fil eller eksporter kunne ikke vurderes; 64 bruk.

    Removes waivers that are expired, or for nothing that was found.
    da: Fjerner accepter, der er udløbet eller er for intet, der blev fundet.
    nb: Fjerner aksepter som er utløpt eller er for ingenting som ble funnet.

    The exports are judged, and must be complete: what could not be found in half of them is not mended. Other lines of the file stay as they are.
    da: Eksporterne bedømmes og skal være fuldstændige: det, der ikke kunne findes i halvdelen af dem, er ikke rettet. Filens andre linjer bliver, som de er.
    nb: Eksportene vurderes og må være fullstendige: det som ikke kunne finnes i halvparten av dem, er ikke rettet. De andre linjene i filen blir som de er.

    says what would go
    da: siger, hvad der ville forsvinde
    nb: sier hva som ville forsvinne

    removes it
    da: fjerner det
    nb: fjerner det

    Exit codes: 0 done; 2 file or exports could not be judged, nothing is removed; 64 usage.
    da: Afslutningskoder: 0 udført; 2 fil eller eksporter kunne ikke bedømmes, intet er fjernet; 64 brug.
    nb: Avslutningskoder: 0 utført; 2 fil eller eksporter kunne ikke vurderes, ingenting er fjernet; 64 bruk.

    Say what would be removed, and remove nothing.
    da: Sig, hvad der ville blive fjernet, og fjern intet.
    nb: Si hva som ville blitt fjernet, og fjern ingenting.

    the exports are not complete, so nothing is removed
    da: eksporterne er ikke fuldstændige, så intet fjernes
    nb: eksportene er ikke fullstendige, så ingenting fjernes

    `tilsyn sources PATH` says what is missing
    da: `tilsyn sources PATH` siger, hvad der mangler
    nb: `tilsyn sources PATH` sier hva som mangler

    {1:waiver|waivers} would be removed
    da: {1:accept|accepter} ville blive fjernet
    nb: {1:aksept|aksepter} ville blitt fjernet

    {1:waiver|waivers} removed
    da: {1:accept|accepter} fjernet
    nb: {1:aksept|aksepter} fjernet

    Accepts the same finding for longer.
    da: Accepterer det samme fund i længere tid.
    nb: Aksepterer det samme funnet lenger.

    It is accepted anew, by whoever approves it now. The lines of its days and of whom it names are changed, and no other.
    da: Det accepteres på ny af den, der godkender det nu. Linjerne med dets dage og med dem, det nævner, ændres, og ingen andre.
    nb: Det aksepteres på nytt av den som godkjenner det nå. Linjene med dagene og med dem det nevner, endres, og ingen andre.

    Exit codes: 0 renewed; 2 it would not count, or cannot be written; 64 usage, or no such waiver.
    da: Afslutningskoder: 0 fornyet; 2 den ville ikke tælle eller kan ikke skrives; 64 brug, eller ingen sådan accept.
    nb: Avslutningskoder: 0 fornyet; 2 den ville ikke telle eller kan ikke skrives; 64 bruk, eller ingen slik aksept.

    The id of the waiver.
    da: Acceptens id.
    nb: Akseptens id.

    Who answers for the gap, where it is somebody else now.
    da: Hvem der svarer for manglen, hvis det nu er en anden.
    nb: Hvem som svarer for mangelen, hvis det nå er en annen.

    Why the gap can still be lived with, where the reason is another.
    da: Hvorfor man stadig kan leve med manglen, hvis grunden er en anden.
    nb: Hvorfor man fortsatt kan leve med mangelen, hvis grunnen er en annen.
    """#
}
