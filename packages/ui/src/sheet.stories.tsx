import { ChevronLeft } from "lucide-react";
import { IconButton } from "./button.tsx";
import { Sheet } from "./sheet.tsx";
import { StatusPill } from "./status-pill.tsx";
import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: Sheet };

const event = {
  open: true,
  onOpenChange: nothing,
  title: "Grace Hopper turned away",
  description: <StatusPill status="warn">Rejected</StatusPill>,
  actions: (
    <IconButton label="Newer">
      <ChevronLeft aria-hidden className="rtl:rotate-180" />
    </IconButton>
  ),
};

export const AtTheEnd = () => (
  <Sheet {...event}>
    <p className="p-5">POST /Users</p>
  </Sheet>
);
export const AtTheStart = () => (
  <Sheet {...event} side="start" title="Rollcall">
    <nav aria-label="Pages" className="p-3">
      <a href="#users">Users</a>
    </nav>
  </Sheet>
);
export const LongText = () => (
  <Sheet {...event} title={`${LONG_TEXT} ${LONG_WORD}`} description={LONG_TEXT}>
    <p className="wrap-anywhere p-5">{`${LONG_TEXT} ${LONG_WORD} `.repeat(12)}</p>
  </Sheet>
);
