extension Catalogue {
  /// What the listing of sources says.
  static let listingTexts = #"""
    warning: {1}
    da: advarsel: {1}
    nb: advarsel: {1}

    no file was found
    da: der blev ikke fundet nogen fil
    nb: ingen fil ble funnet

    {1:file|files}, {2} not used
    da: {1:fil|filer}, {2} ikke brugt
    nb: {1:fil|filer}, {2} ikke brukt
    """#
}
