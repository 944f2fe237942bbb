import { type ReactNode, type RefObject, useCallback, useState } from "react";

/** Errors of a form: by field, and one for the whole. */
export interface FormErrors {
  readonly fields: Readonly<Record<string, string>>;
  readonly form?: ReactNode;
}

/**
 * Shows errors beside their fields and moves the focus to the first field at fault, in the order of the page.
 *
 * @param form The form element; its controls bear the names of the fields.
 */
export function useFormErrors(form: RefObject<HTMLFormElement | null>) {
  const [errors, setErrors] = useState<FormErrors>({ fields: {} });
  const show = useCallback(
    (next: FormErrors) => {
      setErrors(next);
      const names = new Set(Object.keys(next.fields));
      for (const control of form.current?.elements ?? []) {
        if (control instanceof HTMLInputElement && names.has(control.name)) return control.focus();
      }
    },
    [form],
  );
  return { errors, show, clear: useCallback(() => setErrors({ fields: {} }), []) };
}
