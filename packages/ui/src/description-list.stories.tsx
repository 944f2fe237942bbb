import { CopyText } from "./copy-text.tsx";
import { DescriptionList } from "./description-list.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: DescriptionList };

export const Plain = () => (
  <DescriptionList
    items={[
      { key: "name", name: "User name", value: <CopyText name="User name" text="ada@acme.test" /> },
      { key: "title", name: "Title", value: "Countess" },
    ]}
  />
);
export const LongText = () => (
  <DescriptionList items={[{ key: "name", name: LONG_WORD, value: `${LONG_TEXT} ${LONG_WORD}` }]} />
);
