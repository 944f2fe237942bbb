import { fetchMetadata } from "@rollcall/directory/sso/fetch-metadata";
import { readMetadata } from "@rollcall/directory/sso/saml-metadata";
import { Preview, PreviewInput } from "~/features/sso/schema.ts";
import { certificateView } from "~/features/sso/view.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

/** Reads an identity provider's metadata and saves nothing. */
export const POST = consoleRoute(
  { permission: "sso.manage", body: PreviewInput, response: Preview },
  async ({ body }) => {
    const fetched =
      body.from === "url" ? await fetchMetadata(body.url) : ({ ok: true, xml: body.xml } as const);
    if (!fetched.ok) throw unreadable(fetched.problem, body.from);
    const metadata = readMetadata(fetched.xml);
    if (!metadata.ok) throw unreadable(metadata.problem, body.from);
    const { entityId, ssoUrl, certificates } = metadata.value;
    return {
      kind: "saml" as const,
      entityId,
      ssoUrl,
      certificates: certificates.flatMap(certificateView),
      metadataUrl: body.from === "url" ? body.url : null,
    };
  },
);

function unreadable(message: string, field: "url" | "xml"): ConsoleError {
  return new ConsoleError({ code: "sso.metadata_unreadable", status: 400, field, message });
}
