"use client";

import { signInReference } from "@rollcall/directory/sso/sign-in-reference";
import { TimeAgo } from "@rollcall/ui/time-ago";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSignInReason } from "~/features/sso/reason.ts";
import { signInHref } from "~/features/sso/sign-ins-view.ts";
import { lostAccess } from "./lost-access.ts";
import type { PersonDetail, SignInMatch } from "./schema.ts";

/** Whether single sign-on finds this person and lets them in; where it does not, both sides of why. */
export function SignInLine({ detail }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.detail");
  const { signIn } = detail;
  if (signIn.kind === "never") return t("signInNever");
  return (
    <>
      <SignInSentence detail={detail} match={signIn} />{" "}
      <Link href={signInHref(signInReference(signIn.id))} className="tap underline underline-offset-4">
        {t("openSignIn")}
      </Link>
    </>
  );
}

interface SignInSentenceProps {
  readonly detail: PersonDetail;
  readonly match: Exclude<SignInMatch, { kind: "never" }>;
}

function SignInSentence({ detail: { person, provider }, match }: SignInSentenceProps) {
  const t = useTranslations("users.detail");
  const reasonOf = useSignInReason();
  const nameId = match.nameId ?? t("none");
  const at = () => <TimeAgo at={match.at} />;
  const lost = lostAccess(person, match);
  if (lost !== null) {
    const deactivated = () => <TimeAgo at={lost.at} />;
    return t.rich("signInLost", { ...lost, provider, nameId, signedIn: at, deactivated });
  }
  if (match.kind === "mismatch") {
    return match.attribute === null
      ? t.rich("signInAlike", { provider, nameId, at })
      : t.rich("signInMismatch", { provider, nameId, attribute: match.attribute, at });
  }
  if (match.kind === "refused")
    return t("signInRefused", { nameId, reason: reasonOf(match.reason, provider) });
  const by = `by.${match.matchedBy}`;
  return t("signInMatched", { nameId, by: t.has(by) ? t(by) : match.matchedBy });
}
