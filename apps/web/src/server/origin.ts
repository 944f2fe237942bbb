/**
 * The address that browsers use: `ROLLCALL_URL`, else localhost and the port. Cookies are Secure and HSTS is sent when
 * it is https. No slash at the end.
 */
export function publicOrigin(): string {
  const configured = process.env.ROLLCALL_URL;
  return configured ? new URL(configured).origin : `http://localhost:${process.env.PORT ?? "3000"}`;
}

export function isSecureOrigin(): boolean {
  return publicOrigin().startsWith("https://");
}
