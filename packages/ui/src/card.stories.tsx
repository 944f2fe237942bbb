import { Button } from "./button.tsx";
import { Card, Section } from "./card.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: Section };

const content = <Card className="p-4">8 people</Card>;

export const Plain = () => (
  <Section id="members" title="Members">
    {content}
  </Section>
);
export const WithActions = () => (
  <Section
    id="members"
    title="Members"
    description="Who is in this team, and through what."
    actions={<Button size="sm">Add members</Button>}
  >
    {content}
  </Section>
);
export const LongText = () => (
  <Section id="members" title={LONG_WORD} description={LONG_TEXT} actions={<Button>Add members</Button>}>
    {content}
  </Section>
);
