"use client";

import { cva, type VariantProps } from "class-variance-authority";
import { type ComponentProps, cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";
import { cn } from "./cn.tsx";
import { Spinner } from "./spinner.tsx";

export const buttonStyles = cva(
  "inline-flex max-w-full shrink-0 select-none items-center justify-center wrap-anywhere gap-2 rounded-md text-center font-medium transition-colors duration-120 aria-disabled:cursor-not-allowed disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "bg-primary text-on-primary hover:bg-primary-hover aria-disabled:bg-muted aria-disabled:text-muted-foreground disabled:bg-muted disabled:text-muted-foreground",
        secondary:
          "border border-border bg-surface text-foreground shadow-[0_1px_1px_rgb(0_0_0/0.03)] hover:bg-muted aria-disabled:text-muted-foreground disabled:text-muted-foreground",
        ghost:
          "text-muted-foreground hover:bg-muted hover:text-foreground aria-disabled:hover:bg-transparent disabled:hover:bg-transparent",
        danger:
          "bg-danger text-on-danger hover:bg-danger-hover aria-disabled:bg-muted aria-disabled:text-muted-foreground disabled:bg-muted disabled:text-muted-foreground",
        link: "tap min-h-0! px-0! py-1! text-primary underline-offset-4 hover:underline",
      },
      size: {
        sm: "min-h-8 px-2.5 py-1 text-13",
        md: "min-h-9 px-3.5 py-1.5 text-sm max-sm:min-h-11",
        lg: "min-h-11 px-5 py-2 text-sm",
        icon: "size-8 max-sm:size-10",
        iconSm: "size-7",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyles> {
  /** Keeps the label, adds a spinner and ignores presses. */
  readonly busy?: boolean | undefined;
  /** Draws the button as this element, a link for one. */
  readonly render?: ReactElement<{ className?: string; children?: ReactNode }> | undefined;
}

/** A button, or with `render` a link that looks like one. The second press of a double click submits nothing. */
export function Button({ variant, size, busy, render, className, children, onClick, ...props }: ButtonProps) {
  const classes = cn(buttonStyles({ variant, size }), className);
  const content = (
    <>
      {busy ? <Spinner /> : null}
      {children}
    </>
  );
  if (render && isValidElement(render)) {
    return cloneElement(render, { className: cn(classes, render.props.className), children: content });
  }
  return (
    <button
      type="button"
      {...props}
      className={classes}
      aria-busy={busy || undefined}
      aria-disabled={busy || props["aria-disabled"] || undefined}
      onClick={(event) => {
        const again = props.type === "submit" && event.detail > 1;
        if (busy || again || props["aria-disabled"]) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      {content}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, "size"> {
  /** What a screen reader says and a tooltip shows. */
  readonly label: string;
  readonly size?: "icon" | "iconSm";
}

/** A square button with only an icon; its name is `label`. */
export function IconButton({ label, size = "icon", variant = "ghost", ...props }: IconButtonProps) {
  return <Button {...props} variant={variant} size={size} aria-label={label} title={props.title ?? label} />;
}
