import { isSlug } from "@rollcall/directory/accounts/tenant-slug";
import { serviceAddresses } from "@rollcall/directory/sso/addresses";
import { serviceMetadata } from "@rollcall/directory/sso/service-metadata";
import { publicOrigin } from "~/server/origin.ts";

/** Our side of a SAML connection, for identity providers that read metadata. It names nothing but addresses. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  const { tenant } = await params;
  if (!isSlug(tenant)) return new Response(null, { status: 404 });
  return new Response(serviceMetadata(serviceAddresses(publicOrigin(request.headers), tenant)), {
    headers: { "Content-Type": "application/samlmetadata+xml", "Cache-Control": "no-store" },
  });
}
