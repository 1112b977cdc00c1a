/// Records of the user table behind the Kitos pages, with invented identities.
enum KitosTables {
  static func user(
    _ number: Int, api: String = "true", more: String = "", organisationRoles: String = #"["User"]"#,
    systemRights: String = ""
  ) -> String {
    let rights = organisationRoles.dropFirst().dropLast().split(separator: ",").map {
      #"{"Id":1,"UserId":\#(number),"Role":\#($0),"ObjectOwnerId":2}"#
    }.joined(separator: ",")
    return """
      {"Id":\(number),"Name":"User","LastName":"\(number)","Email":"User\(number)@kommune.example","Deleted":false,\
      "DeletedDate":null,"HasApiAccess":\(api),"HasStakeHolderAccess":false,"IsGlobalAdmin":false,\
      "IsSystemIntegrator":false,"Uuid":"\(KitosDocuments.user(number))",\
      "ObjectOwner":{"Id":2,"Email":"user2@kommune.example","Uuid":"\(KitosDocuments.user(2))"},\(more)\
      "OrganizationRights":[\(rights)],"OrganizationUnitRights":[],"ItSystemRights":[\(systemRights)],\
      "ItContractRights":[],"DataProcessingRegistrationRights":[]}
      """
  }

  static func right(_ object: Int, _ role: Int, write: Bool = true, owner: String = "2") -> String {
    """
    {"Id":1,"ObjectOwnerId":\(owner),"Role":{"HasWriteAccess":\(write),"Name":"R\(role)",\
    "Uuid":"\(KitosDocuments.role(role))"},"Object":{"Uuid":"\(KitosDocuments.object(object))","ItSystem":{"Name":"x"}}}
    """
  }

  static func document(_ users: [String], envelope: String = "") -> String {
    let context = "https://kitos.example/odata/$metadata#Users(OrganizationRights())"
    return "{\"@odata.context\":\"\(context)\",\(envelope)\"value\":[\n" + users.joined(separator: ",\n") + "\n]}"
  }
}
