import { Button } from "@rollcall/ui/button";
import { Field } from "@rollcall/ui/field";
import { Input } from "@rollcall/ui/input";
import { useTranslations } from "next-intl";

/** Asks which organisation, where a deployment has several. Works without scripts. */
export function OrganizationForm({
  unknown,
  returnTo,
}: {
  readonly unknown: boolean;
  readonly returnTo: string;
}) {
  const t = useTranslations("login");
  return (
    <form method="get" action="/login" className="grid gap-4">
      <input type="hidden" name="returnTo" value={returnTo} />
      <Field
        label={t("organization")}
        hint={t("organizationHint")}
        error={unknown ? t("organizationUnknown") : undefined}
      >
        <Input
          name="tenant"
          autoComplete="organization"
          autoCapitalize="off"
          autoFocus
          required
          maxLength={63}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg">
        {t("continue")}
      </Button>
    </form>
  );
}
