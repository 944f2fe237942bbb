import type { Flavour } from "../entra/operations.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { entraGroupChecks } from "./entra-groups.ts";
import { entraUserChecks } from "./entra-users.ts";
import { isList } from "./expect.ts";
import { type Suite, suite } from "./suite.ts";

const SOURCE = "https://learn.microsoft.com/entra/identity/app-provisioning/scim-validator-tutorial";

/** Microsoft's SCIM validator: its checks on users and groups, the preview ones included, in one of Entra's flavours. */
export function entraValidator(flavour: Flavour): Suite {
  return suite(`Entra ID (${flavour})`, SOURCE, (check) => {
    check(
      "Test Connection: a random name is an empty list, whatever is appended to the base URL",
      async (scim) => {
        const filter = percentEncoded(`userName eq ${quoted(scim.unique())}`);
        isList(await scim.get(`/Users?aadOptscim062020&filter=${filter}`), 0);
      },
    );
    entraUserChecks(check, flavour);
    entraGroupChecks(check, flavour);
  });
}
