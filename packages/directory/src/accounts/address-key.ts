/** An e-mail address or userName as it is compared: NFC, case folded, trimmed. */
export function addressKey(address: string): string {
  return address.normalize("NFC").trim().toLowerCase();
}
