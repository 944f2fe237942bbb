import { normalizeCertificate } from "@rollcall/directory/sso/certificate";
import { CertificatesInput, CertificatesRead } from "~/features/sso/schema.ts";
import { certificateView } from "~/features/sso/view.ts";
import { consoleRoute } from "~/server/console-route.ts";

/** Whose the certificates in the form are and how long they hold, while they are typed. Saves nothing. */
export const POST = consoleRoute(
  { permission: "sso.manage", body: CertificatesInput, response: CertificatesRead },
  ({ body }) => ({
    certificates: body.certificates.map((text) => {
      const pem = normalizeCertificate(text);
      return pem === null ? null : (certificateView(pem)[0] ?? null);
    }),
  }),
);
