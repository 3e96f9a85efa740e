using 'main.bicep'

// To try it in a tenant of one's own. Small, public addresses, and nothing stops anybody from deleting it.
param name = 'rowcroftdev'
param practice = {
  managers: split(readEnvironmentVariable('PRACTICE_MANAGERS'), ',')
  deputies: split(readEnvironmentVariable('PRACTICE_DEPUTIES'), ',')
}
param databaseAdministrator = {
  objectId: readEnvironmentVariable('DATABASE_ADMINISTRATOR_ID')
  name: readEnvironmentVariable('DATABASE_ADMINISTRATOR_NAME')
  type: 'User'
  address: readEnvironmentVariable('DATABASE_ADMINISTRATOR_ADDRESS', '')
}
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID')
param privateNetworking = false
param planSku = 'B1'
param stagingSlot = false
param botSku = 'F0'
param postgresSku = 'Standard_B1ms'
param logDays = 30
param lock = false
