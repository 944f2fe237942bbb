"use client";

import { type ComponentProps, type RefObject, useEffect, useRef } from "react";

export interface FormProps extends Omit<ComponentProps<"form">, "ref" | "method" | "action"> {
  readonly ref?: RefObject<HTMLFormElement | null>;
}

/**
 * A form that `onSubmit` sends and that checks itself. Until the page is alive `EARLY_SUBMITS` holds what is submitted, and
 * it is submitted again here; what was typed never stands in an address.
 */
export function Form({ ref, ...props }: FormProps) {
  const own = useRef<HTMLFormElement>(null);
  const form = ref ?? own;
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    delete element.dataset.waits;
    if (element.dataset.submitted === undefined) return;
    delete element.dataset.submitted;
    element.requestSubmit();
  }, [form]);
  return <form noValidate {...props} ref={form} method="post" data-waits="" suppressHydrationWarning />;
}
