import { ConfirmDialog } from "./confirm-dialog.tsx";
import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: ConfirmDialog };

const pause = {
  open: true,
  onOpenChange: nothing,
  onConfirm: nothing,
  title: "Pause SCIM?",
  children: "312 people and 14 teams stay as they are. The token is kept.",
  confirmLabel: "Pause SCIM",
};
const regenerate = {
  ...pause,
  title: "Regenerate token?",
  children: "OneLogin used …3F9C 2 minutes ago. It stops working as soon as you continue.",
  confirmLabel: "Regenerate token",
  danger: true,
  typed: "regenerate",
};

export const Level1 = () => <ConfirmDialog {...pause} />;
export const Level2 = () => <ConfirmDialog {...regenerate} />;
export const Loading = () => <ConfirmDialog {...pause} danger busy />;
export const Failed = () => (
  <ConfirmDialog {...pause} error="Another admin paused it a moment ago. Nothing was changed." />
);
export const LongText = () => (
  <ConfirmDialog
    {...regenerate}
    title={`Delete ${LONG_WORD}?`}
    error={`${LONG_TEXT} ${LONG_WORD}`}
    confirmLabel="Delete the team and take the access away"
    cancelLabel="Keep the team as it is for thirty days more"
    typed={LONG_WORD}
  >
    {LONG_TEXT} {LONG_WORD}
  </ConfirmDialog>
);
