extension Catalogue {
  /// What documents of Kitos are, and what their records are called.
  static let kitosKindTexts = #"""
    user
    da: bruger
    nb: bruker

    a user
    da: en bruger
    nb: en bruker

    users
    da: brugere
    nb: brukere

    rights holder
    da: rettighedshaver
    nb: rettighetshaver

    a rights holder
    da: en rettighedshaver
    nb: en rettighetshaver

    rights holders
    da: rettighedshavere
    nb: rettighetshavere

    local administrator
    da: lokal administrator
    nb: lokal administrator

    a local administrator
    da: en lokal administrator
    nb: en lokal administrator

    local administrators
    da: lokale administratorer
    nb: lokale administratorer

    global administrator
    da: global administrator (Kitos)
    nb: global administrator (Kitos)

    a global administrator
    da: en global administrator
    nb: en global administrator

    global administrators
    da: globale administratorer
    nb: globale administratorer

    system integrator
    da: systemintegrator
    nb: systemintegrator

    a system integrator
    da: en systemintegrator
    nb: en systemintegrator

    system integrators
    da: systemintegratorer
    nb: systemintegratorer

    system usage
    da: it-system i anvendelse
    nb: it-system i bruk

    a system usage
    da: et it-system i anvendelse
    nb: et it-system i bruk

    system usages
    da: it-systemer i anvendelse
    nb: it-systemer i bruk

    contract
    da: kontrakt
    nb: kontrakt

    a contract
    da: en kontrakt
    nb: en kontrakt

    contracts
    da: kontrakter
    nb: kontrakter

    data-processing registration
    da: databehandling
    nb: databehandling

    a data-processing registration
    da: en databehandling
    nb: en databehandling

    data-processing registrations
    da: databehandlinger
    nb: databehandlinger

    it-system
    da: it-system i kataloget
    nb: it-system i katalogen

    an it-system
    da: et it-system
    nb: et it-system

    it-systems
    da: it-systemer
    nb: it-systemer

    it-interface
    da: snitflade
    nb: grensesnitt

    an it-interface
    da: en snitflade
    nb: et grensesnitt

    it-interfaces
    da: snitflader
    nb: grensesnitt

    organisation unit
    da: organisationsenhed
    nb: organisasjonsenhet

    an organisation unit
    da: en organisationsenhed
    nb: en organisasjonsenhet

    organisation units
    da: organisationsenheder
    nb: organisasjonsenheter

    role assignment
    da: rolletildeling
    nb: rolletildeling

    a role assignment
    da: en rolletildeling
    nb: en rolletildeling

    role assignments
    da: rolletildelinger
    nb: rolletildelinger

    permission
    da: tilladelse
    nb: tillatelse

    a permission
    da: en tilladelse
    nb: en tillatelse

    permissions
    da: tilladelser
    nb: tillatelser

    deletion
    da: sletning
    nb: sletting

    a deletion
    da: en sletning
    nb: en sletting

    deletions
    da: sletninger
    nb: slettinger

    a document that is known
    da: et dokument, der er kendt
    nb: et dokument som er kjent

    a list of users without roles; whether it lists global administrators, system integrators or the hits of a search, its content does not say; name `kitos.internal.global-admins` or `kitos.internal.system-integrators` as its kind
    da: en liste over brugere uden roller; om den viser globale administratorer, systemintegratorer eller resultatet af en søgning, siger indholdet ikke; angiv `kitos.internal.global-admins` eller `kitos.internal.system-integrators` som dens slags
    nb: en liste over brukere uten roller; om den viser globale administratorer, systemintegratorer eller treff i et søk, sier ikke innholdet; oppgi `kitos.internal.global-admins` eller `kitos.internal.system-integrators` som slag

    a list of organisations
    da: en liste over organisationer
    nb: en liste over organisasjoner

    whether the caller of the interface may create objects; who called, and what may be created, the document does not say; name a kind such as `kitos.api-v2.usage-create-permission`, the user and the organisation
    da: om den, der spurgte grænsefladen, må oprette objekter; hvem det var, og hvad der må oprettes, siger dokumentet ikke; angiv en slags som `kitos.api-v2.usage-create-permission`, brugeren og organisationen
    nb: om den som spurte grensesnittet, kan opprette objekter; hvem det var, og hva som kan opprettes, sier ikke dokumentet; oppgi en slag som `kitos.api-v2.usage-create-permission`, brukeren og organisasjonen

    what the caller may do with an organisation itself
    da: hvad den, der spurgte, må gøre med selve organisationen
    nb: hva den som spurte, kan gjøre med selve organisasjonen

    what the caller may do with users; who called, the document does not say
    da: hvad den, der spurgte, må gøre med brugere; hvem det var, siger dokumentet ikke
    nb: hva den som spurte, kan gjøre med brukere; hvem det var, sier ikke dokumentet

    what the caller may do with an organisation unit; who called, the document does not say
    da: hvad den, der spurgte, må gøre med en organisationsenhed; hvem det var, siger dokumentet ikke
    nb: hva den som spurte, kan gjøre med en organisasjonsenhet; hvem det var, sier ikke dokumentet

    which commands the caller may run; who called, the document does not say
    da: hvilke kommandoer den, der spurgte, må køre; hvem det var, siger dokumentet ikke
    nb: hvilke kommandoer den som spurte, kan kjøre; hvem det var, sier ikke dokumentet

    a request that adds or removes a role; it does not say who holds which role
    da: en anmodning, der tilføjer eller fjerner en rolle; den siger ikke, hvem der har hvilken rolle
    nb: en forespørsel som legger til eller fjerner en rolle; den sier ikke hvem som har hvilken rolle

    contact persons of an organisation; they give no access
    da: kontaktpersoner for en organisation; de giver ingen adgang
    nb: kontaktpersoner for en organisasjon; de gir ingen tilgang

    what hangs on an organisation unit, with roles by name only
    da: hvad der hænger på en organisationsenhed, med roller kun ved navn
    nb: hva som henger på en organisasjonsenhet, med roller bare ved navn

    an answer that may hold an access token; delete the file, no audit needs it
    da: et svar, der kan indeholde et adgangstoken; slet filen, ingen revision har brug for den
    nb: et svar som kan inneholde et tilgangstoken; slett filen, ingen revisjon trenger den

    an OData answer that is neither the Kitos user table nor an overview with roles
    da: et OData-svar, der hverken er Kitos' brugertabel eller et overblik med roller
    nb: et OData-svar som verken er brukertabellen i Kitos eller en oversikt med roller

    an answer of the old interface of Kitos, which says nothing of rights
    da: et svar fra Kitos' gamle grænseflade, som intet siger om rettigheder
    nb: et svar fra det gamle grensesnittet i Kitos, som ikke sier noe om rettigheter
    """#
}
