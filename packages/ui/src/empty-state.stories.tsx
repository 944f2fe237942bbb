import { Lock, SearchX, Users } from "lucide-react";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: EmptyState };

export const FirstRun = () => (
  <EmptyState icon={<Users />} title="Only you so far" action={<Button>Go to Provisioning</Button>}>
    People appear here as OneLogin sends them.
  </EmptyState>
);
export const NoMatch = () => (
  <EmptyState icon={<SearchX />} title="No one matches “ada”" action={<Button>Clear filters</Button>} />
);
export const NoPermission = () => (
  <EmptyState icon={<Lock />} title="You need admin access">
    Ask one of: Ada Lovelace, Root Admin.
  </EmptyState>
);
export const LongText = () => (
  <EmptyState
    icon={<SearchX />}
    title={`No one matches “${LONG_WORD}”`}
    action={
      <>
        <Button>Take every filter away</Button>
        <Button>Look it up in the audit log</Button>
      </>
    }
  >
    {LONG_TEXT} {LONG_WORD}
  </EmptyState>
);
