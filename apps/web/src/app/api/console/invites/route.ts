import { createInvite } from "@rollcall/directory/invites/create-invite";
import { openInvites } from "@rollcall/directory/invites/invites";
import { enqueue } from "@rollcall/directory/outbox/outbox";
import { InviteInput, InviteLink, Invites } from "~/features/invites/schema.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { inviteMail } from "~/server/mail/invite-mail.ts";
import { sealMail } from "~/server/mail/mail-message.ts";
import { publicOrigin } from "~/server/origin.ts";
import { env } from "~/server/runtime.ts";

export const GET = consoleRoute({ permission: "users.manage", response: Invites }, async ({ db, tenant }) => {
  const invites = await openInvites(db, tenant.id);
  return {
    mail: env().SMTP_URL !== undefined,
    invites: invites.map((invite) => ({
      ...invite,
      createdAt: invite.createdAt.toISOString(),
      expiresAt: invite.expiresAt.toISOString(),
    })),
  };
});

export const POST = consoleRoute(
  { permission: "users.manage", body: InviteInput, response: InviteLink },
  async ({ db, tenant, actor, ip, body, request }) => {
    const origin = publicOrigin(request.headers);
    const mailed = body.mail && env().SMTP_URL !== undefined;
    const context = { tenantId: tenant.id, actor, ip };
    const result = await createInvite(db, context, body, async (client, { email, token, expiresAt }) => {
      if (!mailed) return;
      const mail = await inviteMail({ to: email, link: linkOf(origin, token), expiresAt, tenant, actor });
      await enqueue(client, { tenantId: tenant.id, kind: "mail", payload: await sealMail(mail) });
    });
    if (result.ok) {
      const { token, expiresAt } = result.value;
      return { link: linkOf(origin, token), mailed, expiresAt: expiresAt.toISOString() };
    }
    throw new ConsoleError({
      code: result.refusal.code,
      status: 409,
      field: "email",
      message: "Someone here has this address already.",
    });
  },
);

/** The token stands after `#`, so that no server and no log on the way sees it. */
function linkOf(origin: string, token: string): string {
  return `${origin}/invite#${token}`;
}
