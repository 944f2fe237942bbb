import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { english } from "./catalogue.ts";
import { LOCALE_COOKIE, readLocale } from "./locale.ts";
import { pseudoLocalize } from "./pseudo.ts";

/** Words of a request. Numbers and dates are English in the pseudo-locales too; times are shown in UTC by the server. */
export default getRequestConfig(async () => {
  const locale = readLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  return {
    locale: "en",
    messages: locale === "en" ? english : pseudoLocalize(english),
    timeZone: "UTC",
  };
});
