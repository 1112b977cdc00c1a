extension Catalogue {
  /// What is told of registers of how systems are connected.
  static let integrationTexts = #"""
    integrations
    da: integrationer
    nb: integrasjoner

    endpoints
    da: endepunkter
    nb: endepunkter

    allowed addresses
    da: tilladte adresser
    nb: tillatte adresser

    data classes
    da: dataklasser
    nb: dataklasser

    which system it is about, is not known
    da: hvilket system den handler om, vides ikke
    nb: hvilket system den gjelder, er ikke kjent

    `{1}` has more of an address than scheme, host and path; the rest is dropped, since passwords and keys stand there: change them, and write the address without
    da: `{1}` har mere af en adresse end skema, vært og sti; resten er udeladt, da adgangskoder og nøgler står der: skift dem, og skriv adressen uden
    nb: `{1}` har mer av en adresse enn skjema, vert og sti; resten er utelatt, siden passord og nøkler står der: bytt dem, og skriv adressen uten

    the address of the entry is not known
    da: adressen i posten kendes ikke
    nb: adressen i oppføringen er ikke kjent

    which row it is, is not known
    da: hvilken række det er, vides ikke
    nb: hvilken rad det er, er ikke kjent

    {1:row begins|rows begin} with `#` and counts as a remark
    da: {1:række begynder|rækker begynder} med `#` og tæller som en bemærkning
    nb: {1:rad begynner|rader begynner} med `#` og teller som en merknad

    `integrations.csv`, one row for each integration and environment, or the same as YAML; whoever answers for the integrations keeps it, and `tilsyn init` writes an empty one
    da: `integrations.csv` med en række for hver integration og hvert miljø, eller det samme som YAML; den, der står for integrationerne, fører den, og `tilsyn init` skriver en tom
    nb: `integrations.csv` med en rad for hver integrasjon og hvert miljø, eller det samme som YAML; den som har ansvar for integrasjonene, fører den, og `tilsyn init` skriver en tom

    `integration-endpoints.csv` with `integration,environment,kind,url,delivered_on,delivered_in`, or the same as YAML; whoever answers for the integrations keeps it
    da: `integration-endpoints.csv` med `integration,environment,kind,url,delivered_on,delivered_in`, eller det samme som YAML; den, der står for integrationerne, fører den
    nb: `integration-endpoints.csv` med `integration,environment,kind,url,delivered_on,delivered_in`, eller det samme som YAML; den som har ansvar for integrasjonene, fører den

    `integration-addresses.csv` with `integration,environment,address,belongs_to,purpose`, or the same as YAML; whoever runs the firewall copies its list
    da: `integration-addresses.csv` med `integration,environment,address,belongs_to,purpose`, eller det samme som YAML; den, der driver firewallen, afskriver dens liste
    nb: `integration-addresses.csv` med `integration,environment,address,belongs_to,purpose`, eller det samme som YAML; den som drifter brannmuren, skriver av listen dens

    `integration-steps.csv` with `integration,environment,step,date,confirmed_by,party,reference`, or the same as YAML; whoever leads the work keeps it
    da: `integration-steps.csv` med `integration,environment,step,date,confirmed_by,party,reference`, eller det samme som YAML; den, der leder arbejdet, fører den
    nb: `integration-steps.csv` med `integration,environment,step,date,confirmed_by,party,reference`, eller det samme som YAML; den som leder arbeidet, fører den

    `data-classes.csv` with `api,plan,class,reference`, or the same as YAML; whoever answers for the data keeps it
    da: `data-classes.csv` med `api,plan,class,reference`, eller det samme som YAML; den, der er ansvarlig for dataene, fører den
    nb: `data-classes.csv` med `api,plan,class,reference`, eller det samme som YAML; den som er ansvarlig for dataene, fører den
    """#
}
