extension Catalogue {
  /// What the help of the commands that answer XACML requests says.
  static let xacmlCommandTexts = #"""
    Answers a request: prints the XACML response.
    da: Besvarer en forespørgsel: skriver XACML-svaret.
    nb: Svarer på en forespørsel: skriver XACML-svaret.

    A policy or request that cannot be used is named with its line; with --on-invalid indeterminate it is answered, as the specification allows. Exit codes: 0 answered, whatever the decision; 2 not answered; 64 usage.
    da: En politik eller forespørgsel, der ikke kan bruges, nævnes med sin linje; med --on-invalid indeterminate besvares den, som specifikationen tillader. Afslutningskoder: 0 besvaret, uanset afgørelsen; 2 ikke besvaret; 64 forkert brug.
    nb: En policy eller forespørsel som ikke kan brukes, nevnes med linjen sin; med --on-invalid indeterminate besvares den, slik spesifikasjonen tillater. Avslutningskoder: 0 besvart, uansett avgjørelsen; 2 ikke besvart; 64 feil bruk.

    The form of the response: xml or json.
    da: Svarets form: xml eller json.
    nb: Formen på svaret: xml eller json.

    Shows which target, condition and combining step led to a decision.
    da: Viser, hvilket mål, hvilken betingelse og hvilken sammenfatning der førte til en afgørelse.
    nb: Viser hvilket mål, hvilket vilkår og hvilken sammenfatning som førte til en avgjørelse.

    Every step that was taken stands there with its outcome and the line of the policy; a step that is not there was not needed.
    da: Hvert trin, der blev taget, står der med sit udfald og linjen i politikken; et trin, der ikke står der, var ikke nødvendigt.
    nb: Hvert trinn som ble tatt, står der med utfallet og linjen i policyen; et trinn som ikke står der, var ikke nødvendig.

    Lists the data types, functions and combining algorithms that are known.
    da: Viser de datatyper, funktioner og kombinationsalgoritmer, der kendes.
    nb: Viser datatypene, funksjonene og kombineringsalgoritmene som er kjent.

    A policy or policy set. Of several the one whose target fits the request decides.
    da: En politik eller et sæt af dem. Af flere afgør den, hvis mål passer til forespørgslen.
    nb: En policy eller et sett av dem. Av flere avgjør den som har et mål som passer til forespørselen.

    A policy or policy set that others refer to.
    da: En politik eller et sæt af dem, som andre henviser til.
    nb: En policy eller et sett av dem som andre viser til.

    The request, XML or JSON; `-` is standard input.
    da: Forespørgslen, XML eller JSON; `-` er standard input.
    nb: Forespørselen, XML eller JSON; `-` er standard input.

    xacml, or altinn for the answer of Altinn's decision point where it differs.
    da: xacml, eller altinn for svaret fra Altinns beslutningspunkt, hvor det er et andet.
    nb: xacml, eller altinn for svaret fra beslutningspunktet i Altinn der det er et annet.

    What a policy or request that cannot be used leads to: error, or indeterminate as an answer.
    da: Hvad en politik eller forespørgsel, der ikke kan bruges, fører til: error, eller svaret indeterminate.
    nb: Hva en policy eller forespørsel som ikke kan brukes, fører til: error, eller svaret indeterminate.

    The time of the decision, 2026-11-20T12:00:00Z. Default: now.
    da: Afgørelsens tidspunkt, 2026-11-20T12:00:00Z. Ellers nu.
    nb: Tidspunktet for avgjørelsen, 2026-11-20T12:00:00Z. Ellers nå.
    """#
}
