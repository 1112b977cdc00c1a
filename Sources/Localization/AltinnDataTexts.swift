extension Catalogue {
  /// What is told of metadata, pages and policies of Altinn.
  static let altinnDataTexts = #"""
    an empty answer of Altinn says nothing of its kind; name it in `tilsyn.yaml` or with `--as`
    da: et tomt svar fra Altinn siger ikke, hvilken slags det er; angiv den i `tilsyn.yaml` eller med `--as`
    nb: et tomt svar fra Altinn sier ikke hvilken slag det er; oppgi den i `tilsyn.yaml` eller med `--as`

    another file holds a different policy of the same resource, and nothing says which is in force
    da: en anden fil har en anden politik for samme ressource, og intet siger, hvilken der gælder
    nb: en annen fil har en annen policy for samme ressurs, og ingenting sier hvilken som gjelder

    line {1}: {2}, so not all that the policy grants is known
    da: linje {1}: {2}, så ikke alt, hvad politikken giver ret til, er kendt
    nb: linje {1}: {2}, så ikke alt policyen gir rett til, er kjent

    the file is no XML document
    da: filen er ikke et XML-dokument
    nb: filen er ikke et XML-dokument

    whose packages it lists the document does not say, so an empty one proves nothing
    da: dokumentet siger ikke, hvis pakker det viser, så et tomt beviser intet
    nb: dokumentet sier ikke hvem sine pakker det viser, så et tomt beviser ingenting

    package
    da: pakke
    nb: pakke

    a package
    da: en pakke
    nb: en pakke

    packages
    da: pakker
    nb: pakker

    role
    da: rolle
    nb: rolle

    a role
    da: en rolle
    nb: en rolle

    roles
    da: roller
    nb: roller

    role pair
    da: rollepar
    nb: rollepar

    a role pair
    da: et rollepar
    nb: et rollepar

    role pairs
    da: rollepar
    nb: rollepar

    resource
    da: ressource
    nb: ressurs

    a resource
    da: en ressource
    nb: en ressurs

    resources
    da: ressourcer
    nb: ressurser

    a search shows what fits it, not all packages
    da: en søgning viser det, der passer til den, ikke alle pakker
    nb: et søk viser det som passer til det, ikke alle pakkene

    a part of the packages, not the export of all
    da: en del af pakkerne, ikke eksporten af dem alle
    nb: en del av pakkene, ikke eksporten av alle

    `urn` is no urn of an access package
    da: `urn` er ikke en urn for en adgangspakke
    nb: `urn` er ikke en urn for en tilgangspakke

    `code` and `urn` are needed, and one is missing
    da: `code` og `urn` er begge nødvendige, og den ene mangler
    nb: `code` og `urn` er begge nødvendige, og den ene mangler

    `urn` is missing
    da: `urn` mangler
    nb: `urn` mangler

    `urn` is none of a role
    da: `urn` er ikke en rolles
    nb: `urn` er ikke til en rolle

    `{1}` is no code of a role
    da: `{1}` er ikke koden for en rolle
    nb: `{1}` er ikke koden for en rolle

    `hasRole` or `getRole` is missing
    da: `hasRole` eller `getRole` mangler
    nb: `hasRole` eller `getRole` mangler

    `RoleDefinitionCode` is missing
    da: `RoleDefinitionCode` mangler
    nb: `RoleDefinitionCode` mangler

    the role or the package is missing; where the document is the answer of `roles/packages`, write its address into `query` of `tilsyn.yaml`
    da: rollen eller pakken mangler; hvis dokumentet er svaret fra `roles/packages`, så skriv dets adresse i `query` i `tilsyn.yaml`
    nb: rollen eller pakken mangler; hvis dokumentet er svaret fra `roles/packages`, skriv adressen i `query` i `tilsyn.yaml`

    for which form of organisation the role has the package cannot be told
    da: det kan ikke afgøres, for hvilken organisationsform rollen har pakken
    nb: det kan ikke avgjøres for hvilken organisasjonsform rollen har pakken

    `identifier` is missing
    da: `identifier` mangler
    nb: `identifier` mangler

    {1} oddities, see `altinn.group-page-quality`
    da: {1} mærkværdigheder, se `altinn.group-page-quality`
    nb: {1} merkverdigheter, se `altinn.group-page-quality`

    a page on access packages in a layout that is not known; expected are bullets of `**Name:** text`, a table with the columns name, delegable and roles, or sections with a urn
    da: en side om adgangspakker i en opstilling, der ikke er kendt; ventet er punkter som `**Navn:** tekst`, en tabel med kolonnerne navn, kan delegeres og roller, eller afsnit med en urn
    nb: en side om tilgangspakker i et oppsett som ikke er kjent; ventet er punkter som `**Navn:** tekst`, en tabell med kolonnene navn, kan delegeres og roller, eller avsnitt med en urn

    no access groups were found on the page
    da: der er ingen adgangspakker på siden
    nb: det er ingen tilgangspakker på siden
    """#
}
