extension Catalogue {
  /// The register of privileged rights.
  static let rightsTexts = #"""
    Privileged rights
    da: Særlige rettigheder
    nb: Særlige rettigheter

    Who holds them, whether anything is wrong or not.
    da: Hvem der har dem, hvad enten der er noget galt eller ej.
    nb: Hvem som har dem, enten noe er galt eller ikke.

    The exports do not show whether there are more: {1}.
    da: Eksporterne viser ikke, om der er flere: {1}.
    nb: Eksportene viser ikke om det er flere: {1}.

    … and {1} more, in report.xlsx
    da: … og {1} mere i report.xlsx
    nb: … og {1} til i report.xlsx

    cannot be ruled out
    da: kan ikke udelukkes
    nb: kan ikke utelukkes

    System
    da: Fagsystem
    nb: Fagsystem

    Holder
    da: Indehaver
    nb: Innehaver

    Name
    da: Navn
    nb: Navn

    Right
    da: Rettighed
    nb: Rettighet

    In
    da: Gælder i
    nb: Gjelder i

    Name of that
    da: Navn på dette
    nb: Navn på dette

    Shown by the exports
    da: Vist af eksporterne
    nb: Vist av eksportene
    """#
}
