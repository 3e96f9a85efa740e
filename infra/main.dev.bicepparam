using 'main.bicep'

// To try it in a tenant of one's own. Small, and nothing stops anybody from deleting it.
param name = 'rowcroftdev'
param practice = {
  managers: split(readEnvironmentVariable('PRACTICE_MANAGERS'), ',')
  deputies: split(readEnvironmentVariable('PRACTICE_DEPUTIES'), ',')
}
param postgresPassword = readEnvironmentVariable('POSTGRES_PASSWORD')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID', '')
