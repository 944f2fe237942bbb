/** The identity providers whose own labels the steps can speak. The others are spoken to in general words. */
export const VOICES = ["onelogin", "okta", "entra", "generic"] as const;
export type Voice = (typeof VOICES)[number];

export interface Provider {
  readonly voice: Voice;
  /** What the provider is called in a sentence. */
  readonly name: string;
}

const NAMES: Readonly<Record<string, string>> = {
  onelogin: "OneLogin",
  okta: "Okta",
  entra: "Entra ID",
  jumpcloud: "JumpCloud",
  ping: "PingOne",
};

/** The arguments by which a sentence names its provider, and speaks in the provider's labels: `{voice, select, …}`. */
export function named({ name, voice }: Provider): { readonly provider: string; readonly voice: Voice } {
  return { provider: name, voice };
}

/** The provider that a connection names; an unknown name is spoken to in general words. */
export function providerOf(setting: string): Provider {
  const voice = VOICES.find((known) => known === setting) ?? "generic";
  return { voice, name: NAMES[setting] ?? "Your identity provider" };
}
