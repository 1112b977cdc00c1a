extension Catalogue {
  /// What is told of who may act for whom in Altinn.
  static let altinnTexts = #"""
    the role has no code
    da: rollen har ingen kode
    nb: rollen har ingen kode

    the package has no code
    da: pakken har ingen kode
    nb: pakken har ingen kode

    what the right is to is not said
    da: det står ikke, hvad retten gælder
    nb: det står ikke hva retten gjelder

    whose right it is cannot be told
    da: hvis ret det er, kan ikke afgøres
    nb: hvem sin rett det er, kan ikke avgjøres

    who has the right cannot be told
    da: hvem der har retten, kan ikke afgøres
    nb: hvem som har retten, kan ikke avgjøres

    a column of the overview is missing: giver, receiver's id and type, and the code are needed
    da: en kolonne mangler i oversigten: giver, modtagers id og type samt koden er nødvendige
    nb: en kolonne mangler i oversikten: giver, mottakerens id og type samt koden er nødvendige

    giver, receiver or `resourceId` is missing
    da: giver, modtager eller `resourceId` mangler
    nb: giver, mottaker eller `resourceId` mangler

    the change has no number
    da: ændringen har intet nummer
    nb: endringen har ikke noe nummer

    who gave is not said
    da: det står ikke, hvem der gav
    nb: det står ikke hvem som ga

    who got it is not said
    da: det står ikke, hvem der fik
    nb: det står ikke hvem som fikk

    `created` is missing or no point in time
    da: `created` mangler eller er ikke et tidspunkt
    nb: `created` mangler eller er ikke et tidspunkt

    who made the change is not said by any id
    da: ingen id siger, hvem der foretog ændringen
    nb: ingen id sier hvem som gjorde endringen

    the instance is no text
    da: instansen er ikke en tekst
    nb: instansen er ikke en tekst

    `resourceid` is missing
    da: `resourceid` mangler
    nb: `resourceid` mangler

    `delegationchangetype` is none that is known
    da: `delegationchangetype` er ikke en kendt værdi
    nb: `delegationchangetype` er ikke en kjent verdi

    who gave the rights is not said; name the organisation in `tilsyn.yaml`
    da: det står ikke, hvem der gav rettighederne; angiv organisationen i `tilsyn.yaml`
    nb: det står ikke hvem som ga rettighetene; oppgi organisasjonen i `tilsyn.yaml`

    `from` or `to` names nobody
    da: `from` eller `to` nævner ingen
    nb: `from` eller `to` nevner ingen

    `status` is none that is known
    da: `status` er ikke en kendt værdi
    nb: `status` er ikke en kjent verdi

    a right names no resource
    da: en rettighed nævner ingen ressource
    nb: en rettighet nevner ingen ressurs

    `{1}` is no organisation number
    da: `{1}` er ikke et organisationsnummer
    nb: `{1}` er ikke et organisasjonsnummer

    a scope is no text
    da: et scope er ikke en tekst
    nb: et scope er ikke en tekst

    `resourceid` is no text
    da: `resourceid` er ikke en tekst
    nb: `resourceid` er ikke en tekst

    `created` is no point in time
    da: `created` er ikke et tidspunkt
    nb: `created` er ikke et tidspunkt

    `scopes` is missing or empty
    da: `scopes` mangler eller er tom
    nb: `scopes` mangler eller er tom

    `id`, `from` or `to` is missing
    da: `id`, `from` eller `to` mangler
    nb: `id`, `from` eller `to` mangler

    what is asked for is not said
    da: det står ikke, hvad der bedes om
    nb: det står ikke hva det bes om

    `status` is missing
    da: `status` mangler
    nb: `status` mangler

    the party has no id
    da: parten har ingen id
    nb: parten har ingen id

    a role is no code
    da: en rolle er ikke en kode
    nb: en rolle er ikke en kode

    a package is no code
    da: en pakke er ikke en kode
    nb: en pakke er ikke en kode

    what the permissions are of is not said, or by no name of a package
    da: det står ikke, hvad tilladelserne gælder, eller ikke med navnet på en pakke
    nb: det står ikke hva tillatelsene gjelder, eller ikke med navnet på en pakke

    what the permissions are of is not said, or by no name of a resource
    da: det står ikke, hvad tilladelserne gælder, eller ikke med navnet på en ressource
    nb: det står ikke hva tillatelsene gjelder, eller ikke med navnet på en ressurs

    what the permissions are of is not said, or by no name of a instance
    da: det står ikke, hvad tilladelserne gælder, eller ikke med navnet på en instans
    nb: det står ikke hva tillatelsene gjelder, eller ikke med navnet på en instans

    `via` names nobody
    da: `via` nævner ingen
    nb: `via` nevner ingen

    the permission has no `role/code`
    da: tilladelsen har ingen `role/code`
    nb: tillatelsen har ingen `role/code`

    `role/code` is missing or no code
    da: `role/code` mangler eller er ikke en kode
    nb: `role/code` mangler eller er ikke en kode

    `fromId` or `toId` is no uuid
    da: `fromId` eller `toId` er ikke en uuid
    nb: `fromId` eller `toId` er ikke en uuid

    `from`, `to` or `role` is missing
    da: `from`, `to` eller `role` mangler
    nb: `from`, `to` eller `role` mangler

    whose connections these are is not said; name the organisation, and the query with its `from` or `to`, in `tilsyn.yaml`
    da: det står ikke, hvis forbindelser det er; angiv organisationen og forespørgslen med dens `from` eller `to` i `tilsyn.yaml`
    nb: det står ikke hvem sine forbindelser det er; oppgi organisasjonen og spørringen med `from` eller `to` i `tilsyn.yaml`

    `{1}` of a connection is not read; export the packages, resources and instances by themselves
    da: `{1}` i en forbindelse læses ikke; eksportér pakker, ressourcer og instanser for sig
    nb: `{1}` i en forbindelse leses ikke; eksporter pakker, ressurser og instanser hver for seg

    `code` is missing or no code
    da: `code` mangler eller er ikke en kode
    nb: `code` mangler eller er ikke en kode

    which way the connection goes is not said; write the query with its `from` or `to` in `tilsyn.yaml`
    da: det står ikke, hvilken vej forbindelsen går; skriv forespørgslen med dens `from` eller `to` i `tilsyn.yaml`
    nb: det står ikke hvilken vei forbindelsen går; skriv spørringen med `from` eller `to` i `tilsyn.yaml`

    `id` is no uuid
    da: `id` er ikke en uuid
    nb: `id` er ikke en uuid

    the organisation that it belongs to is missing
    da: organisationen, som den hører til, mangler
    nb: organisasjonen den hører til, mangler

    `userType` is neither `standard` nor `agent`
    da: `userType` er hverken `standard` eller `agent`
    nb: `userType` er verken `standard` eller `agent`

    a package has no `urn`, or none of a package
    da: en pakke har ingen `urn`, eller en, der ikke er en pakkes
    nb: en pakke har ingen `urn`, eller en som ikke er til en pakke

    `agentSystemUserId` or `customerId` is no uuid
    da: `agentSystemUserId` eller `customerId` er ikke en uuid
    nb: `agentSystemUserId` eller `customerId` er ikke en uuid

    a resource has no `refId`
    da: en ressource har ingen `refId`
    nb: en ressurs har ingen `refId`

    `client` names nobody
    da: `client` nævner ingen
    nb: `client` nevner ingen

    `agent` names nobody
    da: `agent` nævner ingen
    nb: `agent` nevner ingen

    `provider` names nobody
    da: `provider` nævner ingen
    nb: `provider` nevner ingen

    `{1}` is missing or no list
    da: `{1}` mangler eller er ikke en liste
    nb: `{1}` mangler eller er ikke en liste

    `{1}` is no such identifier, so which other documents mean the same party is not known
    da: `{1}` er ikke en sådan id, så det vides ikke, hvilke andre dokumenter der mener samme part
    nb: `{1}` er ikke en slik id, så det er ikke kjent hvilke andre dokumenter som mener samme part

    what the party is, is said by no word that is known
    da: intet kendt ord siger, hvad parten er
    nb: ikke noe kjent ord sier hva parten er

    the form of the organisation is no text
    da: organisationsformen er ikke en tekst
    nb: organisasjonsformen er ikke en tekst

    `parent` names nobody
    da: `parent` nævner ingen
    nb: `parent` nevner ingen

    the sub-unit has no id
    da: underenheden har ingen id
    nb: underenheten har ingen id

    `isDeleted` is neither true nor false
    da: `isDeleted` er hverken sand eller falsk
    nb: `isDeleted` er verken sann eller usann

    the code of the role is in no catalogue, neither Altinn's own nor one that was loaded: it may be any role; where it is right, load the list of roles that has it (`GET .../meta/info/roles`)
    da: rollens kode findes i intet katalog, hverken i Altinns eget eller i et, der er indlæst: den kan være enhver rolle; er den rigtig, så indlæs den liste over roller, der har den (`GET .../meta/info/roles`)
    nb: rollens kode finnes ikke i noen katalog, verken i Altinns egen eller i en som er lest inn: den kan være hvilken som helst rolle; er den riktig, les inn listen over roller som har den (`GET .../meta/info/roles`)

    the day on which the party was dead is no date
    da: dagen, hvor parten var død, er ikke en dato
    nb: dagen da parten var død, er ikke en dato

    the day on which the party was deleted is no date
    da: dagen, hvor parten blev slettet, er ikke en dato
    nb: dagen da parten ble slettet, er ikke en dato

    the document says that more follow
    da: dokumentet siger, at der følger mere
    nb: dokumentet sier at det følger mer
    """#
}
