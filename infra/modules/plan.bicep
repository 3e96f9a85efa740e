metadata description = 'The machines: one size, one to three of them. The staging slot runs on the same ones.'

param name string
param sku string
param location string

@minValue(1)
@maxValue(3)
param instances int

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: { name: sku, capacity: instances }
  properties: { reserved: true }
}

output id string = plan.id
