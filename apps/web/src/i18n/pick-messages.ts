import type { AbstractIntlMessages } from "next-intl";
import type { Namespace } from "./catalogue.ts";

/** The messages of some namespaces: what a part of the product sends to the browser. */
export function pickMessages(
  messages: AbstractIntlMessages,
  namespaces: readonly Namespace[],
): AbstractIntlMessages {
  return Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => namespaces.some((each) => each === namespace)),
  );
}
