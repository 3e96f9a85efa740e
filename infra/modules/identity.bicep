metadata description = 'Who the bot is: its app id, and the way it gets tokens without a secret.'

param name string
param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
}

output id string = identity.id

@description('The bot\'s app id.')
output clientId string = identity.properties.clientId

output principalId string = identity.properties.principalId
output tenantId string = identity.properties.tenantId
