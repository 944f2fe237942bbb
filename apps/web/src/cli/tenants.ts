import { createTenant, type NewTenant } from "@rollcall/directory/accounts/create-tenant";
import { completeSetupAsOperator, issueSetupCode } from "@rollcall/directory/accounts/setup";
import { resolveTenant, type TenantView } from "@rollcall/directory/accounts/tenants";
import { type Command, type CommandContext, CommandError, type Options, passwordFrom } from "./command.ts";

const NEW_TENANT = "--organization <name> --tenant <slug> --name <admin> --email <address> --password-stdin";

/** The tenant that `--tenant` names, or the only one there is. */
export async function tenantOf(options: Options, { db }: CommandContext): Promise<TenantView> {
  const slug = options.optional("tenant");
  const tenant = await resolveTenant(db, slug);
  if (tenant) return tenant;
  throw new CommandError(slug ? `There is no tenant "${slug}".` : "Name the tenant with --tenant <slug>.");
}

export const setup: Command = {
  name: "setup",
  summary: "Create the first organisation and its admin, without a set-up code",
  usage: NEW_TENANT,
  permission: "deployment.manage",
  run: async (options, context) => {
    const created = await completeSetupAsOperator(
      context.db,
      await newTenant(options, context),
      context.actor,
    );
    if (!created.ok) throw new CommandError(refusal(created.error));
    context.print(`Created ${created.value.slug}. Sign in at ${context.origin}/login`);
  },
};

export const tenantCreate: Command = {
  name: "tenant create",
  summary: "Create another organisation and its admin",
  usage: NEW_TENANT,
  permission: "deployment.manage",
  run: async (options, context) => {
    const created = await createTenant(context.db, await newTenant(options, context), context.actor);
    if (!created.ok) throw new CommandError(refusal(created.error));
    context.print(`Created ${created.value.slug}. Sign in at ${context.origin}/login`);
  },
};

export const tenantList: Command = {
  name: "tenant list",
  summary: "List the organisations",
  usage: "--json",
  permission: "deployment.manage",
  run: async (options, { db, print }) => {
    const tenants = await db.prisma.tenant.findMany({
      orderBy: { slug: "asc" },
      select: { slug: true, name: true },
    });
    if (options.has("json")) print(JSON.stringify(tenants));
    else for (const { slug, name } of tenants) print(`${slug}\t${name}`);
  },
};

export const setupCode: Command = {
  name: "setup-code",
  summary: "Make a one-time code for the set-up page, while no admin exists",
  usage: "",
  permission: "deployment.manage",
  run: async (_options, { db, origin, print }) => {
    const code = await issueSetupCode(db);
    if (code === null) throw new CommandError("An admin exists. Sign in instead.");
    print(`${origin}/setup#code=${code}`);
  },
};

async function newTenant(options: Options, context: CommandContext): Promise<NewTenant> {
  return {
    organization: options.required("organization"),
    slug: options.optional("tenant"),
    name: options.required("name"),
    email: options.required("email"),
    password: await passwordFrom(options, context),
  };
}

const REFUSALS: Readonly<Record<string, string>> = {
  "setup.closed": "An admin exists already. Use `tenant create` for another organisation.",
  "tenant.slug_invalid":
    "The tenant must be 1 to 63 letters a-z, digits and hyphens, with no hyphen at either end.",
  "tenant.slug_taken": "There is a tenant of that name already.",
  "password.too_short": "The password needs at least 12 characters.",
  "password.too_long": "The password may have at most 256 characters.",
  "password.common": "The password is too easy to guess.",
};

function refusal(error: { readonly code: string; readonly fault?: string }): string {
  const code = error.fault ? `password.${error.fault}` : error.code;
  return REFUSALS[code] ?? `Refused: ${code}.`;
}
