/// A list of definitions, with the relations that are open where it is not whole.
enum DefinitionList: String, CaseIterable, Sendable {
  case users, vhosts, permissions
  case topicPermissions = "topic_permissions"
  case parameters, exchanges

  var relations: [String] {
    let schemas =
      switch self {
      case .users:
        [
          RabbitMQSchemas.user, RabbitMQSchemas.tag, RabbitMQSchemas.login, RabbitMQSchemas.hash,
          RabbitMQSchemas.algorithm, RabbitMQSchemas.tried, RabbitMQSchemas.guessed,
        ]
      case .vhosts: [RabbitMQSchemas.vhost, RabbitMQSchemas.exchange]
      case .permissions:
        [RabbitMQSchemas.permission, RabbitMQSchemas.right, RabbitMQSchemas.pattern, RabbitMQSchemas.mayWrite]
      case .topicPermissions: [RabbitMQSchemas.topicPermission, RabbitMQSchemas.topicRight]
      case .parameters:
        [RabbitMQSchemas.link, RabbitMQSchemas.address, RabbitMQSchemas.linkSecret, RabbitMQSchemas.route]
      case .exchanges: [RabbitMQSchemas.exchange]
      }
    return schemas.map(\.name)
  }
}
