const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates in a text: each PEM block, or the whole when it is bare base64. */
export function pemBlocks(text: string): string[] {
  const blocks = text.match(BLOCK);
  if (blocks !== null) return blocks;
  return text.trim() === "" ? [] : [text.trim()];
}
