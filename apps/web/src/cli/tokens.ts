import { regenerateToken, retireToken } from "@rollcall/directory/tokens/issue-token";
import { type Command, CommandError, type Options } from "./command.ts";
import { tenantOf } from "./tenants.ts";

const OVERLAPS = new Map<string, 0 | 1 | 24>([
  ["0", 0],
  ["1", 1],
  ["24", 24],
]);

function overlapOf(options: Options): 0 | 1 | 24 {
  const overlap = OVERLAPS.get(options.optional("keep-old-hours") ?? "0");
  if (overlap === undefined) throw new CommandError("--keep-old-hours must be 0, 1 or 24.");
  return overlap;
}

export const tokenRegenerate: Command = {
  name: "token regenerate",
  summary: "Make a new SCIM token; the old one stops working at once",
  usage: "--tenant <slug> --keep-old-hours <0|1|24> --json",
  permission: "provisioning.manage",
  run: async (options, context) => {
    const tenant = await tenantOf(options, context);
    const request = { tenantId: tenant.id, actor: context.actor };
    const { token } = await regenerateToken(context.db, request, overlapOf(options));
    const scimUrl = `${context.origin}/api/scim/${tenant.slug}/v2`;
    if (options.has("json")) context.print(JSON.stringify({ scimUrl, token }));
    else context.print(`SCIM URL  ${scimUrl}\nToken     ${token}\n\nThe token is not shown again.`);
  },
};

export const tokenList: Command = {
  name: "token list",
  summary: "List the SCIM tokens by their last four characters",
  usage: "--tenant <slug> --json",
  permission: "provisioning.read",
  run: async (options, context) => {
    const { id: tenantId } = await tenantOf(options, context);
    const tokens = await context.db.prisma.scimToken.findMany({
      where: { tenantId },
      orderBy: { createdAt: "desc" },
      select: { id: true, last4: true, createdAt: true, retiredAt: true, validUntil: true, lastUsedAt: true },
    });
    if (options.has("json")) return context.print(JSON.stringify(tokens));
    for (const token of tokens) {
      const state = stateOf(token, new Date());
      const used = token.lastUsedAt ? `last used ${token.lastUsedAt.toISOString()}` : "never used";
      context.print(`${token.id}\t…${token.last4}\t${state}\t${used}`);
    }
  },
};

interface TokenDates {
  readonly retiredAt: Date | null;
  readonly validUntil: Date | null;
}

/** A token that was replaced is accepted until the end of its overlap, if an admin allowed one. */
function stateOf({ retiredAt, validUntil }: TokenDates, now: Date): string {
  if (retiredAt === null) return "live";
  if (validUntil !== null && validUntil > now) return `live until ${validUntil.toISOString()}`;
  return `retired ${(validUntil ?? retiredAt).toISOString()}`;
}

export const tokenRetire: Command = {
  name: "token retire",
  summary: "End a SCIM token now, its overlap included",
  usage: "--tenant <slug> --id <token id>",
  permission: "provisioning.manage",
  run: async (options, context) => {
    const { id: tenantId } = await tenantOf(options, context);
    const id = options.required("id");
    if (!(await retireToken(context.db, { tenantId, actor: context.actor }, id))) {
      throw new CommandError(`There is no live token with the id ${id}. See: token list`);
    }
    context.print("Retired.");
  },
};
