import { LoaderCircle } from "lucide-react";
import { cn } from "./cn.tsx";

/** Decoration beside a label that stays. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn("size-4 animate-spin", className)} />;
}
