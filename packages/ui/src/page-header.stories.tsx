import { Button } from "./button.tsx";
import { PageHeader } from "./page-header.tsx";
import { StatusPill } from "./status-pill.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: PageHeader };

/** It holds the heading of a page. */
const parameters = { layout: "fullscreen" } as const;

export const Plain = () => (
  <main>
    <PageHeader title="Provisioning" description="OneLogin creates, updates and deactivates people here." />
  </main>
);
Plain.parameters = parameters;
export const WithBadgeAndActions = () => (
  <main>
    <PageHeader
      title="data"
      badge={<StatusPill status="warn">Possibly stale</StatusPill>}
      actions={
        <>
          <Button>Export</Button>
          <Button variant="primary">Add members</Button>
        </>
      }
    />
  </main>
);
WithBadgeAndActions.parameters = parameters;
export const LongText = () => (
  <main>
    <PageHeader
      title={LONG_WORD}
      description={`${LONG_TEXT} ${LONG_WORD}`}
      actions={<Button>Export everything</Button>}
    />
  </main>
);
LongText.parameters = parameters;
