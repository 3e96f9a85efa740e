// Validates a Teams app manifest against the official schema that the package carries. Prints what is wrong as a JSON array.
const fs = require("node:fs");
const { AppManifestUtils } = require("@microsoft/app-manifest");

AppManifestUtils.validateAgainstSchema(JSON.parse(fs.readFileSync(0, "utf8"))).then(
  problems => console.log(JSON.stringify(problems)),
  error => { console.error(error); process.exit(1); });
