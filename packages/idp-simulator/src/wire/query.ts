/** A filter value between quotes, with the escapes of a JSON string. RFC 7644 §3.4.2.2. */
export function quoted(value: string): string {
  return JSON.stringify(value);
}

/** Form encoding: a blank is `+`, as OneLogin sends it. */
export function formEncoded(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1);
}

/** Percent encoding: a blank is `%20`. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text);
}
