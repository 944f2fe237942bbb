import { entraValidator } from "./entra.ts";
import { oktaLifecycle } from "./okta-lifecycle.ts";
import { oktaSpec } from "./okta-spec.ts";
import { oneLoginScript } from "./onelogin.ts";
import { oneLoginRoles } from "./onelogin-roles.ts";
import { jumpCloud, pingOne } from "./others.ts";
import { bulk } from "./rfc/bulk.ts";
import { discovery } from "./rfc/discovery.ts";
import { errors } from "./rfc/errors.ts";
import { filters } from "./rfc/filters.ts";
import { lists } from "./rfc/lists.ts";
import { patch } from "./rfc/patch.ts";
import { resources } from "./rfc/resources.ts";
import { versions } from "./rfc/versions.ts";
import type { Suite } from "./suite.ts";

/** The RFCs' demands that a client can observe. */
export const rfcSuites: readonly Suite[] = [
  discovery,
  errors,
  resources,
  filters,
  lists,
  patch,
  versions,
  bulk,
];

/** What each identity provider does and expects. */
export const clientSuites: readonly Suite[] = [
  oneLoginScript("enterprise", "application/json"),
  oneLoginScript("hostile", "application/json"),
  oneLoginScript("enterprise-v1", "application/json"),
  oneLoginScript("core", "application/json"),
  oneLoginScript("ietf", "application/scim+json"),
  oneLoginRoles,
  oktaSpec,
  oktaLifecycle("aiw"),
  oktaLifecycle("oin"),
  entraValidator("legacy"),
  entraValidator("aadOptscim062020"),
  jumpCloud,
  pingOne,
];

export const allSuites: readonly Suite[] = [...clientSuites, ...rfcSuites];
