extension Catalogue {
  /// What is told of lists that may not be whole.
  static let listTexts = #"""
    the document counts {1} {2}, and {3} were read
    da: dokumentet tæller {1} {2}, og {3} blev læst
    nb: dokumentet teller {1} {2}, og {3} ble lest

    the document states a total that is no whole number: whether it holds all {1} is not known
    da: dokumentet angiver et antal, der ikke er et helt tal: om det har alle {1}, vides ikke
    nb: dokumentet oppgir et antall som ikke er et heltall: om det har alle {1}, er ikke kjent

    record
    da: post
    nb: post

    a record
    da: en post
    nb: en post

    records
    da: poster
    nb: poster

    expected an object in `{}`
    da: ventede et objekt i `{}`
    nb: ventet et objekt i `{}`

    expected {1}, an object in `{}`
    da: ventede {1}, et objekt i `{}`
    nb: ventet {1}, et objekt i `{}`

    no list of {1} is empty, so an empty one proves nothing
    da: ingen liste over {1} er tom, så en tom beviser intet
    nb: ingen liste over {1} er tom, så en tom beviser ingenting

    only one {1} was exported, others may exist
    da: kun en enkelt ({1}) blev eksporteret, der kan findes flere
    nb: bare en enkelt ({1}) ble eksportert, det kan finnes flere

    two files of this list hold the same {1}: the list changed between the pages, or exports of two days are mixed, so {2} may be missing
    da: to filer i denne liste har noget til fælles ({1}): listen blev ændret mellem siderne, eller eksporter fra to dage er blandet, så {2} kan mangle
    nb: to filer i denne listen har noe til felles ({1}): listen ble endret mellom sidene, eller eksporter fra to dager er blandet, så {2} kan mangle

    the files of this list are numbered, and number {1} is not among them
    da: filerne i denne liste er nummererede, og nummer {1} er ikke iblandt dem
    nb: filene i denne listen er nummerert, og nummer {1} er ikke blant dem

    the recorded command keeps some of the records only
    da: den noterede kommando beholder kun nogle af posterne
    nb: den noterte kommandoen beholder bare noen av postene

    the recorded command names what to list
    da: den noterede kommando siger, hvad der skal vises
    nb: den noterte kommandoen sier hva som skal vises

    the recorded command asks with `-{1}`
    da: den noterede kommando spørger med `-{1}`
    nb: den noterte kommandoen spør med `-{1}`

    the recorded query selects some of the records
    da: den noterede forespørgsel vælger nogle af posterne
    nb: den noterte spørringen velger noen av postene

    the recorded query asks for another organisation than the one that is given for it
    da: den noterede forespørgsel spørger om en anden organisation end den, der er angivet
    nb: den noterte spørringen spør om en annen organisasjon enn den som er oppgitt

    the recorded query asks with `{1}`, so the document is a part of the list
    da: den noterede forespørgsel spørger med `{1}`, så dokumentet er en del af listen
    nb: den noterte spørringen spør med `{1}`, så dokumentet er en del av listen

    the document says that more {1} follow
    da: dokumentet siger, at flere {1} følger
    nb: dokumentet sier at flere {1} følger

    the file holds as many {1} as its query asked for at most: more may follow
    da: filen har så mange {1}, som forespørgslen højst bad om: der kan følge flere
    nb: filen har så mange {1} som spørringen høyst ba om: det kan følge flere

    the file holds exactly {1} {2}, which looks like a page size: more may follow
    da: filen har præcis {1} {2}, hvilket ligner en sidestørrelse: der kan følge flere
    nb: filen har nøyaktig {1} {2}, noe som ligner en sidestørrelse: det kan følge flere

    the file holds exactly {1} {2}, as many as full pages do: more may follow
    da: filen har præcis {1} {2}, så mange som fulde sider har: der kan følge flere
    nb: filen har nøyaktig {1} {2}, så mange som fulle sider har: det kan følge flere

    each of the {1} files of this list is a full page: more {2} may follow
    da: hver af de {1} filer i denne liste er en fuld side: der kan følge flere {2}
    nb: hver av de {1} filene i denne listen er en full side: det kan følge flere {2}

    each of the {1} files of this list holds {2} {3}, which looks like a page size: more may follow
    da: hver af de {1} filer i denne liste har {2} {3}, hvilket ligner en sidestørrelse: der kan følge flere
    nb: hver av de {1} filene i denne listen har {2} {3}, noe som ligner en sidestørrelse: det kan følge flere

    by the recorded queries, page {1} of this list is missing
    da: ifølge de noterede forespørgsler mangler side {1} af denne liste
    nb: ifølge de noterte spørringene mangler side {1} av denne listen

    by the recorded queries, records before number {1} of this list are missing
    da: ifølge de noterede forespørgsler mangler poster før nummer {1} af denne liste
    nb: ifølge de noterte spørringene mangler poster før nummer {1} av denne listen

    by its recorded query the document is a later page of its list
    da: ifølge den noterede forespørgsel er dokumentet en senere side af sin liste
    nb: ifølge den noterte spørringen er dokumentet en senere side av listen sin

    the file holds as many records as its query asked for at most: more may follow
    da: filen har så mange poster, som forespørgslen højst bad om: der kan følge flere
    nb: filen har så mange poster som spørringen høyst ba om: det kan følge flere
    """#
}
