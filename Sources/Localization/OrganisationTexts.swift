extension Catalogue {
  /// What is told of lists and registers that the organisation keeps.
  static let organisationTexts = #"""
    the cell holds the name of a type instead of its list; join the list by `;` in the export
    da: cellen viser navnet på en type i stedet for listen; sæt listen sammen med `;` i eksporten
    nb: cellen viser navnet på en type i stedet for listen; sett listen sammen med `;` i eksporten

    the list does not end; join the list by `;` in the export
    da: listen slutter ikke; sæt listen sammen med `;` i eksporten
    nb: listen slutter ikke; sett listen sammen med `;` i eksporten

    PowerShell left out entries (`...`); set `$FormatEnumerationLimit = -1`, or join the list by `;`
    da: PowerShell udelod poster (`...`); sæt `$FormatEnumerationLimit = -1`, eller sæt listen sammen med `;`
    nb: PowerShell utelot poster (`...`); sett `$FormatEnumerationLimit = -1`, eller sett listen sammen med `;`

    employees
    da: medarbejdere
    nb: ansatte

    addresses of the employees: no column `email`
    da: medarbejdernes adresser: ingen kolonne `email`
    nb: de ansattes adresser: ingen kolonne `email`

    addresses of the employees: the column `email` is empty in every row
    da: medarbejdernes adresser: kolonnen `email` er tom i hver række
    nb: de ansattes adresser: kolonnen `email` er tom i hver rad

    who the employees are in Altinn: no column `national_id`
    da: hvem medarbejderne er i Altinn: ingen kolonne `national_id`
    nb: hvem de ansatte er i Altinn: ingen kolonne `national_id`

    who has left: no column `end`
    da: hvem der er fratrådt: ingen kolonne `end`
    nb: hvem som har sluttet: ingen kolonne `end`

    `start` and `end`: {1}
    da: `start` og `end`: {1}
    nb: `start` og `end`: {1}

    employment
    da: ansættelse
    nb: ansettelse

    an employment
    da: en ansættelse
    nb: en ansettelse

    employments
    da: ansættelser
    nb: ansettelser

    ids are identity numbers; the line on which each first stands is shown in their place
    da: id'erne er personnumre; den linje, hvor hver først står, vises i stedet for den
    nb: id-ene er fødselsnumre; linjen der hver først står, vises i stedet for den

    {1:row has|rows have} no identity number: nobody in Altinn is the employee
    da: {1:række har|rækker har} intet personnummer: ingen i Altinn er medarbejderen
    nb: {1:rad har|rader har} ikke noe fødselsnummer: ingen i Altinn er den ansatte

    `id` is empty
    da: `id` er tom
    nb: `id` er tom

    `email` is no e-mail address
    da: `email` er ikke en e-mailadresse
    nb: `email` er ikke en e-postadresse

    `end` is before `start`
    da: `end` er før `start`
    nb: `end` er før `start`

    `kind` is neither internal nor external
    da: i `kind` står hverken internal eller external
    nb: i `kind` står verken internal eller external

    `national_id` is no identity number
    da: `national_id` er ikke et personnummer
    nb: `national_id` er ikke et fødselsnummer

    everything: the list holds no row, and an empty list of {1} counts as one that was not exported
    da: alt: listen har ingen rækker, og en tom liste over {1} tæller som en, der ikke er eksporteret
    nb: alt: listen har ingen rader, og en tom liste over {1} teller som en som ikke er eksportert

    addresses of {1:row|rows} held characters that show nothing; they are left out
    da: adresser i {1:række|rækker} havde tegn, der ikke vises; de er udeladt
    nb: adresser i {1:rad|rader} hadde tegn som ikke vises; de er utelatt

    a column that is not read may say that the employment ended, or on another day than `end` says; write the last day into `end`, and take the other column out
    da: en kolonne, der ikke læses, siger måske, at ansættelsen er ophørt, eller ophørt en anden dag end `end` siger; skriv den sidste dag i `end`, og fjern den anden kolonne
    nb: en kolonne som ikke leses, sier kanskje at ansettelsen er opphørt, eller opphørt en annen dag enn `end` sier; skriv den siste dagen i `end`, og fjern den andre kolonnen

    `EmailAddresses` does not hold the primary address, which every recipient has there: the cell was not exported, or was cut; export the list again, joined by `;`
    da: `EmailAddresses` har ikke den primære adresse, som enhver modtager har dér: cellen er ikke eksporteret, eller den er skåret af; eksportér listen igen, sat sammen med `;`
    nb: `EmailAddresses` har ikke den primære adressen, som alle mottakere har der: cellen er ikke eksportert, eller den er kuttet; eksporter listen på nytt, satt sammen med `;`

    `PrimarySmtpAddress` is empty
    da: `PrimarySmtpAddress` er tom
    nb: `PrimarySmtpAddress` er tom

    `PrimarySmtpAddress` is no e-mail address
    da: `PrimarySmtpAddress` er ikke en e-mailadresse
    nb: `PrimarySmtpAddress` er ikke en e-postadresse

    `RecipientTypeDetails` is none of the values of Exchange, such as `UserMailbox` or `SharedMailbox`
    da: `RecipientTypeDetails` er ikke en af Exchanges værdier, såsom `UserMailbox` eller `SharedMailbox`
    nb: `RecipientTypeDetails` er ikke en av verdiene i Exchange, som `UserMailbox` eller `SharedMailbox`

    `RequireSenderAuthenticationEnabled` is neither `True` nor `False`
    da: `RequireSenderAuthenticationEnabled` er hverken `True` eller `False`
    nb: `RequireSenderAuthenticationEnabled` er verken `True` eller `False`

    recipient
    da: modtager
    nb: mottaker

    a recipient
    da: en modtager
    nb: en mottaker

    recipients
    da: modtagere
    nb: mottakere

    the recorded command lists some types of recipients only, groups and contacts among the others
    da: den noterede kommando viser kun nogle typer modtagere, og blandt de andre er grupper og kontakter
    nb: den noterte kommandoen viser bare noen typer mottakere, og blant de andre er grupper og kontakter

    the file holds exactly {1} recipients, as many as Exchange lists unless it is told `-ResultSize Unlimited`: more may exist
    da: filen har præcis {1} modtagere, så mange som Exchange viser, medmindre det får `-ResultSize Unlimited`: der kan findes flere
    nb: filen har nøyaktig {1} mottakere, så mange som Exchange viser hvis det ikke får `-ResultSize Unlimited`: det kan finnes flere

    groups, contacts and mail users: a list of mailboxes has none
    da: grupper, kontakter og mailbrugere: en liste over postkasser har ingen
    nb: grupper, kontakter og e-postbrukere: en liste over postbokser har ingen

    the type of each recipient: no column `RecipientTypeDetails`
    da: hver modtagers type: ingen kolonne `RecipientTypeDetails`
    nb: typen til hver mottaker: ingen kolonne `RecipientTypeDetails`

    whether mail from outside is refused: no column `RequireSenderAuthenticationEnabled`
    da: om post udefra afvises: ingen kolonne `RequireSenderAuthenticationEnabled`
    nb: om post utenfra avvises: ingen kolonne `RequireSenderAuthenticationEnabled`

    further addresses of a mailbox: no column `EmailAddresses`
    da: en postkasses øvrige adresser: ingen kolonne `EmailAddresses`
    nb: de øvrige adressene til en postboks: ingen kolonne `EmailAddresses`

    further addresses of {1:recipient|recipients}: {2}
    da: øvrige adresser for {1:modtager|modtagere}: {2}
    nb: øvrige adresser for {1:mottaker|mottakere}: {2}

    restricted senders: no column `AcceptMessagesOnlyFrom…`
    da: begrænsede afsendere: ingen kolonne `AcceptMessagesOnlyFrom…`
    nb: begrensede avsendere: ingen kolonne `AcceptMessagesOnlyFrom…`

    `EmailAddresses` holds an entry that is no e-mail address
    da: `EmailAddresses` har noget, der ikke er en e-mailadresse
    nb: `EmailAddresses` har noe som ikke er en e-postadresse

    another list, or another row, has this employee number with nothing else in common, so whose employment that is stays open; give both lists the same `name`, `email` or `national_id`, or each its own numbers
    da: en anden liste eller en anden række har dette medarbejdernummer uden andet til fælles, så det er åbent, hvis ansættelse det er; giv begge lister samme `name`, `email` eller `national_id`, eller hver sine egne numre
    nb: en annen liste eller en annen rad har dette ansattnummeret uten noe annet til felles, så det er åpent hvem sin ansettelse det er; gi begge listene samme `name`, `email` eller `national_id`, eller hver sine egne numre

    another list has the employments of this person with other days, and all have ended; leave out the older list
    da: en anden liste har denne persons ansættelser med andre dage, og alle er ophørt; udelad den ældre liste
    nb: en annen liste har ansettelsene til denne personen med andre dager, og alle er opphørt; utelat den eldre listen

    {1:employee number|employee numbers} may be of two people: {2}
    da: {1:medarbejdernummer|medarbejdernumre} kan være to personers: {2}
    nb: {1:ansattnummer|ansattnumre} kan gjelde to personer: {2}

    {1:employee number|employee numbers} of two people, by their identity numbers
    da: {1:medarbejdernummer|medarbejdernumre} er to personers ifølge deres personnumre
    nb: {1:ansattnummer|ansattnumre} gjelder to personer ifølge fødselsnumrene deres

    the end of {1} employments is not known: {2}
    da: ophøret af {1} ansættelser er ikke kendt: {2}
    nb: opphøret av {1} ansettelser er ikke kjent: {2}

    mailboxes
    da: postkasser
    nb: postbokser

    approvals
    da: godkendelser
    nb: godkjenninger

    `{1}`: the register has no such column
    da: `{1}`: registret har ingen sådan kolonne
    nb: `{1}`: registeret har ingen slik kolonne

    {1:column is|columns are} not read, and a row with something there is in doubt; the columns of the register are {2}
    da: {1:kolonne|kolonner} læses ikke, og en række med noget dér er i tvivl; registrets kolonner er {2}
    nb: {1:kolonne|kolonner} leses ikke, og en rad med noe der er i tvil; kolonnene i registeret er {2}

    the row has something in a column that the register does not have, and it may take back what the row says; the columns are {1}: take the others out
    da: rækken har noget i en kolonne, som registret ikke har, og det kan tage tilbage, hvad rækken siger; kolonnerne er {1}: fjern de andre
    nb: raden har noe i en kolonne som registeret ikke har, og det kan ta tilbake det raden sier; kolonnene er {1}: fjern de andre

    `subject` of a client in Maskinporten is no organisation number and scope, such as `310000001 nav:inntekt`
    da: `subject` for en klient i Maskinporten er ikke et organisationsnummer og et scope, såsom `310000001 nav:inntekt`
    nb: `subject` for en klient i Maskinporten er ikke et organisasjonsnummer og et scope, som `310000001 nav:inntekt`

    `{1}` holds several addresses
    da: `{1}` har flere adresser
    nb: `{1}` har flere adresser

    `{1}` holds words beside the address, which may take it back
    da: `{1}` har ord ved siden af adressen, som måske tager den tilbage
    nb: `{1}` har ord ved siden av adressen, som kanskje tar den tilbake

    `copied_to` holds something that is no e-mail address, or words beside one; separate addresses by `;`
    da: `copied_to` har noget, der ikke er en e-mailadresse, eller ord ved siden af en; adskil adresser med `;`
    nb: `copied_to` har noe som ikke er en e-postadresse, eller ord ved siden av en; skill adresser med `;`

    `{1}` is none of {2}
    da: `{1}` er ikke en af {2}
    nb: `{1}` er ikke en av {2}

    `{1}` is no date; {2}
    da: `{1}` er ikke en dato; {2}
    nb: `{1}` er ikke en dato; {2}

    only the list `{1}` may stand here
    da: kun listen `{1}` må stå her
    nb: bare listen `{1}` kan stå her

    `{1}` must be a list of entries
    da: `{1}` skal være en liste med poster
    nb: `{1}` må være en liste med poster

    an entry must have keys such as `{1}`
    da: en post skal have nøgler som `{1}`
    nb: en post må ha nøkler som `{1}`

    an entry has a key that is none of {1}
    da: en post har en nøgle, der ikke er en af {1}
    nb: en post har en nøkkel som ikke er en av {1}

    `{1}` must be a text
    da: `{1}` skal være en tekst
    nb: `{1}` må være en tekst

    the titles are read as: {1}
    da: kolonnernes titler læses som: {1}
    nb: kolonnetitlene leses som: {1}

    a part of the name is empty
    da: en del af navnet er tom
    nb: en del av navnet er tom

    {1} may each be `{2}`
    da: {1} kan hver især være `{2}`
    nb: {1} kan hver for seg være `{2}`

    whether {1} says `{2}` is a guess
    da: om {1} er `{2}`, er et gæt
    nb: om {1} er `{2}`, er en gjetning

    whether {1} are days of the employment, or of something else in the row, is a guess
    da: om {1} er ansættelsens dage eller hører til noget andet i rækken, er et gæt
    nb: om {1} er dager for ansettelsen eller hører til noe annet i raden, er en gjetning

    {1}, and {2}
    da: {1}, og {2}
    nb: {1}, og {2}

    no column is chosen for you: {1}; give the columns the titles `id,name,email,unit,start,end`
    da: ingen kolonne er valgt for dig: {1}; giv kolonnerne titlerne `id,name,email,unit,start,end`
    nb: ingen kolonne er valgt for deg: {1}; gi kolonnene titlene `id,name,email,unit,start,end`

    no column is chosen for you: {1}; give the columns the titles `id,name,email,unit,start,end`, or say in `tilsyn.yaml` which ones they are, as here: {2}
    da: ingen kolonne er valgt for dig: {1}; giv kolonnerne titlerne `id,name,email,unit,start,end`, eller skriv i `tilsyn.yaml`, hvilke det er, som her: {2}
    nb: ingen kolonne er valgt for deg: {1}; gi kolonnene titlene `id,name,email,unit,start,end`, eller skriv i `tilsyn.yaml` hvilke det er, som her: {2}

    no column is chosen for you: {1}; where they are of the employment, say so in `tilsyn.yaml`, as here, and where not, leave the file out with `ignore`: {2}
    da: ingen kolonne er valgt for dig: {1}; er de ansættelsens, så skriv det i `tilsyn.yaml` som her, og er de ikke, så udelad filen med `ignore`: {2}
    nb: ingen kolonne er valgt for deg: {1}; er de ansettelsens, så skriv det i `tilsyn.yaml` som her, og er de ikke, så utelat filen med `ignore`: {2}

    the Exchange admin centre exports one address of each mailbox and nothing else of it
    da: Exchange Administration eksporterer én adresse for hver postkasse og intet andet om den
    nb: Exchange-administrasjonssenteret eksporterer én adresse for hver postboks og ikke noe annet om den

    further addresses of a mailbox, restricted senders and mail from outside: only `Get-Recipient` and `Get-Mailbox` say them
    da: postkassers øvrige adresser, begrænsede afsendere og mail udefra: dem har kun `Get-Recipient` og `Get-Mailbox`
    nb: postboksers øvrige adresser, begrensede avsendere og e-post utenfra: dem har bare `Get-Recipient` og `Get-Mailbox`

    the list of mailboxes of the Exchange admin centre has no groups, contacts or mail users
    da: Exchange Administrations liste over postkasser har ingen grupper, kontakter eller mailbrugere
    nb: Exchange-administrasjonssenterets liste over postbokser har ingen grupper, kontakter eller e-postbrukere

    `{1}` is no type of a mailbox, such as `UserMailbox` or `SharedMailbox`
    da: `{1}` er ikke en type postkasse, såsom `UserMailbox` eller `SharedMailbox`
    nb: `{1}` er ikke en type postboks, som `UserMailbox` eller `SharedMailbox`

    the users of the Microsoft 365 admin centre, which does not say who has a mailbox of which type; export the list of mailboxes from the Exchange admin centre, or `Get-Recipient`, instead
    da: brugerne fra Microsoft 365 Administration, som ikke siger, hvem der har en postkasse af hvilken type; eksportér i stedet listen over postkasser fra Exchange Administration eller `Get-Recipient`
    nb: brukerne fra administrasjonssenteret for Microsoft 365, som ikke sier hvem som har en postboks av hvilken type; eksporter i stedet listen over postbokser fra Exchange-administrasjonssenteret, eller `Get-Recipient`
    """#
}
